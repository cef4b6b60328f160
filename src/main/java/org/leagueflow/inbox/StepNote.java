package org.leagueflow.inbox;

import java.util.List;
import org.leagueflow.kernel.Message;

/**
 * What has become of a step since it was opened, where doing it may no longer be the
 * right answer.
 *
 * @param state one or two words in place of the step's name, such as 未召开
 * @param words the whole sentence, for the page of the step
 * @param ways what to do instead
 */
public record StepNote(Message state, Message words, List<Way> ways) {

	/** A link to a page where something else can be done. */
	public record Way(Message words, String path) {
	}

}
