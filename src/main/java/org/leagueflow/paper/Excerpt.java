package org.leagueflow.paper;

import java.util.ArrayList;
import java.util.List;

/** Some characters of a text of the document, never copied, so that none gets lost. */
record Excerpt(SourceText source, int from, int to) {

	String text() {
		return this.source.text().substring(this.from, this.to);
	}

	/** With digits and signs in the width of ASCII; every character keeps its place. */
	String half() {
		return PaperText.half(text());
	}

	boolean blank() {
		return PaperText.blank(text());
	}

	/** A part of it, counted from its beginning. */
	Excerpt part(int begin, int end) {
		return new Excerpt(this.source, this.from + begin, this.from + end);
	}

	Excerpt after(int begin) {
		return part(begin, this.to - this.from);
	}

	/** Its lines, without blank ones. */
	List<Excerpt> lines() {
		List<Excerpt> lines = new ArrayList<>();
		String text = text();
		int begin = 0;
		for (int at = 0; at <= text.length(); at++) {
			if (at == text.length() || text.charAt(at) == '\n') {
				Excerpt line = part(begin, at);
				if (!line.blank()) {
					lines.add(line);
				}
				begin = at + 1;
			}
		}
		return lines;
	}

	PaperPlace place() {
		String before = this.source.text().substring(0, this.from + leading());
		int line = (int) before.chars().filter((sign) -> sign == '\n').count() + 1;
		return (this.source.text().indexOf('\n') >= 0) ? this.source.place().atLine(line) : this.source.place();
	}

	private int leading() {
		String text = text();
		int at = 0;
		while (at < text.length() && PaperText.space(text.charAt(at))) {
			at++;
		}
		return (at == text.length()) ? 0 : at;
	}

	PaperPassage passage() {
		return new PaperPassage(this.source.index(), this.from, place(), text());
	}

}
