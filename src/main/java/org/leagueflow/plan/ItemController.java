package org.leagueflow.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.plan.ProgressService.Report;
import org.leagueflow.plan.ProgressService.UploadedFile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages on which items are followed and progress is reported. */
@Controller
class ItemController {

	private final ItemPageService pages;

	private final ProgressService progress;

	private final AssignmentService assignments;

	ItemController(ItemPageService pages, ProgressService progress, AssignmentService assignments) {
		this.pages = pages;
		this.progress = progress;
		this.assignments = assignments;
	}

	@GetMapping("/plan/mine")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String mine(Actor by, Model model) {
		model.addAttribute("page", this.pages.mine(by));
		return "plan/mine";
	}

	@GetMapping("/plan/items/{item}")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String item(@PathVariable("item") long item, Actor by, Model model) {
		return item(item, Map.of(), Map.of(), by, model);
	}

	private String item(long item, Map<String, String> typed, Map<String, Message> faults, Actor by, Model model) {
		model.addAttribute("page", this.pages.item(item, by));
		model.addAttribute("typed", typed);
		model.addAttribute("faults", faults);
		return "plan/item";
	}

	/** Takes a report; what was typed comes back where it is refused. */
	@PostMapping("/plan/items/{item}/progress")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String report(@PathVariable("item") long item, @RequestParam(defaultValue = "0") long assignment,
			@RequestParam Map<String, String> fields,
			@RequestParam(name = "file", required = false) List<MultipartFile> files, Actor by, Model model,
			HttpServletResponse response, RedirectAttributes flash) throws IOException {
		this.pages.item(item, by);
		try {
			List<Message> said = this.progress.report(this.assignments.of(item, assignment), new Report(fields,
					fields.get("words"), fields.get("reason"), read(files), fields.getOrDefault("once", "")), by);
			flash.addFlashAttribute("said", said.isEmpty() ? Message.of("plan.said.reported") : said.get(0));
			return "redirect:/plan/items/" + item;
		}
		catch (Refusal.Invalid refusal) {
			response.setStatus(422);
			return item(item, fields, refusal.fields(), by, model);
		}
	}

	private static List<UploadedFile> read(List<MultipartFile> files) throws IOException {
		List<UploadedFile> read = new ArrayList<>();
		for (MultipartFile file : (files != null) ? files : List.<MultipartFile>of()) {
			if (!file.isEmpty()) {
				read.add(new UploadedFile(file.getOriginalFilename(), file.getBytes()));
			}
		}
		return read;
	}

	@PostMapping("/plan/items/{item}/hold")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String hold(@PathVariable("item") long item, @RequestParam(defaultValue = "0") long assignment,
			@RequestParam(required = false) String reason, Actor by, RedirectAttributes flash) {
		this.pages.item(item, by);
		this.assignments.hold(this.assignments.of(item, assignment), reason, by);
		flash.addFlashAttribute("said", Message.of("plan.said.held"));
		return "redirect:/plan/items/" + item;
	}

}
