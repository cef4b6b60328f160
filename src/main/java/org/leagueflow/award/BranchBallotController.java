package org.leagueflow.award;

import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which the votes of branches stand. */
@Controller
class BranchBallotController {

	private final BranchBallotService service;

	BranchBallotController(BranchBallotService service) {
		this.service = service;
	}

	@GetMapping("/awards/batches/{batch}/ballots")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String page(@PathVariable("batch") long id, Actor by, Model model) {
		model.addAttribute("page", this.service.page(id, by));
		return "award/ballots";
	}

	@PostMapping("/awards/batches/{batch}/ballots/again")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String again(@PathVariable("batch") long id, @RequestParam(required = false) Long unit,
			@RequestParam(required = false) String reason, Actor by) {
		this.service.again(id, unit, reason, by);
		return "redirect:/awards/batches/" + id + "/ballots";
	}

}
