package org.leagueflow.admission;

import java.time.LocalDate;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Roles;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The yearly review of admissions. */
@Controller
@RequestMapping("/admission/reviews")
class ReviewController {

	private final ReviewService reviews;

	ReviewController(ReviewService reviews) {
		this.reviews = reviews;
	}

	@GetMapping
	@AllowedTo({ Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE })
	String reviews(@RequestParam(required = false) Integer year, Actor by, Model model) {
		model.addAttribute("pages", this.reviews.pages(year, by));
		return "admission/reviews";
	}

	@PostMapping
	@AllowedTo({ Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE })
	String record(@RequestParam(defaultValue = "0") long unit,
			@RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate heldOn,
			@RequestParam(required = false) String findings, Actor by, RedirectAttributes flash) {
		this.reviews.record(unit, heldOn, findings, by);
		flash.addFlashAttribute("said", Message.of("admission.said.reviewed"));
		return "redirect:/admission/reviews?year=" + heldOn.getYear();
	}

}
