package org.leagueflow.people;

import java.util.List;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People.UnitCard;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The org tree and the persons in it, for those who answer for units. */
@Controller
@RequestMapping("/members")
class MembersController {

	private static final int MAX_RESULTS = 50;

	private final PeoplePages pages;

	private final People people;

	private final PersonReading reading;

	MembersController(PeoplePages pages, People people, PersonReading reading) {
		this.pages = pages;
		this.people = people;
		this.reading = reading;
	}

	@GetMapping
	@AllowedTo({ Roles.BRANCH_COMMITTEE, Roles.BRANCH_SECRETARY, Roles.GENERAL_BRANCH, Roles.LEAGUE_COMMITTEE,
			Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE, Roles.AUDITOR, Roles.ADMIN })
	String unit(@RequestParam(required = false) Long unit, @RequestParam(required = false) String q, Actor by,
			Model model) {
		List<UnitCard> tops = this.pages.tops(by);
		Long shown = (unit != null || tops.isEmpty()) ? unit : Long.valueOf(tops.get(0).id());
		model.addAttribute("tops", tops);
		model.addAttribute("view", (shown != null) ? this.pages.unit(shown, by) : null);
		model.addAttribute("q", q);
		model.addAttribute("found", (q != null && !q.isBlank()) ? this.people.search(q, by, MAX_RESULTS) : null);
		return "people/members";
	}

	@GetMapping("/{id}")
	@AllowedTo({ Roles.BRANCH_COMMITTEE, Roles.BRANCH_SECRETARY, Roles.GENERAL_BRANCH, Roles.LEAGUE_COMMITTEE,
			Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE, Roles.AUDITOR, Roles.ADMIN })
	String person(@PathVariable long id, Actor by, Model model) {
		PersonFiles.PersonFile file = this.pages.person(id, by);
		if (this.reading.asks(file.card(), by)) {
			return this.reading.ask(file.card(), "/members/" + id + "/reading", model);
		}
		model.addAttribute("file", file);
		model.addAttribute("administers", by.holds(Roles.ADMIN));
		return "people/person";
	}

	@PostMapping("/{id}/reading")
	@AllowedTo({ Roles.AUDITOR, Roles.ADMIN })
	String explain(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Actor by) {
		this.reading.explain(this.pages.person(id, by).card(), reason, by);
		return "redirect:/members/" + id;
	}

}
