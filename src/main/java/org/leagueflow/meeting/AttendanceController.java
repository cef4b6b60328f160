package org.leagueflow.meeting;

import java.util.Set;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages on which people check in and out, and ask for leave. */
@Controller
@RequestMapping("/meetings/{id}")
class AttendanceController {

	private final AttendanceService attendance;

	private final AbsenceService absences;

	private final MeetingService meetings;

	private final MeetingPageService pages;

	private final HallPageService hall;

	AttendanceController(AttendanceService attendance, AbsenceService absences, MeetingService meetings,
			MeetingPageService pages, HallPageService hall) {
		this.attendance = attendance;
		this.absences = absences;
		this.meetings = meetings;
		this.pages = pages;
		this.hall = hall;
	}

	@PostMapping("/check-in/begin")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String begin(@PathVariable long id, Actor by, RedirectAttributes next) {
		this.attendance.beginCheckIn(id, by);
		return MeetingRedirect.said(next, id, "meeting.said.check-in-begun");
	}

	/** Where the QR code leads: the code is in, one tap is left. */
	@GetMapping("/check-in")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String form(@PathVariable long id, @RequestParam(required = false) String code, Model model, Actor by) {
		model.addAttribute("m", this.hall.page(id, by));
		model.addAttribute("code", code);
		return "meeting/check-in";
	}

	@PostMapping("/check-in")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String checkIn(@PathVariable long id, @RequestParam(required = false) String code, Actor by,
			RedirectAttributes next) {
		next.addFlashAttribute("said", this.attendance.checkIn(id, code, by));
		return "redirect:/meetings/" + id;
	}

	@PostMapping("/check-out")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String checkOut(@PathVariable long id, Actor by, RedirectAttributes next) {
		this.attendance.checkOut(id, by);
		return MeetingRedirect.said(next, id, "meeting.said.checked-out");
	}

	@PostMapping("/arrive")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String arrive(@PathVariable long id, @RequestParam long person,
			@RequestHeader(name = "HX-Target", required = false) String target, Model model, Actor by) {
		this.attendance.arrive(id, person, by);
		return roomOrPage(id, target, model, by);
	}

	@PostMapping("/leave")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String leave(@PathVariable long id, @RequestParam long person,
			@RequestHeader(name = "HX-Target", required = false) String target, Model model, Actor by) {
		this.attendance.leave(id, person, by);
		return roomOrPage(id, target, model, by);
	}

	/** One tap changes one row; only without scripts the whole page comes again. */
	private String roomOrPage(long id, String target, Model model, Actor by) {
		if (!"room".equals(target)) {
			return "redirect:/meetings/" + id;
		}
		model.addAttribute("m", this.pages.page(id, by));
		return "meeting/room :: room";
	}

	/** All who are there in one act; where wished the meeting is opened with it. */
	@PostMapping("/roll-call")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String callRoll(@PathVariable long id, @RequestParam(required = false) Set<Long> here,
			@RequestParam(required = false) Set<Long> was, @RequestParam(required = false) Set<Long> excused,
			@RequestParam(defaultValue = "false") boolean open, Actor by, RedirectAttributes next) {
		Set<Long> there = (here != null) ? here : Set.of();
		int came = this.attendance.callRoll(id, there, (was != null) ? was : Set.of(), by);
		if (excused != null) {
			this.absences.excuse(id, excused.stream().filter((person) -> !there.contains(person)).toList(), by);
		}
		if (open) {
			this.meetings.open(id, by);
		}
		next.addFlashAttribute("said",
				Message.of(open ? "meeting.said.called-and-opened" : "meeting.said.called", came));
		return "redirect:/meetings/" + id;
	}

	@PostMapping("/guests")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String welcome(@PathVariable long id, @RequestParam(required = false) String guest, Actor by) {
		this.attendance.welcome(id, guest, by);
		return "redirect:/meetings/" + id;
	}

	@PostMapping("/absences")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String ask(@PathVariable long id, @RequestParam(required = false) String reason, Actor by,
			RedirectAttributes next) {
		this.absences.ask(id, reason, by);
		return MeetingRedirect.said(next, id, "meeting.said.absence-asked");
	}

	@PostMapping("/absences/withdraw")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String withdraw(@PathVariable long id, Actor by, RedirectAttributes next) {
		this.absences.withdraw(id, by);
		return MeetingRedirect.said(next, id, "meeting.said.absence-withdrawn");
	}

	@PostMapping("/absences/{absence}")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String decide(@PathVariable long id, @PathVariable long absence,
			@RequestParam(defaultValue = "false") boolean granted, @RequestParam(required = false) String remark,
			Actor by, RedirectAttributes next) {
		this.absences.decide(id, absence, granted, remark, by);
		return MeetingRedirect.said(next, id,
				granted ? "meeting.said.absence-granted" : "meeting.said.absence-refused");
	}

}
