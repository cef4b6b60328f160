package org.leagueflow.meeting;

import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The living parts of a meeting, asked for again every few seconds, and the wall. */
@Controller
@RequestMapping("/meetings/{id}")
class HallController {

	private final HallPageService hall;

	private final MeetingPageService pages;

	HallController(HallPageService hall, MeetingPageService pages) {
		this.hall = hall;
		this.pages = pages;
	}

	/** Attendance, agenda and roll of the chair's page. */
	@GetMapping("/room")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String room(@PathVariable long id, Model model, Actor by) {
		this.pages.requireRunning(id, by);
		model.addAttribute("m", this.pages.page(id, by));
		return "meeting/room :: room";
	}

	/** What somebody in the room sees on the phone. */
	@GetMapping("/now")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String now(@PathVariable long id, Model model, Actor by) {
		model.addAttribute("m", this.hall.page(id, by));
		return "meeting/now :: now";
	}

	/** What everybody sees on the wall. */
	@GetMapping("/screen")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String screen(@PathVariable long id, Model model, Actor by) {
		model.addAttribute("c", this.hall.code(id, by));
		model.addAttribute("m", this.hall.page(id, by));
		model.addAttribute("turnout", this.hall.turnout(id, by));
		return "meeting/screen";
	}

	/** The code of the moment; on the wall and on the desk only. */
	@GetMapping("/code")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String code(@PathVariable long id, Model model, Actor by) {
		ScreenCode code = this.hall.code(id, by);
		model.addAttribute("c", code);
		return (code != null) ? "meeting/code :: code(c=${c})" : "meeting/code :: none";
	}

}
