package org.leagueflow.paper;

/**
 * A paragraph, cell line or other text of the document, whole.
 *
 * @param index its place among the texts of the document
 * @param generated how many characters at its beginning the word processor makes up, as
 * the number of a numbered paragraph
 */
record SourceText(int index, PaperPlace place, String text, int generated) {

	Excerpt whole() {
		return new Excerpt(this, 0, this.text.length());
	}

}
