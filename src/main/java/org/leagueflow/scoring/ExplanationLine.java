package org.leagueflow.scoring;

import org.leagueflow.kernel.Message;

/**
 * One line of an explanation.
 *
 * @param depth how far it is indented
 * @param problem whether it says why there is no number
 */
public record ExplanationLine(int depth, Message words, boolean problem) {
}
