package org.leagueflow.plan;

import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.meeting.MeetingKind;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What counts for items by itself, and the times of recurring work. */
@Controller
class CountingController {

	private final ItemPageService pages;

	private final CountingService booking;

	private final OccurrenceService occurrences;

	private final AssignmentService assignments;

	CountingController(ItemPageService pages, CountingService booking, OccurrenceService occurrences,
			AssignmentService assignments) {
		this.pages = pages;
		this.booking = booking;
		this.occurrences = occurrences;
		this.assignments = assignments;
	}

	@PostMapping("/plan/items/{item}/links")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String book(@PathVariable("item") long item, @RequestParam(required = false) String number,
			@RequestParam(required = false) Long indicator, @RequestParam(required = false) String kind,
			@RequestParam(required = false) String meeting, @RequestParam(defaultValue = "0") long unit, Actor by,
			RedirectAttributes flash) {
		this.pages.item(item, by);
		if (kind == null) {
			this.booking.book(item, number, indicator, by);
		}
		else {
			this.booking.bookAll(item, read(ProgressSource.class, kind), read(MeetingKind.class, meeting), unit,
					indicator, by);
		}
		flash.addFlashAttribute("said", Message.of("plan.said.linked"));
		return item(item);
	}

	/** Nothing for an empty field. */
	private static <E extends Enum<E>> E read(Class<E> type, String typed) {
		try {
			return (typed == null || typed.isBlank()) ? null : Enum.valueOf(type, typed);
		}
		catch (IllegalArgumentException ex) {
			throw Refusal.Invalid.field("kind", "refusal.plan.link.kind");
		}
	}

	private static String item(long item) {
		return "redirect:/plan/items/" + item;
	}

	@PostMapping("/plan/items/{item}/links/{link}/remove")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String unbook(@PathVariable("item") long item, @PathVariable("link") long link, Actor by) {
		this.pages.item(item, by);
		this.booking.unbook(item, link, by);
		return item(item);
	}

	@PostMapping("/plan/items/{item}/occurrences/{occurrence}")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String settle(@PathVariable("item") long item, @PathVariable("occurrence") long occurrence,
			@RequestParam(defaultValue = "0") long assignment, @RequestParam(defaultValue = "true") boolean done,
			@RequestParam(required = false) String reason, Actor by) {
		this.pages.item(item, by);
		long id = this.assignments.of(item, assignment);
		if (done) {
			this.occurrences.done(id, occurrence, by);
		}
		else {
			this.occurrences.skip(id, occurrence, reason, by);
		}
		return item(item);
	}

}
