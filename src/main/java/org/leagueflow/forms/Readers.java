package org.leagueflow.forms;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may read an answer or a note of a case, besides whoever wrote it and whoever has
 * the case to work on. A form says so per field: {@code "properties": {"readers":
 * "subject, mentor"}}; a field that says nothing is read by nobody else.
 *
 * @param words whom: {@link #SUBJECT}, {@link #STARTER}, a part of the case or
 * {@link #EVERYONE}
 */
public record Readers(Set<String> words) {

	/** The person whom the case is about. */
	public static final String SUBJECT = "subject";

	/** Whoever handed the start form in for somebody else. */
	public static final String STARTER = "starter";

	/** Everybody who may open the case at all. */
	public static final String EVERYONE = "everyone";

	/** What every form may use, besides the roles of a case that its process declares. */
	static final List<String> OF_EVERY_CASE = List.of(SUBJECT, STARTER, EVERYONE);

	/** Nobody else. */
	public static final Readers NONE = new Readers(Set.of());

	public Readers {
		words = Set.copyOf(words);
	}

	public static Readers of(String... words) {
		return new Readers(Set.of(words));
	}

	/** Reads what a form or a row says; words that nobody is open nothing. */
	public static Readers parse(String text) {
		return new Readers(new LinkedHashSet<>(split(text)));
	}

	/** The single words of a list, separated by commas or blanks. */
	static List<String> split(String text) {
		return (text != null) ? Arrays.stream(text.split("[,，、\\s]+")).filter((word) -> !word.isEmpty()).toList()
				: List.of();
	}

	/** Whether somebody to whom these words apply is among them. */
	public boolean include(Set<String> reader) {
		return this.words.contains(EVERYONE) || this.words.stream().anyMatch(reader::contains);
	}

	/** As a form or a row has it, in a settled order; null for nobody. */
	public String text() {
		return this.words.isEmpty() ? null : String.join(",", new TreeSet<>(this.words));
	}

}
