package org.leagueflow.forms;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.leagueflow.kernel.Roles;

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

	/** Every word that a form may use. */
	public static final List<String> KNOWN = List.of(SUBJECT, STARTER, Roles.MENTOR, Roles.INTRODUCER, EVERYONE);

	/** Nobody else. */
	public static final Readers NONE = new Readers(Set.of());

	public Readers {
		words = Set.copyOf(words);
	}

	public static Readers of(String... words) {
		return new Readers(Set.of(words));
	}

	/** Reads what a form or a row says; words that are not known open nothing. */
	public static Readers parse(String text) {
		Set<String> words = new LinkedHashSet<>(split(text));
		words.retainAll(KNOWN);
		return new Readers(words);
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
		return this.words.isEmpty() ? null : String.join(",", KNOWN.stream().filter(this.words::contains).toList());
	}

}
