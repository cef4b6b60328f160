package org.leagueflow.meeting;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages of whoever calls and runs a meeting, and of those who go there. */
@Controller
@RequestMapping("/meetings")
class MeetingController {

	private final MeetingService meetings;

	private final MeetingPageService pages;

	private final HallPageService hall;

	private final CalendarPageService calendar;

	private final MeetingAsides asides;

	MeetingController(MeetingService meetings, MeetingPageService pages, HallPageService hall,
			CalendarPageService calendar, MeetingAsides asides) {
		this.meetings = meetings;
		this.pages = pages;
		this.hall = hall;
		this.calendar = calendar;
		this.asides = asides;
	}

	@GetMapping
	@AllowedTo(AllowedTo.SIGNED_IN)
	String list(@RequestParam(required = false) YearMonth month,
			@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day, Model model,
			Actor by) {
		model.addAttribute("page", this.calendar.month(month, day, by));
		return "meeting/list";
	}

	@GetMapping("/convene")
	@AllowedTo({ Roles.GROUP_LEADER, Roles.BRANCH_SECRETARY, Roles.BRANCH_COMMITTEE, Roles.GENERAL_BRANCH,
			Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE })
	String form(@RequestParam(required = false) Long unit, @RequestParam(required = false) MeetingKind kind,
			@RequestParam(required = false) Long again, @RequestParam(required = false) String q, Model model,
			Actor by) {
		model.addAttribute("page", this.pages.convene(unit, kind, again, q, by));
		return "meeting/convene";
	}

	@PostMapping("/convene")
	@AllowedTo({ Roles.GROUP_LEADER, Roles.BRANCH_SECRETARY, Roles.BRANCH_COMMITTEE, Roles.GENERAL_BRANCH,
			Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE })
	String convene(@RequestParam long unit, @RequestParam MeetingKind kind, @RequestParam String place,
			@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime startsAt,
			@RequestParam long chair, @RequestParam long recorder, @RequestParam(required = false) String topics,
			@RequestParam(required = false) List<Long> entries, @RequestParam(required = false) Long again,
			@RequestParam(defaultValue = "false") boolean invite, Actor by, RedirectAttributes next) {
		Convocation convocation = new Convocation(kind, unit, place.strip(), startsAt, chair, recorder, topics,
				(entries != null) ? entries : List.of(), again);
		long id = invite ? this.meetings.conveneAndInvite(convocation, by) : this.meetings.convene(convocation, by);
		return MeetingRedirect.said(next, id, invite ? "meeting.said.invited" : "meeting.said.convened");
	}

	/** The desk of whoever runs the meeting; for others what concerns them. */
	@GetMapping("/{id}")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String meeting(@PathVariable long id, Model model, Actor by) {
		model.addAttribute("asides", this.asides.of(id, by));
		if (!this.pages.runs(id, by)) {
			model.addAttribute("m", this.hall.page(id, by));
			return "meeting/member";
		}
		model.addAttribute("m", this.pages.page(id, by));
		model.addAttribute("c", this.hall.code(id, by));
		return "meeting/meeting";
	}

	@PostMapping("/{id}/invite")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String invite(@PathVariable long id, Actor by, RedirectAttributes next) {
		this.meetings.invite(id, by);
		return MeetingRedirect.said(next, id, "meeting.said.invited");
	}

	@PostMapping("/{id}/move")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String move(@PathVariable long id,
			@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime startsAt,
			@RequestParam(required = false) String place, Actor by, RedirectAttributes next) {
		this.meetings.move(id, startsAt, place, by);
		return MeetingRedirect.said(next, id, "meeting.said.moved");
	}

	@PostMapping("/{id}/chair")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String chair(@PathVariable long id, @RequestParam(required = false) Long personId, Actor by,
			RedirectAttributes next) {
		this.pages.requireRunning(id, by);
		if (personId == null) {
			throw Refusal.Invalid.field("personId", "refusal.meeting.choose-person");
		}
		this.meetings.chair(id, personId, by);
		return MeetingRedirect.said(next, id, "meeting.said.chair");
	}

	@PostMapping("/{id}/reconvene")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String reconvene(@PathVariable long id, Actor by, RedirectAttributes next) {
		return MeetingRedirect.said(next, this.meetings.reconvene(id, by), "meeting.said.reconvened");
	}

	@PostMapping("/{id}/let-be")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String letBe(@PathVariable long id, Actor by, RedirectAttributes next) {
		this.meetings.letBe(id, by);
		return MeetingRedirect.said(next, id, "meeting.said.let-be");
	}

	@PostMapping("/{id}/cancel")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String cancel(@PathVariable long id, Actor by, RedirectAttributes next) {
		this.meetings.cancel(id, by);
		return MeetingRedirect.said(next, id, "meeting.said.cancelled");
	}

	@PostMapping("/{id}/open")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String open(@PathVariable long id, Actor by, RedirectAttributes next) {
		this.meetings.open(id, by);
		return MeetingRedirect.said(next, id, "meeting.said.opened");
	}

	@PostMapping("/{id}/items/{item}/opinions")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String opinion(@PathVariable long id, @PathVariable long item, @RequestParam long personId, Actor by,
			RedirectAttributes next) {
		this.meetings.receiveOpinion(id, item, personId, by);
		return MeetingRedirect.said(next, id, "meeting.said.opinion");
	}

	@PostMapping("/{id}/items/{item}/ballot")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String ballot(@PathVariable long id, @PathVariable long item, @RequestParam(required = false) Long tellerOne,
			@RequestParam(required = false) Long tellerTwo, @RequestParam(defaultValue = "PAPER") BallotMode mode,
			@RequestParam(required = false) List<Long> with, @RequestParam(defaultValue = "false") boolean warned,
			Actor by, RedirectAttributes next) {
		this.meetings.openBallot(id, item, (with != null) ? with : List.of(), mode,
				tellers(id, tellerOne, tellerTwo, by), warned, by);
		return MeetingRedirect.said(next, id, "meeting.said.ballot");
	}

	@PostMapping("/{id}/items/{item}/tellers")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String tellers(@PathVariable long id, @PathVariable long item, @RequestParam(required = false) Long tellerOne,
			@RequestParam(required = false) Long tellerTwo, Actor by, RedirectAttributes next) {
		this.meetings.replaceTellers(id, item, tellers(id, tellerOne, tellerTwo, by), by);
		return MeetingRedirect.said(next, id, "meeting.said.tellers");
	}

	/** Whose meeting it is comes before what was entered. */
	private Tellers tellers(long id, Long one, Long two, Actor by) {
		this.pages.requireRunning(id, by);
		return Tellers.of(one, two);
	}

	@PostMapping("/{id}/items/{item}/postpone")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String postpone(@PathVariable long id, @PathVariable long item, Actor by, RedirectAttributes next) {
		this.meetings.postpone(id, item, by);
		return MeetingRedirect.said(next, id, "meeting.said.postponed");
	}

	@PostMapping("/{id}/give-up")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String giveUp(@PathVariable long id, Actor by, RedirectAttributes next) {
		this.meetings.giveUp(id, by);
		return MeetingRedirect.said(next, id, "meeting.said.void");
	}

	@PostMapping("/{id}/close")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String close(@PathVariable long id, Actor by, RedirectAttributes next) {
		this.meetings.close(id, by);
		next.addFlashAttribute("said", Message.of("meeting.said.closed"));
		return "redirect:/meetings/" + id + "/minutes";
	}

}
