package org.leagueflow.ballot;

import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where each of the two tellers agrees to close, on the own phone. */
@Controller
@RequestMapping("/ballots/{id:\\d+}/closing")
class ClosingController {

	private final BallotPages pages;

	private final BallotService ballots;

	ClosingController(BallotPages pages, BallotService ballots) {
		this.pages = pages;
		this.ballots = ballots;
	}

	@GetMapping
	@AllowedTo(AllowedTo.SIGNED_IN)
	String page(@PathVariable long id, Model model, Actor by) {
		ClosingPage page = this.pages.closing(id, by);
		if (page.state() == BallotState.CLOSED) {
			return "redirect:/ballots/" + id + "/papers";
		}
		model.addAttribute("c", page);
		return "ballot/closing";
	}

	@PostMapping
	@AllowedTo(AllowedTo.SIGNED_IN)
	String close(@PathVariable long id, Actor by, RedirectAttributes next) {
		this.pages.closing(id, by);
		this.ballots.confirmClose(id, by);
		BallotState state = this.ballots.state(id);
		next.addFlashAttribute("said", Message.of("ballot.said." + state));
		return "redirect:/ballots/" + id + ((state == BallotState.CLOSED) ? "/papers" : "/closing");
	}

}
