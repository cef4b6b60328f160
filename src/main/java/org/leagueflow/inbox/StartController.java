package org.leagueflow.inbox;

import jakarta.servlet.http.HttpServletResponse;
import org.leagueflow.forms.FormView;
import org.leagueflow.forms.Forms;
import org.leagueflow.inbox.StartService.Startable;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What may be started, and the start forms. */
@Controller
@AllowedTo(AllowedTo.SIGNED_IN)
class StartController {

	private final Inbox inbox;

	private final StartService starts;

	private final Forms forms;

	StartController(Inbox inbox, StartService starts, Forms forms) {
		this.inbox = inbox;
		this.starts = starts;
		this.forms = forms;
	}

	@GetMapping("/start")
	String all(Actor by, Model model) {
		model.addAttribute("startables", this.starts.all(by));
		return "inbox/start";
	}

	@GetMapping("/start/{process}")
	String one(@PathVariable String process, Actor by, Model model) {
		Startable startable = this.starts.one(process, by);
		model.addAttribute("startable", startable);
		model.addAttribute("form", (startable.whyNot() == null) ? this.starts.form(process, by) : null);
		return "inbox/start-form";
	}

	@PostMapping("/start/{process}")
	String start(@PathVariable String process, @RequestParam String answers, @RequestParam String idempotencyKey,
			Actor by, Model model, RedirectAttributes flash, HttpServletResponse response) {
		try {
			CaseId caseId = this.inbox.start(process, by, this.forms.read(answers), idempotencyKey);
			flash.addFlashAttribute("said", Message.of("inbox.said.started"));
			return "redirect:/cases/" + caseId;
		}
		catch (Refusal.Invalid refusal) {
			model.addAttribute("startable", this.starts.one(process, by));
			FormView form = this.starts.form(process, by)
				.refused(answers, refusal.fields())
				.withIdempotencyKey(idempotencyKey);
			return InboxController.refused(model, response, refusal, "form", form, "inbox/start-form");
		}
	}

}
