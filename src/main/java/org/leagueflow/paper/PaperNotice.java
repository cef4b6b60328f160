package org.leagueflow.paper;

import org.leagueflow.kernel.Message;

/**
 * Something about the document that a person should know.
 *
 * @param place where, or null when it is about the whole
 */
public record PaperNotice(PaperPlace place, Message words) {

	static PaperNotice of(PaperPlace place, String key, Object... args) {
		return new PaperNotice(place, Message.of("paper.notice." + key, args));
	}

}
