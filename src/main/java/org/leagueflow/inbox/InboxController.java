package org.leagueflow.inbox;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.leagueflow.cases.CaseFilter;
import org.leagueflow.cases.CasePages;
import org.leagueflow.cases.Cases;
import org.leagueflow.cases.Submission;
import org.leagueflow.engine.Catalogue;
import org.leagueflow.engine.Catalogue.ProcessInfo;
import org.leagueflow.engine.ProcessNames;
import org.leagueflow.forms.FormView;
import org.leagueflow.forms.Forms;
import org.leagueflow.inbox.InboxFilter.Tab;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The lists, one task, and several alike. */
@Controller
@AllowedTo(AllowedTo.SIGNED_IN)
class InboxController {

	private static final int PAGE_SIZE = 20;

	private final Inbox inbox;

	private final ListService lists;

	private final TaskPageService pages;

	private final Forms forms;

	private final Cases cases;

	private final CasePages casePages;

	private final Catalogue catalogue;

	private final ProcessNames names;

	InboxController(Inbox inbox, ListService lists, TaskPageService pages, Forms forms, Cases cases,
			CasePages casePages, Catalogue catalogue, ProcessNames names) {
		this.inbox = inbox;
		this.lists = lists;
		this.pages = pages;
		this.forms = forms;
		this.cases = cases;
		this.casePages = casePages;
		this.catalogue = catalogue;
		this.names = names;
	}

	@GetMapping("/inbox")
	String list(InboxFilter filter, Actor by, Model model) {
		model.addAttribute("filter", filter);
		model.addAttribute("names", this.casePages);
		model.addAttribute("processes", this.catalogue.ofCases());
		model.addAttribute("stages", (filter.process() != null)
				? this.catalogue.find(filter.process()).map(ProcessInfo::stages).orElse(List.of()) : List.of());
		model.addAttribute("now", this.lists.now());
		return (filter.tab() == Tab.STARTED) ? started(filter, by, model) : items(filter, by, model);
	}

	private String items(InboxFilter filter, Actor by, Model model) {
		ListService.ItemList list = this.lists.list(filter, by, PAGE_SIZE);
		InboxPage page = list.page();
		model.addAttribute("todo", list.todo());
		model.addAttribute("groups", this.lists.groups(filter, page));
		model.addAttribute("notes", this.lists.notes(page.rows()));
		model.addAttribute("next", (page.next() != null) ? filter.link(page.next()) : null);
		model.addAttribute("total", list.total());
		return "inbox/list";
	}

	private String started(InboxFilter filter, Actor by, Model model) {
		Long before = (filter.after() != null) ? InboxFilter.Token.read(filter.after()).id() : null;
		model.addAttribute("todo", this.lists.todo(by));
		var page = this.cases.list(new CaseFilter(filter.text(), filter.process(), null, null, true, before), by,
				PAGE_SIZE);
		model.addAttribute("cards", page.rows());
		model.addAttribute("next", (page.next() != null) ? filter.link("0." + page.next()) : null);
		return "inbox/list";
	}

	@GetMapping("/inbox/{taskId}")
	String task(@PathVariable String taskId, Actor by, Model model) {
		TaskPageService.Opened opened = this.pages.opened(taskId, by);
		TaskPage page = opened.page();
		if (!opened.read()) {
			return "redirect:/cases/" + page.item().caseId() + "/reading";
		}
		model.addAttribute("page", page);
		return page.item().open() ? "inbox/task" : "redirect:/cases/" + page.item().caseId();
	}

	@PostMapping("/inbox/{taskId}")
	String answer(@PathVariable String taskId, @RequestParam String answers, @RequestParam String idempotencyKey,
			Actor by, Model model, RedirectAttributes flash, HttpServletResponse response) {
		try {
			Submission made = this.inbox.submit(taskId, by, this.forms.read(answers), idempotencyKey);
			flash.addFlashAttribute("said",
					Message.of("inbox.said.answered", this.names.box(made.formVersion(), made.box(), made.boxName())));
			return "redirect:/inbox";
		}
		catch (Refusal.Invalid refusal) {
			TaskPage page = this.pages.page(taskId, by);
			if (page.form() == null) {
				throw refusal;
			}
			FormView form = page.form().refused(answers, refusal.fields()).withIdempotencyKey(idempotencyKey);
			return refused(model, response, refusal, "page", page.with(form), "inbox/task");
		}
	}

	@PostMapping("/inbox/{taskId}/claim")
	String claim(@PathVariable String taskId, Actor by) {
		this.inbox.claim(taskId, by);
		return "redirect:/inbox/" + taskId;
	}

	@PostMapping("/inbox/{taskId}/release")
	String release(@PathVariable String taskId, Actor by, RedirectAttributes flash) {
		this.inbox.release(taskId, by);
		flash.addFlashAttribute("said", Message.of("inbox.said.released"));
		return "redirect:/inbox";
	}

	@GetMapping("/inbox/bulk")
	String several(@RequestParam(name = "task", defaultValue = "") List<String> tasks, Actor by, Model model) {
		List<List<InboxItem>> steps = this.pages.bySteps(tasks, by);
		if (steps.size() > 1) {
			model.addAttribute("steps", steps);
			return "inbox/bulk-mixed";
		}
		model.addAttribute("several", this.pages.several(tasks, by));
		return "inbox/bulk";
	}

	@PostMapping("/inbox/bulk")
	String answerAll(@RequestParam(name = "task", defaultValue = "") List<String> tasks, @RequestParam String answers,
			@RequestParam String idempotencyKey, Actor by, Model model, HttpServletResponse response) {
		Map<String, Object> raw = this.forms.read(answers);
		List<Inbox.Outcome> outcomes = this.inbox.submitAll(tasks, by, raw, idempotencyKey);
		Refusal.Invalid same = sameForAll(outcomes);
		if (same != null) {
			TaskPageService.Several several = this.pages.several(tasks, by);
			FormView form = several.form().refused(answers, same.fields()).withIdempotencyKey(idempotencyKey);
			return refused(model, response, same, "several", new TaskPageService.Several(several.items(), form),
					"inbox/bulk");
		}
		model.addAttribute("outcomes", outcomes);
		return "inbox/bulk-result";
	}

	/**
	 * What was entered breaks the form for every task: nothing was submitted, the form is
	 * shown again.
	 */
	private static Refusal.Invalid sameForAll(List<Inbox.Outcome> outcomes) {
		boolean all = !outcomes.isEmpty()
				&& outcomes.stream().allMatch((one) -> one.refusal() instanceof Refusal.Invalid);
		return all ? (Refusal.Invalid) outcomes.get(0).refusal() : null;
	}

	static String refused(Model model, HttpServletResponse response, Refusal.Invalid refusal, String name, Object page,
			String view) {
		response.setStatus(422);
		model.addAttribute(name, page);
		model.addAttribute("refusal", refusal.fields().isEmpty() ? refusal.words() : null);
		return view;
	}

}
