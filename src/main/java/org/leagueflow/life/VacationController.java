package org.leagueflow.life;

import java.time.LocalDate;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Roles;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When schools are on vacation. */
@Controller
@RequestMapping("/life/vacations")
@AllowedTo({ Roles.GENERAL_BRANCH, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE })
class VacationController {

	private final VacationService vacations;

	VacationController(VacationService vacations) {
		this.vacations = vacations;
	}

	@GetMapping
	String list(Actor by, Model model) {
		model.addAttribute("units", this.vacations.units(by));
		model.addAttribute("lines", this.vacations.lines(by));
		return "life/vacations";
	}

	@PostMapping
	String enter(@RequestParam(required = false) Long unit, @RequestParam(required = false) String name,
			@RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate first,
			@RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate last, Actor by,
			RedirectAttributes next) {
		this.vacations.enter((unit != null) ? unit : 0, name, first, last, by);
		next.addFlashAttribute("said", Message.of("life.said.vacation"));
		return "redirect:/life/vacations";
	}

	@PostMapping("/{id}/remove")
	String remove(@PathVariable long id, Actor by, RedirectAttributes next) {
		this.vacations.remove(id, by);
		next.addFlashAttribute("said", Message.of("life.said.vacation-removed"));
		return "redirect:/life/vacations";
	}

}
