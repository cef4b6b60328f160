package org.leagueflow.meeting;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.engine.Decisions;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.voting.VotingRule;
import org.springframework.stereotype.Component;

/**
 * Looks rules up in the decision tables of the process that asks,
 * {@code bpmn/<process>/<process>-meeting.dmn}, one table for each question; what people
 * move themselves has its rows in {@code bpmn/meeting/meeting.dmn}.
 */
@Component
class MeetingRules implements DecisionRules {

	private static final String OWN = "meeting";

	private final Decisions decisions;

	private final Matters matters;

	private final BusinessClock clock;

	MeetingRules(Decisions decisions, Matters matters, BusinessClock clock) {
		this.decisions = decisions;
		this.matters = matters;
		this.clock = clock;
	}

	/**
	 * The rule for what waits, as it was when it was listed; what earlier versions listed
	 * is looked up in the edition of its case.
	 */
	VotingRule of(AgendaEntry entry) {
		return (entry.rule() != null) ? entry.rule() : listed(entry);
	}

	private VotingRule listed(AgendaEntry entry) {
		Decisions tables = (entry.caseId() != null) ? this.decisions.of(entry.caseId()) : this.decisions;
		return required(tables, entry.matter(), entry.unitId(), entry.ruleDay());
	}

	/** The rule for a case that is listed now. */
	VotingRule of(String matter, long unitId, CaseId caseId, LocalDate started) {
		return required(this.decisions.of(caseId), matter, unitId, started);
	}

	@Override
	public VotingRule of(String matter, long unitId) {
		return required(this.decisions, matter, unitId, this.clock.today());
	}

	/**
	 * The edition of the matter's rule that held on that day.
	 * @throws Refusal.Invalid when no table knows the matter, or no edition held on that
	 * day
	 */
	VotingRule of(String matter, long unitId, LocalDate day) {
		return required(this.decisions, matter, unitId, day);
	}

	Optional<VotingRule> find(String matter, long unitId, LocalDate day) {
		return find(this.decisions, matter, unitId, day);
	}

	private VotingRule required(Decisions tables, String matter, long unitId, LocalDate day) {
		return find(tables, matter, unitId, day)
			.orElseThrow(() -> isKnown(tables, matter) ? new Refusal.Invalid("refusal.meeting.edition", matter, day)
					: new Refusal.Invalid("refusal.meeting.matter", (matter != null) ? matter : ""));
	}

	private boolean isKnown(Decisions tables, String matter) {
		return matter != null && !tables.rows(process(matter) + "-source", Map.of("matter", matter)).isEmpty();
	}

	private Optional<VotingRule> find(Decisions tables, String matter, long unitId, LocalDate day) {
		return (matter != null) ? new Lookup(tables, matter, unitId, day).rule() : Optional.empty();
	}

	/** Whose tables have the rows: the process before the dash, where it has any. */
	private String process(String matter) {
		int dash = matter.indexOf('-');
		String process = (dash > 0) ? matter.substring(0, dash) : OWN;
		return this.decisions.has(process + "-source") ? process : OWN;
	}

	/** One matter's rows in the tables of its process. */
	private final class Lookup {

		private final Decisions tables;

		private final String matter;

		private final LocalDate day;

		private final String process;

		private final Map<String, Object> inputs;

		Lookup(Decisions tables, String matter, long unitId, LocalDate day) {
			this.tables = tables;
			this.matter = matter;
			this.day = day;
			this.process = process(matter);
			this.inputs = new HashMap<>(MeetingRules.this.matters.choices(matter, unitId));
			this.inputs.put("matter", matter);
		}

		Optional<VotingRule> rule() {
			return row("source").map(this::rule);
		}

		private VotingRule rule(RuleRow source) {
			RuleRow ballot = required("ballot");
			RuleRow majority = required("majority");
			RuleRow recusal = required("recusal");
			return new VotingRule(source.text("edition"), source.day("validFrom"), source.day("validTo"),
					ballot.word("form", RuleRow.FORMS), required("quorum").share("present"),
					majority.word("of", RuleRow.BASES), majority.share("inFavour"), ballot.number("surplus"),
					ballot.word("ties", RuleRow.TIES), row("cap").map(RuleRow::cap).orElse(null),
					recusal.word("tellers", RuleRow.TELLERS), recusal.word("entitled", RuleRow.RECUSALS),
					ballot.word("secret", RuleRow.SECRECY), ballot.word("written", RuleRow.OPINIONS), ballot.kinds(),
					ballot.word("listed", RuleRow.LISTED_BY_PEOPLE), ballot.word("together", RuleRow.JOINT, false),
					source.text("rule"), source.text("assumed"), source.text("source"));
		}

		private RuleRow required(String question) {
			return row(question).orElseThrow(() -> new IllegalStateException("The decision table " + this.process + "-"
					+ question + " says nothing of " + this.matter + " on " + this.day));
		}

		/**
		 * The row that holds on that day; empty where there is none, or no such table.
		 */
		private Optional<RuleRow> row(String question) {
			String table = this.process + "-" + question;
			if (!this.tables.has(table)) {
				return Optional.empty();
			}
			List<RuleRow> rows = this.tables.rows(table, this.inputs)
				.stream()
				.map((cells) -> new RuleRow(table, cells))
				.filter((row) -> row.holdsOn(this.day))
				.toList();
			if (rows.size() > 1) {
				throw new IllegalStateException("The decision table " + table + " gave " + rows.size() + " rows for "
						+ this.inputs + " on " + this.day + ", one was needed");
			}
			return rows.stream().findFirst();
		}

	}

}
