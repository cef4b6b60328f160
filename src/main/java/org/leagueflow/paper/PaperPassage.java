package org.leagueflow.paper;

/**
 * A stretch of the document's own characters.
 *
 * @param source which text of the document, in its order
 * @param from the first character in that text
 */
public record PaperPassage(int source, int from, PaperPlace place, String text) {

}
