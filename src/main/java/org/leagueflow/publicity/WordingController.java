package org.leagueflow.publicity;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A unit's own words for its notices. */
@Controller
@RequestMapping("/publicity/wordings")
class WordingController {

	private final WordingService wordings;

	WordingController(WordingService wordings) {
		this.wordings = wordings;
	}

	@GetMapping
	@AllowedTo({ Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.GENERAL_BRANCH, Roles.COUNTY_COMMITTEE })
	String form(Actor by, Model model) {
		return form(by, Map.of(), null, model);
	}

	private String form(Actor by, Map<String, String> typed, Message fault, Model model) {
		model.addAttribute("units", this.wordings.of(by));
		model.addAttribute("typed", typed);
		model.addAttribute("fault", fault);
		return "publicity/wordings";
	}

	/** Refused words come back as typed, with what is wrong about them. */
	@PostMapping
	@AllowedTo({ Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.GENERAL_BRANCH, Roles.COUNTY_COMMITTEE })
	String change(@RequestParam long unit, @RequestParam String key, @RequestParam(required = false) String text,
			Actor by, Model model, HttpServletResponse response, RedirectAttributes next) {
		try {
			this.wordings.change(unit, key, text, by);
		}
		catch (Refusal.Invalid refusal) {
			response.setStatus(422);
			return form(by, Map.of(unit + " " + key, text), refusal.fields().get("text"), model);
		}
		next.addFlashAttribute("said", Message.of("publicity.said.worded"));
		return "redirect:/publicity/wordings";
	}

}
