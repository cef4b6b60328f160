package org.leagueflow.people;

import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Roles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The box with the ID number on a person's page. */
@Controller
@RequestMapping("/members/{personId}/id-number")
class IdNumberController {

	private final IdNumberService service;

	IdNumberController(IdNumberService service) {
		this.service = service;
	}

	@GetMapping
	@AllowedTo(AllowedTo.SIGNED_IN)
	String masked(@PathVariable long personId, Actor by, Model model) {
		model.addAttribute("masked", this.service.masked(personId, by));
		return "people/id-number :: masked";
	}

	@PostMapping
	@AllowedTo({ Roles.LEAGUE_COMMITTEE, Roles.ADMIN })
	String open(@PathVariable long personId, @RequestParam(defaultValue = "") String reason, Actor by, Model model) {
		model.addAttribute("number", this.service.open(personId, reason, by));
		return "people/id-number :: opened";
	}

}
