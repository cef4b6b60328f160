package org.leagueflow.paper;

import org.leagueflow.kernel.Message;

/**
 * Why something was read as it was.
 *
 * @param field {@code kind}, {@code label}, {@code text}, {@code spans}, {@code owners},
 * {@code indicators}, {@code section} or {@code mainTask}
 * @param confidence in percent
 * @param reason the evidence in words
 */
public record PaperGuess(String field, int confidence, Message reason) {

	/** Below this somebody should look. */
	public static final int SURE = 80;

	static PaperGuess of(String field, int confidence, String reason, Object... args) {
		return new PaperGuess(field, confidence, Message.of("paper.guess." + reason, args));
	}

	public boolean sure() {
		return this.confidence >= SURE;
	}

}
