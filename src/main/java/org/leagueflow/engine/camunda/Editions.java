package org.leagueflow.engine.camunda;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;

/**
 * Checks decision tables whose rows hold for a time, in the columns {@code validFrom} and
 * {@code validTo} (both days included, empty for no limit): rows that answer the same
 * question must follow each other without a gap and without an overlap, and the last one
 * must have no end.
 */
final class Editions {

	private static final String FROM = "validFrom";

	private static final String TO = "validTo";

	private final List<String> faults = new ArrayList<>();

	private Editions() {
	}

	/** One sentence a fault, each saying what to do. */
	static List<String> faults(String path, String xml) {
		Editions editions = new Editions();
		Tables.model(xml).getModelElementsByType(DecisionTable.class).forEach(editions::check);
		return editions.faults.stream().map((fault) -> path + ": " + fault).toList();
	}

	private void check(DecisionTable table) {
		List<String> outputs = table.getOutputs().stream().map(Output::getName).toList();
		if (!outputs.contains(FROM) && !outputs.contains(TO)) {
			return;
		}
		if (!outputs.contains(FROM) || !outputs.contains(TO)) {
			this.faults.add("give the table both columns, " + FROM + " and " + TO);
			return;
		}
		if (table.getHitPolicy() != HitPolicy.RULE_ORDER) {
			this.faults.add("set hitPolicy=\"RULE ORDER\", a table with " + FROM + " answers with all its editions");
		}
		Map<String, List<Edition>> questions = new LinkedHashMap<>();
		for (Rule rule : table.getRules()) {
			try {
				questions.computeIfAbsent(question(rule), (key) -> new ArrayList<>()).add(edition(rule, outputs));
			}
			catch (DateTimeParseException ex) {
				this.faults
					.add("write the date '" + ex.getParsedString() + "' of rule '" + rule.getId() + "' as 2025-01-03");
			}
		}
		questions.forEach(this::follow);
	}

	private static String question(Rule rule) {
		return String.join(", ", rule.getInputEntries().stream().map((entry) -> text(entry.getText())).toList());
	}

	private static Edition edition(Rule rule, List<String> outputs) {
		return new Edition(rule.getId(), day(rule, outputs.indexOf(FROM), LocalDate.MIN),
				day(rule, outputs.indexOf(TO), LocalDate.MAX));
	}

	private static LocalDate day(Rule rule, int column, LocalDate none) {
		String text = text(List.copyOf(rule.getOutputEntries()).get(column).getText()).replace("\"", "");
		return text.isEmpty() ? none : LocalDate.parse(text);
	}

	private static String text(Text text) {
		return (text != null) ? text.getTextContent().strip() : "";
	}

	private void follow(String question, List<Edition> editions) {
		editions.sort(Comparator.comparing(Edition::from));
		for (int i = 0; i < editions.size(); i++) {
			Edition edition = editions.get(i);
			if (edition.to().isBefore(edition.from())) {
				this.faults.add("let rule '" + edition.rule() + "' end after it begins, not on " + edition.to());
			}
			else if (i + 1 < editions.size()) {
				follow(question, edition, editions.get(i + 1));
			}
			else if (!edition.to().equals(LocalDate.MAX)) {
				this.faults.add("add an edition of " + question + " from " + edition.to().plusDays(1) + " on, or leave "
						+ TO + " of rule '" + edition.rule() + "' empty");
			}
		}
	}

	private void follow(String question, Edition before, Edition after) {
		LocalDate needed = after.from().equals(LocalDate.MIN) ? LocalDate.MIN : after.from().minusDays(1);
		if (!before.to().isBefore(after.from())) {
			this.faults.add("end rule '" + before.rule() + "' on " + needed + ", its edition of " + question
					+ " overlaps with rule '" + after.rule() + "'");
		}
		else if (before.to().isBefore(needed)) {
			this.faults.add("close the gap of " + question + " from " + before.to().plusDays(1) + " to " + needed
					+ ": let rule '" + before.rule() + "' end or rule '" + after.rule() + "' begin there");
		}
	}

	/** One row and the days on which it holds. */
	private record Edition(String rule, LocalDate from, LocalDate to) {
	}

}
