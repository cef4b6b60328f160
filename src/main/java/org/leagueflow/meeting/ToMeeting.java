package org.leagueflow.meeting;

import org.leagueflow.kernel.Message;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The way back to a meeting's page once something was done. */
final class ToMeeting {

	private ToMeeting() {
	}

	/** Shows the page, which says what was done. */
	static String said(RedirectAttributes next, long meetingId, String key) {
		next.addFlashAttribute("said", Message.of(key));
		return "redirect:/meetings/" + meetingId;
	}

}
