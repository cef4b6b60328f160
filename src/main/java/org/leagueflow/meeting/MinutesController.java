package org.leagueflow.meeting;

import org.leagueflow.document.WordFile;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Minutes of a meeting as a page and as a Word file. */
@Controller
@RequestMapping("/meetings/{id}")
class MinutesController {

	private final MeetingService meetings;

	private final MeetingPageService pages;

	private final MinutesDocument document;

	private final MeetingAsides asides;

	MinutesController(MeetingService meetings, MeetingPageService pages, MinutesDocument document,
			MeetingAsides asides) {
		this.meetings = meetings;
		this.pages = pages;
		this.document = document;
		this.asides = asides;
	}

	@GetMapping("/minutes")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String minutes(@PathVariable long id, Model model, Actor by) {
		model.addAttribute("m", this.pages.page(id, by));
		model.addAttribute("asides", this.asides.of(id, by));
		return "meeting/minutes";
	}

	@PostMapping("/minutes")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String write(@PathVariable long id, @RequestParam String minutes,
			@RequestParam(defaultValue = "false") boolean sign, Actor by, RedirectAttributes next) {
		if (sign) {
			this.meetings.minuteAndSign(id, minutes, by);
		}
		else {
			this.meetings.minute(id, minutes, by);
		}
		next.addFlashAttribute("said", Message.of(sign ? "meeting.said.signed" : "meeting.said.minuted"));
		return "redirect:/meetings/" + id + "/minutes";
	}

	@PostMapping("/return")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String sendBack(@PathVariable long id, @RequestParam(required = false) String remark, Actor by,
			RedirectAttributes next) {
		this.meetings.returnMinutes(id, remark, by);
		next.addFlashAttribute("said", Message.of("meeting.said.returned"));
		return "redirect:/meetings/" + id + "/minutes";
	}

	@PostMapping("/sign")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String sign(@PathVariable long id, Actor by, RedirectAttributes next) {
		this.meetings.sign(id, by);
		next.addFlashAttribute("said", Message.of("meeting.said.signed"));
		return "redirect:/meetings/" + id + "/minutes";
	}

	@GetMapping("/minutes.docx")
	@AllowedTo(AllowedTo.SIGNED_IN)
	ResponseEntity<byte[]> word(@PathVariable long id, Actor by) {
		MeetingPage meeting = this.pages.page(id, by);
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(WordFile.TYPE))
			.header(HttpHeaders.CONTENT_DISPOSITION, this.document.fileName(meeting))
			.body(this.document.write(meeting));
	}

}
