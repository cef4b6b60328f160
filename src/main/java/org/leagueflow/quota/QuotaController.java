package org.leagueflow.quota;

import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Roles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pool of member numbers: standing per unit, entering, allotting, voiding. */
@Controller
@RequestMapping("/quota")
class QuotaController {

	private final NumberPoolService pool;

	private final BusinessClock clock;

	QuotaController(NumberPoolService pool, BusinessClock clock) {
		this.pool = pool;
		this.clock = clock;
	}

	@GetMapping
	@AllowedTo({ Roles.COUNTY_COMMITTEE, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.GENERAL_BRANCH })
	String standings(Actor by, Model model) {
		model.addAttribute("standings", this.pool.standings(by));
		return "quota/standings";
	}

	@GetMapping("/{unit}")
	@AllowedTo({ Roles.COUNTY_COMMITTEE, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.GENERAL_BRANCH })
	String unit(@PathVariable("unit") long unitId, @RequestParam(name = "state", required = false) NumberState state,
			@RequestParam(name = "after", required = false) String after, Actor by, Model model) {
		model.addAttribute("book", this.pool.book(unitId, state, after, by));
		model.addAttribute("state", state);
		model.addAttribute("states", NumberState.values());
		model.addAttribute("year", this.clock.today().getYear());
		return "quota/unit";
	}

	@PostMapping("/{unit}/enter")
	@AllowedTo({ Roles.COUNTY_COMMITTEE, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.GENERAL_BRANCH })
	String enter(@PathVariable("unit") long unitId, @RequestParam("prefix") String prefix,
			@RequestParam("first") int first, @RequestParam("count") int count, Actor by, RedirectAttributes flash) {
		this.pool.enter(unitId, prefix.strip(), first, count, by);
		return done(unitId, flash, Message.of("quota.entered", count));
	}

	@PostMapping("/{unit}/allot")
	@AllowedTo({ Roles.COUNTY_COMMITTEE, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.GENERAL_BRANCH })
	String allot(@PathVariable("unit") long unitId, @RequestParam("to") long toUnitId, @RequestParam("count") int count,
			@RequestParam(name = "once", required = false) String once, Actor by, RedirectAttributes flash) {
		this.pool.allotOnce(unitId, toUnitId, count, once, by);
		return done(unitId, flash, Message.of("quota.allotted", count));
	}

	@PostMapping("/{unit}/void")
	@AllowedTo({ Roles.COUNTY_COMMITTEE, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.GENERAL_BRANCH })
	String voidNumber(@PathVariable("unit") long unitId, @RequestParam("number") String number,
			@RequestParam("reason") String reason, Actor by, RedirectAttributes flash) {
		this.pool.voidNumber(number.strip(), reason, by);
		return done(unitId, flash, Message.of("quota.voided", number.strip()));
	}

	private static String done(long unitId, RedirectAttributes flash, Message words) {
		flash.addFlashAttribute("said", words);
		return "redirect:/quota/" + unitId;
	}

}
