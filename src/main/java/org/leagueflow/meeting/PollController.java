package org.leagueflow.meeting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leagueflow.ballot.Mark;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What is done around the ballots of one item: recusals, help with a paper, another
 * ballot, proposed grades.
 */
@Controller
@RequestMapping("/meetings/{id}/items/{item}")
class PollController {

	private static final String GRADE = "grade-";

	private final MeetingService meetings;

	private final MeetingPageService pages;

	PollController(MeetingService meetings, MeetingPageService pages) {
		this.meetings = meetings;
		this.pages = pages;
	}

	@PostMapping("/again")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String again(@PathVariable long id, @PathVariable long item, @RequestParam(required = false) Long tellerOne,
			@RequestParam(required = false) Long tellerTwo, @RequestParam(required = false) List<Long> chosen,
			@RequestParam(defaultValue = "PAPER") BallotMode mode, @RequestParam(defaultValue = "false") boolean warned,
			Actor by, RedirectAttributes next) {
		this.pages.requireRunning(id, by);
		this.meetings.openAgain(id, item, mode, Tellers.of(tellerOne, tellerTwo), (chosen != null) ? chosen : List.of(),
				warned, by);
		return MeetingRedirect.said(next, id, "meeting.said.ballot");
	}

	@PostMapping("/settle")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String settle(@PathVariable long id, @PathVariable long item, Actor by, RedirectAttributes next) {
		this.meetings.settle(id, item, by);
		return MeetingRedirect.said(next, id, "meeting.said.settled");
	}

	/** Without a person it is the own recusal. */
	@PostMapping("/recusals")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String recuse(@PathVariable long id, @PathVariable long item, @RequestParam(required = false) Long personId,
			@RequestParam(required = false) String reason, Actor by, RedirectAttributes next) {
		this.meetings.recuse(id, item, (personId != null) ? personId : by.personId(), reason, by);
		return MeetingRedirect.said(next, id, "meeting.said.recused");
	}

	@PostMapping("/recusals/lift")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String lift(@PathVariable long id, @PathVariable long item, @RequestParam(required = false) Long personId, Actor by,
			RedirectAttributes next) {
		this.pages.requireRunning(id, by);
		this.meetings.unrecuse(id, item, named("personId", personId), by);
		return MeetingRedirect.said(next, id, "meeting.said.unrecused");
	}

	@PostMapping("/assistances")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String assist(@PathVariable long id, @PathVariable long item, @RequestParam(required = false) Long voter,
			@RequestParam(required = false) Long scribe, Actor by, RedirectAttributes next) {
		this.pages.requireRunning(id, by);
		this.meetings.assist(id, item, named("voter", voter), named("scribe", scribe), by);
		return MeetingRedirect.said(next, id, "meeting.said.assisted");
	}

	@PostMapping("/proposals")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String propose(@PathVariable long id, @PathVariable long item, @RequestParam Map<String, String> typed, Actor by,
			RedirectAttributes next) {
		this.pages.requireRunning(id, by);
		this.meetings.propose(id, item, grades(typed), by);
		return MeetingRedirect.said(next, id, "meeting.said.proposed");
	}

	private static long named(String field, Long person) {
		if (person == null) {
			throw Refusal.Invalid.field(field, "refusal.meeting.choose-person");
		}
		return person;
	}

	private static Map<Long, Mark> grades(Map<String, String> typed) {
		Map<Long, Mark> grades = new HashMap<>();
		typed.forEach((field, grade) -> {
			if (field.startsWith(GRADE) && !grade.isBlank()) {
				grades.put(person(field), grade(field, grade));
			}
		});
		return grades;
	}

	private static long person(String field) {
		try {
			return Long.parseLong(field.substring(GRADE.length()));
		}
		catch (NumberFormatException ex) {
			throw Refusal.Invalid.field(field, "refusal.meeting.no-number");
		}
	}

	private static Mark grade(String field, String grade) {
		try {
			return Mark.valueOf(grade);
		}
		catch (IllegalArgumentException ex) {
			throw Refusal.Invalid.field(field, "refusal.meeting.unknown-grade");
		}
	}

}
