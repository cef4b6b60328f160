package org.leagueflow.award;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.requirement.Comparison;
import org.leagueflow.requirement.Window;
import org.leagueflow.scoring.Retake;
import org.leagueflow.scoring.RoundingRule;
import org.leagueflow.scoring.ScoreComponent;
import org.leagueflow.scoring.TiePolicy;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which offices define awards. */
@Controller
@RequestMapping("/awards/definitions")
class AwardController {

	private static final String REDIRECT = "redirect:/awards/definitions";

	private final AwardService awards;

	AwardController(AwardService awards) {
		this.awards = awards;
	}

	@GetMapping
	@AllowedTo({ Roles.COUNTY_COMMITTEE, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.GENERAL_BRANCH })
	String list(Actor by, Model model) {
		model.addAttribute("lines", this.awards.lines(by));
		model.addAttribute("units", this.awards.units(by));
		model.addAttribute("templates", this.awards.templates());
		return "award/definitions";
	}

	@PostMapping
	@AllowedTo({ Roles.COUNTY_COMMITTEE, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.GENERAL_BRANCH })
	String create(@RequestParam("unit") long unitId, @RequestParam(name = "from", defaultValue = "") String from,
			@RequestParam(name = "once", required = false) String once, Actor by) {
		return this.awards.create(unitId, from, once, by).map((id) -> REDIRECT + "/" + id).orElse(REDIRECT);
	}

	@GetMapping("/{edition}")
	@AllowedTo({ Roles.COUNTY_COMMITTEE, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.GENERAL_BRANCH })
	String edition(@PathVariable("edition") long editionId, Actor by, Model model) {
		return page(this.awards.page(editionId, by), Map.of(), model);
	}

	/**
	 * Shows the page anew with an entry added or removed, or a formula tried; saves
	 * nothing.
	 */
	@PostMapping("/{edition}/compose")
	@AllowedTo({ Roles.COUNTY_COMMITTEE, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.GENERAL_BRANCH })
	String compose(@PathVariable("edition") long editionId, @RequestParam Map<String, String> fields,
			@RequestParam(name = "op", defaultValue = "") String op, Actor by, Model model) {
		AwardForm form = AwardForm.of(fields);
		form.change(op);
		AwardPage page = this.awards.typed(editionId, form, by);
		if (op.equals("try")) {
			tried(page, fields, model);
		}
		return page(page.read(version(fields, page)), typed(fields), model);
	}

	private static void tried(AwardPage page, Map<String, String> fields, Model model) {
		AwardDefinition definition = page.form().read().definition();
		boolean usable = definition != null && definition.scheme() != null && definition.scheme().faults().isEmpty();
		if (usable) {
			model.addAttribute("score", definition.scheme().score(AwardTryOut.inputs(definition.scheme(), fields)));
		}
		model.addAttribute("tried", usable);
	}

	@PostMapping("/{edition}")
	@AllowedTo({ Roles.COUNTY_COMMITTEE, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.GENERAL_BRANCH })
	String save(@PathVariable("edition") long editionId, @RequestParam Map<String, String> fields, Actor by,
			Model model, RedirectAttributes flash, HttpServletResponse response) {
		AwardForm form = AwardForm.of(fields);
		Optional<AwardConflict> conflict = this.awards.save(editionId, form, version(fields, null), by);
		if (conflict.isPresent()) {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("conflict", conflict.get());
			return page(conflict.get().page(), typed(fields), model);
		}
		flash.addFlashAttribute("said", Message.of("award.saved"));
		return REDIRECT + "/" + editionId;
	}

	@PostMapping("/{edition}/release")
	@AllowedTo({ Roles.COUNTY_COMMITTEE, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.GENERAL_BRANCH })
	String release(@PathVariable("edition") long editionId,
			@RequestParam(name = "version", defaultValue = "-1") long version, Actor by, Model model,
			RedirectAttributes flash, HttpServletResponse response) {
		try {
			this.awards.release(editionId, version, by);
		}
		catch (Refusal.Invalid refusal) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			model.addAttribute("refused", refusal.words());
			return page(this.awards.page(editionId, by), Map.of(), model);
		}
		flash.addFlashAttribute("said", Message.of("award.released"));
		return REDIRECT + "/" + editionId;
	}

	@PostMapping("/{edition}/copy")
	@AllowedTo({ Roles.COUNTY_COMMITTEE, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.GENERAL_BRANCH })
	String copy(@PathVariable("edition") long editionId, Actor by) {
		return REDIRECT + "/" + this.awards.copy(editionId, by);
	}

	private static long version(Map<String, String> fields, AwardPage page) {
		String version = fields.getOrDefault("version", "");
		if (!version.matches("[0-9]{1,18}")) {
			return (page != null) ? page.version() : -1;
		}
		return Long.parseLong(version);
	}

	private static Map<String, String> typed(Map<String, String> fields) {
		Map<String, String> typed = new LinkedHashMap<>();
		fields.forEach((name, value) -> {
			if (name.startsWith("try.")) {
				typed.put(name.substring("try.".length()), value);
			}
		});
		return typed;
	}

	private static String page(AwardPage page, Map<String, String> tries, Model model) {
		model.addAttribute("page", page);
		model.addAttribute("tries", tries);
		model.addAttribute("kinds", AwardForm.PARTS.keySet());
		model.addAttribute("judged", AwardJudged.values());
		model.addAttribute("periods", AwardPeriod.values());
		model.addAttribute("bases", AwardBase.values());
		model.addAttribute("modes", RoundingRule.Mode.values());
		model.addAttribute("comparisons", Comparison.values());
		model.addAttribute("windows", new Window[] { Window.EVER, Window.YEAR, Window.LAST_CALENDAR_YEAR });
		model.addAttribute("sources", ScoreComponent.Source.values());
		model.addAttribute("ties", TiePolicy.values());
		model.addAttribute("limitKinds", AwardLimit.Kind.values());
		model.addAttribute("exclusionKinds", AwardExclusion.Kind.values());
		model.addAttribute("themes", AwardTheme.values());
		model.addAttribute("stepKinds", AwardStep.Kind.values());
		model.addAttribute("stepBallots", AwardStep.Ballot.values());
		model.addAttribute("whiches", Retake.Which.values());
		model.addAttribute("tiers", AwardStep.Tier.values());
		return "award/definition";
	}

}
