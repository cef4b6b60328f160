package org.leagueflow.audit;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an entry is about.
 *
 * @param kind such as {@code person}
 * @param number its number, or null where it is known by another word
 * @param name what it is called; null where nobody knows it by a name
 * @param path the page on which this reader may look at it, or null
 */
record AuditObject(String kind, Long number, String name, String path) {

	private static final Pattern NUMBERED = Pattern.compile("([a-z-]+):(\\d{1,18})");

	/** Reads a subject as it is recorded: {@code person:17}, {@code account:wang}. */
	static AuditObject of(String subject) {
		Matcher numbered = NUMBERED.matcher(subject);
		if (numbered.matches()) {
			return new AuditObject(numbered.group(1), Long.valueOf(numbered.group(2)), null, null);
		}
		String[] parts = subject.split(":", 2);
		return new AuditObject(parts[0], null, (parts.length > 1) ? parts[1] : null, null);
	}

	/** The key of what the kind is called. */
	public String kindKey() {
		return "audit.object." + this.kind;
	}

	/** Its name, or its number where it has none. */
	public String called() {
		return (this.name != null) ? this.name : Objects.toString(this.number, "");
	}

}
