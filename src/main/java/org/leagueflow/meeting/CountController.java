package org.leagueflow.meeting;

import java.util.Map;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which each of the two tellers enters the own count, on the own phone. */
@Controller
@RequestMapping("/meetings/{id}/items/{item}/count")
class CountController {

	private final MeetingService meetings;

	private final MeetingPageService pages;

	CountController(MeetingService meetings, MeetingPageService pages) {
		this.meetings = meetings;
		this.pages = pages;
	}

	/** Asked before anything that was entered is looked at: only a teller gets on. */
	@ModelAttribute("c")
	CountPage page(@PathVariable long id, @PathVariable long item, Actor by) {
		return this.pages.count(id, item, by);
	}

	@GetMapping
	@AllowedTo(AllowedTo.SIGNED_IN)
	String form() {
		return "meeting/count";
	}

	@PostMapping
	@AllowedTo(AllowedTo.SIGNED_IN)
	String count(@PathVariable long id, @PathVariable long item, @RequestParam Map<String, String> typed, Actor by,
			RedirectAttributes next) {
		Item.Counting counting = this.meetings.count(id, item, new CountForm(typed), by);
		if (counting != Item.Counting.DIFFER) { // the page says that, and not as a
												// success
			next.addFlashAttribute("said", Message.of("meeting.counting." + counting));
		}
		return "redirect:/meetings/" + id + "/items/" + item + "/count";
	}

}
