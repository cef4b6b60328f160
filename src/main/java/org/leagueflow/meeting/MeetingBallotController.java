package org.leagueflow.meeting;

import java.util.List;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages with which whoever runs a meeting manages an electronic ballot. */
@Controller("meetingBoxController")
@RequestMapping("/meetings/{id}/items/{item}")
class MeetingBallotController {

	private final BoxService boxes;

	private final MeetingPageService pages;

	MeetingBallotController(BoxService boxes, MeetingPageService pages) {
		this.boxes = boxes;
		this.pages = pages;
	}

	/**
	 * Papers for those ticked, or for all in the room who have neither one nor voted.
	 */
	@PostMapping("/papers")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String handPapers(@PathVariable long id, @PathVariable long item,
			@RequestParam(required = false) List<Long> persons, @RequestParam(defaultValue = "false") boolean all,
			@RequestHeader(name = "HX-Target", required = false) String target, Model model, Actor by,
			RedirectAttributes next) {
		Handout handout = all ? this.boxes.handPapersToAll(id, item, by)
				: this.boxes.handPapers(id, item, ticked(id, persons, by), by);
		return roomOrPage(id, handout, target, model, by, next);
	}

	@PostMapping("/papers/back")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String takeBack(@PathVariable long id, @PathVariable long item, @RequestParam(required = false) List<Long> persons,
			@RequestHeader(name = "HX-Target", required = false) String target, Model model, Actor by,
			RedirectAttributes next) {
		return roomOrPage(id, this.boxes.takeBack(id, item, ticked(id, persons, by), by), target, model, by, next);
	}

	@PostMapping("/ballot/again")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String again(@PathVariable long id, @PathVariable long item, @RequestParam(required = false) String reason,
			Actor by, RedirectAttributes next) {
		this.boxes.holdAgain(id, item, reason, by);
		return MeetingRedirect.said(next, id, "meeting.said.held-again");
	}

	/** The list is renewed where it stands; only without scripts the page comes again. */
	private String roomOrPage(long id, Handout handout, String target, Model model, Actor by, RedirectAttributes next) {
		if ("room".equals(target)) {
			model.addAttribute("m", this.pages.page(id, by));
			model.addAttribute("handout", handout);
			return "meeting/room :: room";
		}
		next.addFlashAttribute("said",
				Message.of(handout.back() ? "meeting.said.papers-back" : "meeting.said.papers-handed",
						handout.done().size(), handout.already().size(), handout.voted().size()));
		return "redirect:/meetings/" + id;
	}

	/** Whose meeting it is comes before what was entered. */
	private List<Long> ticked(long id, List<Long> persons, Actor by) {
		this.pages.requireRunning(id, by);
		if (persons == null || persons.isEmpty()) {
			throw Refusal.Invalid.field("persons", "refusal.meeting.who-paper");
		}
		return persons.stream().distinct().toList();
	}

}
