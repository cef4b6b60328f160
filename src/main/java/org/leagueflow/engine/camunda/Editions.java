package org.leagueflow.engine.camunda;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks decision tables whose rows hold for a time, in the columns {@code validFrom} and
 * {@code validTo} (both days included, empty for no limit): rows that answer the same
 * question must follow each other without a gap and without an overlap, and the last one
 * must have no end.
 */
final class Editions {

	private static final String FROM = "validFrom";

	private static final String TO = "validTo";

	private final Folder folder;

	private final String path;

	private Editions(Folder folder, String path) {
		this.folder = folder;
		this.path = path;
	}

	/** Tells the folder what is wrong with the editions of a file's tables. */
	static void check(Folder folder, String path, XmlElement root) {
		Editions editions = new Editions(folder, path);
		root.all().filter((element) -> element.name().equals("decisionTable")).forEach(editions::check);
	}

	private void fault(XmlElement at, String key, Object... args) {
		this.folder.fault(this.path, at, "edition." + key, args);
	}

	private void check(XmlElement table) {
		List<String> outputs = table.named("output").stream().map((output) -> output.get("name")).toList();
		if (!outputs.contains(FROM) && !outputs.contains(TO)) {
			return;
		}
		if (!outputs.contains(FROM) || !outputs.contains(TO)) {
			fault(table, "columns", FROM, TO);
			return;
		}
		if (!DecisionTableCheck.policy(table).equals("RULE ORDER")) {
			fault(table, "policy", FROM);
		}
		Map<String, List<Edition>> questions = new LinkedHashMap<>();
		for (XmlElement rule : table.named("rule")) {
			try {
				questions.computeIfAbsent(question(rule), (key) -> new ArrayList<>()).add(edition(rule, outputs));
			}
			catch (DateTimeParseException ex) {
				fault(rule, "date", ex.getParsedString(), rule.id());
			}
		}
		questions.forEach(this::follow);
	}

	private static String question(XmlElement rule) {
		return String.join(", ", rule.named("inputEntry").stream().map(XmlElement::textChild).toList());
	}

	private static Edition edition(XmlElement rule, List<String> outputs) {
		return new Edition(rule, day(rule, outputs.indexOf(FROM), LocalDate.MIN),
				day(rule, outputs.indexOf(TO), LocalDate.MAX));
	}

	private static LocalDate day(XmlElement rule, int column, LocalDate none) {
		List<XmlElement> cells = rule.named("outputEntry");
		String text = (column < cells.size()) ? cells.get(column).textChild().replace("\"", "") : "";
		return text.isEmpty() ? none : LocalDate.parse(text);
	}

	private void follow(String question, List<Edition> editions) {
		editions.sort(Comparator.comparing(Edition::from));
		for (int i = 0; i < editions.size(); i++) {
			Edition edition = editions.get(i);
			if (edition.to().isBefore(edition.from())) {
				fault(edition.rule(), "backwards", edition.id(), edition.to());
			}
			else if (i + 1 < editions.size()) {
				follow(question, edition, editions.get(i + 1));
			}
			else if (!edition.to().equals(LocalDate.MAX)) {
				fault(edition.rule(), "ends", question, edition.to().plusDays(1), TO, edition.id());
			}
		}
	}

	private void follow(String question, Edition before, Edition after) {
		LocalDate needed = after.from().equals(LocalDate.MIN) ? LocalDate.MIN : after.from().minusDays(1);
		if (!before.to().isBefore(after.from())) {
			fault(before.rule(), "overlap", before.id(), needed, question, after.id());
		}
		else if (before.to().isBefore(needed)) {
			fault(before.rule(), "gap", question, before.to().plusDays(1), needed, before.id(), after.id());
		}
	}

	/** One row and the days on which it holds. */
	private record Edition(XmlElement rule, LocalDate from, LocalDate to) {

		String id() {
			return String.valueOf(this.rule.id());
		}

	}

}
