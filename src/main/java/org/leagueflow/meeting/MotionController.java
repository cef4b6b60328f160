package org.leagueflow.meeting;

import java.util.List;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
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

/** The form on which people put an election, a grading or a motion on an agenda. */
@Controller
@RequestMapping("/meetings/motions")
class MotionController {

	private final MotionService motions;

	MotionController(MotionService motions) {
		this.motions = motions;
	}

	@GetMapping("/new")
	@AllowedTo({ Roles.BRANCH_SECRETARY, Roles.BRANCH_COMMITTEE, Roles.GENERAL_BRANCH, Roles.LEAGUE_COMMITTEE,
			Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE })
	String form(@RequestParam(required = false) Long unit, @RequestParam(required = false) String matter,
			@RequestParam(required = false) Long meeting, Model model, Actor by) {
		model.addAttribute("page", this.motions.page(unit, matter, meeting, by));
		return "meeting/motion";
	}

	@PostMapping
	@AllowedTo({ Roles.BRANCH_SECRETARY, Roles.BRANCH_COMMITTEE, Roles.GENERAL_BRANCH, Roles.LEAGUE_COMMITTEE,
			Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE })
	String put(@RequestParam long unit, @RequestParam String matter, @RequestParam MeetingKind kind,
			@RequestParam String title, @RequestParam(defaultValue = "1") int seats,
			@RequestParam(required = false) List<Long> persons, @RequestParam(required = false) Long meeting, Actor by,
			RedirectAttributes next) {
		this.motions.put(new Motion(matter, kind, unit, title, List.of(), seats),
				(persons != null) ? persons : List.of(), meeting, by);
		next.addFlashAttribute("said", Message.of("meeting.said.motion"));
		return (meeting != null) ? "redirect:/meetings/" + meeting : "redirect:/meetings";
	}

	@PostMapping("/{entry}/withdraw")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String withdraw(@PathVariable long entry, Actor by, RedirectAttributes next) {
		this.motions.withdraw(entry, by);
		next.addFlashAttribute("said", Message.of("meeting.said.motion-withdrawn"));
		return "redirect:/meetings";
	}

}
