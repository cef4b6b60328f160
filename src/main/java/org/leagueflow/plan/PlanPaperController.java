package org.leagueflow.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.FileName;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages on which a plan is brought on paper, looked through, and taken in. */
@Controller
class PlanPaperController {

	private final PlanPaperService service;

	PlanPaperController(PlanPaperService service) {
		this.service = service;
	}

	@GetMapping("/plan/papers")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String form(Actor by, Model model) {
		return form(Map.of(), Map.of(), by, model);
	}

	private String form(Map<String, String> typed, Map<String, Message> faults, Actor by, Model model) {
		model.addAttribute("offices", this.service.offices(by));
		model.addAttribute("typed", typed);
		model.addAttribute("faults", faults);
		return "plan/papers";
	}

	@PostMapping("/plan/papers")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String bring(@RequestParam(name = "unit", defaultValue = "0") long unit,
			@RequestParam(name = "year", required = false) String year,
			@RequestParam(name = "text", required = false) String text,
			@RequestParam(name = "file", required = false) MultipartFile file, Actor by, Model model,
			HttpServletResponse response) throws IOException {
		Path path = null;
		try {
			int of = year(year);
			if (file != null && !file.isEmpty()) {
				path = Files.createTempFile("paper", ".bin");
				file.transferTo(path);
				String name = Characters.first(FileName.of(file.getOriginalFilename()), FileName.MAX_LENGTH);
				return page(this.service.bring(unit, of, name, path, null, by));
			}
			return page(this.service.bring(unit, of, "", null, text, by));
		}
		catch (Refusal.Invalid refusal) {
			response.setStatus(422);
			return form(Map.of("text", (text != null) ? text : "", "year", (year != null) ? year : "", "unit",
					Long.toString(unit)), refusal.fields(), by, model);
		}
		finally {
			if (path != null) {
				Files.deleteIfExists(path);
			}
		}
	}

	private static int year(String typed) {
		if (typed == null || typed.isBlank()) {
			return 0;
		}
		if (!typed.strip().matches("\\d{4}")) {
			throw Refusal.Invalid.field("year", "refusal.plan.paperYear");
		}
		return Integer.parseInt(typed.strip());
	}

	private static String page(long id) {
		return "redirect:/plan/papers/" + id;
	}

	@GetMapping("/plan/papers/{paper}")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String look(@PathVariable("paper") long id, Actor by, Model model) {
		model.addAttribute("page", this.service.page(id, Map.of(), Map.of(), by));
		return "plan/paper";
	}

	@PostMapping("/plan/papers/{paper}")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String take(@PathVariable("paper") long id, @RequestParam Map<String, String> typed, Actor by, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		try {
			long edition = this.service.take(id, typed, typed.getOrDefault("once", ""), by);
			flash.addFlashAttribute("said", Message.of("plan.said.paper"));
			return "redirect:/plan/editions/" + edition;
		}
		catch (Refusal.Invalid refusal) {
			if (refusal.fields().isEmpty()) {
				throw refusal;
			}
			Map<Integer, Message> faults = new LinkedHashMap<>();
			refusal.fields()
				.forEach((field, words) -> faults
					.put(field.matches("line-\\d+") ? Integer.parseInt(field.substring(5)) : 0, words));
			response.setStatus(422);
			model.addAttribute("page", this.service.page(id, typed, faults, by));
			return "plan/paper";
		}
	}

}
