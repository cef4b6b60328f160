package org.leagueflow.cases;

import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Withdrawal by the subject, and departure recorded by whoever keeps the file. */
@Controller
class CaseEndingController {

	private final CaseEndingService endings;

	CaseEndingController(CaseEndingService endings) {
		this.endings = endings;
	}

	@GetMapping("/cases/{id}/withdraw")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String askToWithdraw(@PathVariable long id, Actor by, Model model) {
		return form("withdraw", this.endings.askedToWithdraw(new CaseId(id), by), model);
	}

	@GetMapping("/cases/{id}/depart")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String askToDepart(@PathVariable long id, Actor by, Model model) {
		return form("depart", this.endings.askedToDepart(new CaseId(id), by), model);
	}

	private static String form(String action, CaseCard card, Model model) {
		model.addAttribute("card", card);
		model.addAttribute("action", action);
		return "cases/ending";
	}

	@PostMapping("/cases/{id}/withdraw")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String withdraw(@PathVariable long id, @RequestParam String reason, Actor by, RedirectAttributes flash) {
		this.endings.withdraw(new CaseId(id), reason, by);
		return done(id, "withdrawn", flash);
	}

	@PostMapping("/cases/{id}/depart")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String depart(@PathVariable long id, @RequestParam String reason, Actor by, RedirectAttributes flash) {
		this.endings.depart(new CaseId(id), reason, by);
		return done(id, "departed", flash);
	}

	private static String done(long id, String what, RedirectAttributes flash) {
		flash.addFlashAttribute("said", Message.of("cases.said." + what));
		return "redirect:/cases/" + id;
	}

}
