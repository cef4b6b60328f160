package org.leagueflow.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages on which plans are read, written and submitted. */
@Controller
class PlanController {

	private final PlanPageService pages;

	private final PlanService service;

	private final PlanApprovalService approval;

	PlanController(PlanPageService pages, PlanService service, PlanApprovalService approval) {
		this.pages = pages;
		this.service = service;
		this.approval = approval;
	}

	@GetMapping("/plan")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String list(Actor by, Model model) {
		model.addAttribute("page", this.pages.list(by));
		return "plan/list";
	}

	@PostMapping("/plan")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String create(@RequestParam(name = "unit", defaultValue = "0") long unit,
			@RequestParam(name = "year", defaultValue = "0") int year, @RequestParam(required = false) String title,
			@RequestParam(required = false, defaultValue = "") String once, Actor by) {
		return this.service.create(unit, year, title, once, by).map(PlanController::edition).orElse("redirect:/plan");
	}

	private static String edition(long id) {
		return "redirect:/plan/editions/" + id;
	}

	@GetMapping("/plan/{plan}")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String plan(@PathVariable("plan") long id, Actor by, Model model) {
		model.addAttribute("page", this.pages.plan(id, by));
		return "plan/plan";
	}

	@PostMapping("/plan/{plan}/amend")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String amend(@PathVariable("plan") long id, @RequestParam(required = false) Long from,
			@RequestParam(required = false) String reason, Actor by) {
		return edition(this.service.amend(id, from, reason, by));
	}

	@GetMapping("/plan/editions/{edition}")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String read(@PathVariable("edition") long id, Actor by, Model model) {
		model.addAttribute("page", this.pages.edition(id, by));
		return "plan/edition";
	}

	@PostMapping("/plan/editions/{edition}")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String describe(@PathVariable("edition") long id, @RequestParam(required = false) String title,
			@RequestParam(required = false) String reason, Actor by, RedirectAttributes flash) {
		this.service.describe(id, title, reason, by);
		flash.addFlashAttribute("said", Message.of("plan.said.saved"));
		return edition(id);
	}

	@GetMapping("/plan/editions/{edition}/new")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String blank(@PathVariable("edition") long id, @RequestParam(defaultValue = "MONTHLY") String kind, Actor by,
			Model model) {
		return form(id, 0, kind(kind), Optional.empty(), Map.of(), by, model);
	}

	private static PlanItemKind kind(String typed) {
		try {
			return PlanItemKind.valueOf(typed);
		}
		catch (IllegalArgumentException ex) {
			return PlanItemKind.MONTHLY;
		}
	}

	@GetMapping("/plan/editions/{edition}/items/{item}")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String item(@PathVariable("edition") long id, @PathVariable("item") long item, Actor by, Model model) {
		return form(id, item, null, Optional.empty(), Map.of(), by, model);
	}

	private String form(long id, long item, PlanItemKind kind, Optional<PlanLineForm> typed,
			Map<String, Message> faults, Actor by, Model model) {
		model.addAttribute("page", this.pages.line(id, item, kind, typed, by));
		model.addAttribute("faults", faults);
		return "plan/line";
	}

	@PostMapping("/plan/editions/{edition}/new")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String add(@PathVariable("edition") long id, @RequestParam MultiValueMap<String, String> fields, Actor by,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		return write(id, 0, fields, by, model, response, flash);
	}

	@PostMapping("/plan/editions/{edition}/items/{item}")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String save(@PathVariable("edition") long id, @PathVariable("item") long item,
			@RequestParam MultiValueMap<String, String> fields, Actor by, Model model, HttpServletResponse response,
			RedirectAttributes flash) {
		return write(id, item, fields, by, model, response, flash);
	}

	private String write(long id, long item, MultiValueMap<String, String> fields, Actor by, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		PlanLineForm form = new PlanLineForm(fields);
		try {
			long written = this.service.write(id, item, form, by);
			flash.addFlashAttribute("said", Message.of("plan.said.saved"));
			return edition(id) + "#item-" + written;
		}
		catch (Refusal.Invalid refusal) {
			response.setStatus(422);
			return form(id, item, PlanItemKind.MONTHLY, Optional.of(form), refusal.fields(), by, model);
		}
	}

	@PostMapping("/plan/editions/{edition}/items/{item}/remove")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String remove(@PathVariable("edition") long id, @PathVariable("item") long item, Actor by) {
		this.service.remove(id, item, by);
		return edition(id);
	}

	@PostMapping("/plan/editions/{edition}/milestones")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String milestones(@PathVariable("edition") long id, @RequestParam(required = false) List<String> festival, Actor by,
			RedirectAttributes flash) {
		int added = this.service.milestones(id, (festival != null) ? festival : List.of(), by);
		flash.addFlashAttribute("said", Message.of("plan.said.festivals", added));
		return edition(id);
	}

	@PostMapping("/plan/editions/{edition}/inherit")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String inherit(@PathVariable("edition") long id, Actor by, RedirectAttributes flash) {
		flash.addFlashAttribute("said", Message.of("plan.said.inherited", this.service.inherit(id, by)));
		return edition(id);
	}

	@PostMapping("/plan/editions/{edition}/discard")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String discard(@PathVariable("edition") long id, Actor by, RedirectAttributes flash) {
		long plan = this.service.discard(id, by);
		flash.addFlashAttribute("said", Message.of("plan.said.discarded"));
		return "redirect:/plan/" + plan;
	}

	@PostMapping("/plan/editions/{edition}/submit")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String submit(@PathVariable("edition") long id, @RequestParam(defaultValue = "false") boolean paper, Actor by,
			RedirectAttributes flash) {
		this.approval.submit(id, paper, by);
		flash.addFlashAttribute("said", Message.of("plan.said.submitted"));
		return edition(id);
	}

	@PostMapping("/plan/editions/{edition}/recall")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String recall(@PathVariable("edition") long id, @RequestParam(required = false) String reason, Actor by) {
		this.approval.recall(id, reason, by);
		return edition(id);
	}

}
