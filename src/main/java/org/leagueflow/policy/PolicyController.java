package org.leagueflow.policy;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.web.Words;
import org.springframework.http.HttpStatus;
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

	private static final String VALUE = "value.";

	private static final String SHOWN = "shown.";

	/** So many rules are named after saving, the others are counted. */
	private static final int MAX_NAMED = 5;

	private final PolicyService policies;

	private final Words words;

	PolicyController(PolicyService policies, Words words) {
		this.policies = policies;
		this.words = words;
	}

	@GetMapping
	@AllowedTo({ Roles.ADMIN, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE })
	String list(@RequestParam(name = "unit", required = false) Long unitId, Actor by, Model model) {
		List<UnitCard> units = this.policies.units(by);
		Long shown = (unitId != null || units.isEmpty()) ? unitId : Long.valueOf(units.get(0).id());
		return page(shown, units, Map.of(), Map.of(), by, model);
	}

	/** All fields of the page at once, {@code value.<rule>} and {@code shown.<rule>}. */
	@PostMapping("/{unit}")
	@AllowedTo({ Roles.ADMIN, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE })
	String save(@PathVariable("unit") long unitId, @RequestParam Map<String, String> fields, Actor by, Model model,
			RedirectAttributes flash, HttpServletResponse response) {
		Map<String, String> entered = startingWith(VALUE, fields);
		try {
			List<String> changed = this.policies.save(unitId, entered, startingWith(SHOWN, fields), by);
			flash.addFlashAttribute("said", said(changed));
			return "redirect:/admin/policies?unit=" + unitId;
		}
		catch (Refusal.Invalid refusal) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			model.addAttribute("refusal", refusal.words());
			return page(unitId, this.policies.units(by), entered, refusal.fields(), by, model);
		}
	}

	private String page(Long shown, List<UnitCard> units, Map<String, String> entered, Map<String, Message> faults,
			Actor by, Model model) {
		model.addAttribute("units", units);
		model.addAttribute("unit", shown);
		model.addAttribute("chapters",
				(shown != null) ? PolicyChapter.chapters(this.policies.lines(shown, by)) : Map.of());
		model.addAttribute("entered", entered);
		model.addAttribute("faults", faults);
		return "policy/list";
	}

	private static Map<String, String> startingWith(String prefix, Map<String, String> fields) {
		Map<String, String> found = new LinkedHashMap<>();
		fields.forEach((name, value) -> {
			if (name.startsWith(prefix)) {
				found.put(name.substring(prefix.length()), value);
			}
		});
		return found;
	}

	/** What was saved, by name as long as that can be read at a glance. */
	private Message said(List<String> changed) {
		if (changed.isEmpty()) {
			return Message.of("policy.unchanged");
		}
		String names = changed.stream()
			.limit(MAX_NAMED)
			.map((key) -> this.words.of("policy.rule." + key))
			.collect(Collectors.joining(this.words.of("policy.and")));
		return Message.of((changed.size() > MAX_NAMED) ? "policy.saved.many" : "policy.saved", changed.size(), names);
	}

}
