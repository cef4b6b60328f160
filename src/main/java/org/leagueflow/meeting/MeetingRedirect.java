package org.leagueflow.meeting;

import org.leagueflow.kernel.Message;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Redirects to a meeting's page after an action, with a message. */
final class MeetingRedirect {

	private MeetingRedirect() {
	}

	/** Shows the page, which says what was done. */
	static String said(RedirectAttributes next, long meetingId, String key) {
		next.addFlashAttribute("said", Message.of(key));
		return "redirect:/meetings/" + meetingId;
	}

}
