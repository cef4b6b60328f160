package org.leagueflow.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.DateRules;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** More time for items, and slips about them. */
@Controller
class SupervisionController {

	private final ItemPageService pages;

	private final AssignmentService assignments;

	private final SupervisionService supervision;

	SupervisionController(ItemPageService pages, AssignmentService assignments, SupervisionService supervision) {
		this.pages = pages;
		this.assignments = assignments;
		this.supervision = supervision;
	}

	@PostMapping("/plan/items/{item}/extensions")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String ask(@PathVariable("item") long item, @RequestParam(defaultValue = "0") long assignment,
			@RequestParam(required = false) String until, @RequestParam(required = false) String reason,
			@RequestParam(required = false) String progress, Actor by, RedirectAttributes flash) {
		this.pages.item(item, by);
		this.supervision.ask(this.assignments.of(item, assignment), DateRules.read("until", until), reason, progress,
				by);
		flash.addFlashAttribute("said", Message.of("plan.said.extensionAsked"));
		return item(item);
	}

	private static String item(long item) {
		return "redirect:/plan/items/" + item;
	}

	@PostMapping("/plan/items/{item}/extensions/{extension}")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String decide(@PathVariable("item") long item, @PathVariable("extension") long extension,
			@RequestParam(defaultValue = "false") boolean granted, @RequestParam(required = false) String opinion,
			Actor by) {
		this.pages.item(item, by);
		this.supervision.decide(item, extension, granted, opinion, by);
		return item(item);
	}

	@PostMapping("/plan/items/{item}/slips")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String issue(@PathVariable("item") long item, @RequestParam(defaultValue = "0") long assignment,
			@RequestParam(required = false) List<String> methods, @RequestParam(required = false) String finding,
			@RequestParam(required = false) String demand, @RequestParam(required = false) String limit, Actor by) {
		this.pages.item(item, by);
		long slip = this.supervision.issue(this.assignments.of(item, assignment), new PlanSlip.Demand(
				(methods != null) ? methods : List.of(), finding, demand, DateRules.read("limit", limit)), by);
		return slip(slip);
	}

	private static String slip(long slip) {
		return "redirect:/plan/slips/" + slip;
	}

	@GetMapping("/plan/slips/{slip}")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String slip(@PathVariable("slip") long slip, Actor by, Model model) {
		return slip(slip, Map.of(), Map.of(), by, model);
	}

	private String slip(long slip, Map<String, String> typed, Map<String, Message> faults, Actor by, Model model) {
		model.addAttribute("page", this.pages.slip(slip, by));
		model.addAttribute("typed", typed);
		model.addAttribute("faults", faults);
		return "plan/slip";
	}

	@PostMapping("/plan/slips/{slip}/answer")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String answer(@PathVariable("slip") long slip, @RequestParam Map<String, String> fields, Actor by, Model model,
			HttpServletResponse response) {
		try {
			this.supervision.answer(slip, fields.get("answer"), by);
			return slip(slip);
		}
		catch (Refusal.Invalid refusal) {
			response.setStatus(422);
			return slip(slip, fields, refusal.fields(), by, model);
		}
	}

	@PostMapping("/plan/slips/{slip}/recheck")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String recheck(@PathVariable("slip") long slip, @RequestParam Map<String, String> fields, Actor by, Model model,
			HttpServletResponse response) {
		try {
			this.supervision.recheck(slip, "true".equals(fields.get("done")), fields.get("recheck"),
					DateRules.read("limit", fields.get("limit")), by);
			return slip(slip);
		}
		catch (Refusal.Invalid refusal) {
			response.setStatus(422);
			return slip(slip, fields, refusal.fields(), by, model);
		}
	}

}
