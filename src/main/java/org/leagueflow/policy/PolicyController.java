package org.leagueflow.policy;

import java.util.List;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People.UnitCard;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rules' constants with their sources, and what a unit sets in their place. */
@Controller
@RequestMapping("/admin/policies")
class PolicyController {

	private final PolicyService policies;

	PolicyController(PolicyService policies) {
		this.policies = policies;
	}

	@GetMapping
	@AllowedTo({ Roles.ADMIN, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE })
	String list(@RequestParam(name = "unit", required = false) Long unitId, Actor by, Model model) {
		List<UnitCard> units = this.policies.units(by);
		Long shown = (unitId != null || units.isEmpty()) ? unitId : Long.valueOf(units.get(0).id());
		model.addAttribute("units", units);
		model.addAttribute("unit", shown);
		model.addAttribute("lines", (shown != null) ? this.policies.lines(shown, by) : List.of());
		return "policy/list";
	}

	@PostMapping("/{unit}")
	@AllowedTo({ Roles.ADMIN, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE })
	String set(@PathVariable("unit") long unitId, @RequestParam("key") String key, @RequestParam("value") String value,
			Actor by, RedirectAttributes flash) {
		this.policies.set(unitId, key, value, by);
		return saved(unitId, flash, "policy.saved");
	}

	@PostMapping("/{unit}/clear")
	@AllowedTo({ Roles.ADMIN, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE })
	String clear(@PathVariable("unit") long unitId, @RequestParam("key") String key, Actor by,
			RedirectAttributes flash) {
		this.policies.clear(unitId, key, by);
		return saved(unitId, flash, "policy.cleared");
	}

	private static String saved(long unitId, RedirectAttributes flash, String words) {
		flash.addFlashAttribute("said", Message.of(words));
		return "redirect:/admin/policies?unit=" + unitId;
	}

}
