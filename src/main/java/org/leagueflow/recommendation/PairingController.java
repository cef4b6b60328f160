package org.leagueflow.recommendation;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.DateRules;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pairings of Party members with League members: of a branch, and the own ones. */
@Controller
@RequestMapping("/recommendation/pairings")
class PairingController {

	private final PairingService pairings;

	PairingController(PairingService pairings) {
		this.pairings = pairings;
	}

	@GetMapping
	@AllowedTo(AllowedTo.SIGNED_IN)
	String mine(Actor by, Model model) {
		model.addAttribute("pairings", this.pairings.mine(by));
		return "recommendation/pairings";
	}

	@GetMapping("/branches/{branch}")
	@AllowedTo({ Roles.BRANCH_SECRETARY, Roles.BRANCH_COMMITTEE, Roles.GENERAL_BRANCH, Roles.LEAGUE_COMMITTEE,
			Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE, Roles.AUDITOR, Roles.ADMIN })
	String branch(@PathVariable("branch") long branchId, Actor by, Model model) {
		return branch(branchId, Map.of(), Map.of(), by, model);
	}

	private String branch(long branchId, Map<String, String> typed, Map<String, Message> faults, Actor by,
			Model model) {
		model.addAttribute("page", this.pairings.branch(branchId, by));
		model.addAttribute("typed", typed);
		model.addAttribute("faults", faults);
		return "recommendation/branch-pairings";
	}

	/** Pairs two people; refused words come back as typed. */
	@PostMapping("/branches/{branch}")
	@AllowedTo({ Roles.BRANCH_SECRETARY, Roles.BRANCH_COMMITTEE, Roles.LEAGUE_COMMITTEE })
	String begin(@PathVariable("branch") long branchId, @RequestParam(required = false) String member,
			@RequestParam(required = false) String partner, @RequestParam(required = false) String on,
			@RequestParam(required = false) String goal, Actor by, Model model, HttpServletResponse response,
			RedirectAttributes flash) {
		try {
			long id = this.pairings.begin(branchId, number(member), number(partner), DateRules.read("on", on), goal,
					by);
			flash.addFlashAttribute("said", Message.of("recommendation.said.paired"));
			return "redirect:/recommendation/pairings/" + id;
		}
		catch (Refusal.Invalid refusal) {
			response.setStatus(422);
			return branch(branchId, typed("member", member, "partner", partner, "on", on, "goal", goal),
					refusal.fields(), by, model);
		}
	}

	@GetMapping("/{id}")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String pairing(@PathVariable long id, Actor by, Model model) {
		return pairing(id, Map.of(), Map.of(), by, model);
	}

	private String pairing(long id, Map<String, String> typed, Map<String, Message> faults, Actor by, Model model) {
		model.addAttribute("page", this.pairings.detail(id, by));
		model.addAttribute("typed", typed);
		model.addAttribute("faults", faults);
		return "recommendation/pairing";
	}

	@PostMapping("/{id}/activities")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String record(@PathVariable long id, @RequestParam(required = false) String on,
			@RequestParam(required = false) String words, @RequestParam(required = false) String once, Actor by,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		return answered(id, typed("activity", "yes", "on", on, "words", words), by, model, response, flash, (typed) -> {
			this.pairings.record(id, DateRules.read("on", on), words, once, by);
			return "recommendation.said.activity";
		});
	}

	@PostMapping("/{id}/effect")
	@AllowedTo({ Roles.BRANCH_SECRETARY, Roles.BRANCH_COMMITTEE, Roles.LEAGUE_COMMITTEE })
	String effect(@PathVariable long id, @RequestParam(required = false) String effect, Actor by, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		return answered(id, typed("effect", effect), by, model, response, flash, (typed) -> {
			this.pairings.effect(id, effect, by);
			return "recommendation.said.effect";
		});
	}

	@PostMapping("/{id}/end")
	@AllowedTo({ Roles.BRANCH_SECRETARY, Roles.BRANCH_COMMITTEE, Roles.LEAGUE_COMMITTEE })
	String end(@PathVariable long id, @RequestParam(required = false) String on,
			@RequestParam(required = false) String reason, Actor by, Model model, HttpServletResponse response,
			RedirectAttributes flash) {
		return answered(id, typed("end", "yes", "on", on, "reason", reason), by, model, response, flash, (typed) -> {
			this.pairings.end(id, DateRules.read("on", on), reason, by);
			return "recommendation.said.unpaired";
		});
	}

	private String answered(long id, Map<String, String> typed, Actor by, Model model, HttpServletResponse response,
			RedirectAttributes flash, Function<Map<String, String>, String> use) {
		try {
			flash.addFlashAttribute("said", Message.of(use.apply(typed)));
			return "redirect:/recommendation/pairings/" + id;
		}
		catch (Refusal.Invalid refusal) {
			response.setStatus(422);
			return pairing(id, typed, refusal.fields(), by, model);
		}
	}

	private static Map<String, String> typed(String... pairs) {
		Map<String, String> typed = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			typed.put(pairs[i], (pairs[i + 1] != null) ? pairs[i + 1] : "");
		}
		return typed;
	}

	/** Null for what is no number. */
	private static Long number(String typed) {
		return (typed != null && typed.matches("\\d{1,18}")) ? Long.valueOf(typed) : null;
	}

}
