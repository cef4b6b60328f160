package org.leagueflow.meeting;

import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What whoever runs a meeting does beside an electronic ballot. */
@Controller("meetingBoxController")
@RequestMapping("/meetings/{id}/items/{item}")
class BoxController {

	private final BoxService boxes;

	private final MeetingPageService pages;

	BoxController(BoxService boxes, MeetingPageService pages) {
		this.boxes = boxes;
		this.pages = pages;
	}

	@PostMapping("/papers")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String handPaper(@PathVariable long id, @PathVariable long item, @RequestParam(required = false) Long personId,
			Actor by, RedirectAttributes next) {
		this.boxes.handPaper(id, item, person(id, personId, by), by);
		return ToMeeting.said(next, id, "meeting.said.paper-handed");
	}

	@PostMapping("/papers/back")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String takeBack(@PathVariable long id, @PathVariable long item, @RequestParam(required = false) Long personId,
			Actor by, RedirectAttributes next) {
		this.boxes.takeBack(id, item, person(id, personId, by), by);
		return ToMeeting.said(next, id, "meeting.said.paper-back");
	}

	@PostMapping("/ballot/again")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String again(@PathVariable long id, @PathVariable long item, @RequestParam(required = false) String reason,
			Actor by, RedirectAttributes next) {
		this.boxes.holdAgain(id, item, reason, by);
		return ToMeeting.said(next, id, "meeting.said.held-again");
	}

	/** Whose meeting it is comes before what was entered. */
	private long person(long id, Long personId, Actor by) {
		this.pages.requireRunning(id, by);
		if (personId == null) {
			throw Refusal.Invalid.field("personId", "refusal.meeting.who-paper");
		}
		return personId;
	}

}
