package org.leagueflow.publicity;

import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Roles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The committee's notices and the objections to them; they are settled in the task of the
 * case.
 */
@Controller
@RequestMapping("/publicity")
class PublicityController {

	private final ObjectionService objections;

	PublicityController(ObjectionService objections) {
		this.objections = objections;
	}

	@GetMapping
	@AllowedTo({ Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.GENERAL_BRANCH, Roles.COUNTY_COMMITTEE })
	String dockets(Actor by, Model model) {
		model.addAttribute("dockets", this.objections.dockets(by));
		return "publicity/dockets";
	}

}
