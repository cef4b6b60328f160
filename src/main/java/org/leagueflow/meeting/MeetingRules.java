package org.leagueflow.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.leagueflow.ballot.Paper;
import org.leagueflow.engine.Decisions;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.voting.Cap;
import org.leagueflow.voting.Fraction;
import org.leagueflow.voting.VotingRule;
import org.springframework.stereotype.Component;

/** Looks rules up in the decision table {@code bpmn/meeting/meeting.dmn}. */
@Component
class MeetingRules {

	private final Decisions decisions;

	private final BusinessClock clock;

	MeetingRules(Decisions decisions, BusinessClock clock) {
		this.decisions = decisions;
		this.clock = clock;
	}

	/** The rule for what waits, in the edition under which its case started. */
	VotingRule of(AgendaEntry entry) {
		return of(entry.matter(), entry.ruleDay());
	}

	/** The rule for a matter that starts today. */
	VotingRule of(String matter) {
		return of(matter, this.clock.today());
	}

	/**
	 * @throws Refusal.Invalid when the table does not know the matter, or no edition held
	 * on that day
	 */
	VotingRule of(String matter, LocalDate day) {
		return find(matter, day).orElseThrow(() -> editions(matter).isEmpty()
				? new Refusal.Invalid("refusal.meeting.matter", (matter != null) ? matter : "")
				: new Refusal.Invalid("refusal.meeting.edition", matter, day));
	}

	/** The edition of the matter's rule that held on that day. */
	Optional<VotingRule> find(String matter, LocalDate day) {
		return editions(matter).stream().filter((rule) -> rule.holdsOn(day)).findFirst();
	}

	/** All editions of the matter's rule, in the table's order. */
	List<VotingRule> editions(String matter) {
		return (matter != null) ? this.decisions.rows("meeting", Map.of("matter", matter))
			.stream()
			.map((row) -> new Row(row).rule())
			.toList() : List.of();
	}

	/**
	 * One row of the table; columns that an older edition of the table lacks are empty.
	 */
	private record Row(Map<String, Object> cells) {

		VotingRule rule() {
			return new VotingRule(text("edition"), day("validFrom"), day("validTo"), value(Paper.Form.class, "form"),
					share("presence"), value(VotingRule.Base.class, "passBase"), share("pass"), number("surplus"),
					value(VotingRule.Ties.class, "ties"), cap(), value(VotingRule.TellersFrom.class, "tellers"),
					value(VotingRule.Recusal.class, "recusal"), yes("secret"), yes("written"), kinds(), yes("motion"),
					text("rule"), text("assumed"), text("source"));
		}

		private Fraction share(String name) {
			return new Fraction(number(name + "Numerator"), number(name + "Denominator"), yes(name + "Strict"));
		}

		private Cap cap() {
			Cap.Of of = value(Cap.Of.class, "capBase");
			return (of != null) ? new Cap(number("capNumerator"), number("capDenominator"), of, yes("capMinOne"))
					: null;
		}

		private List<String> kinds() {
			return Stream.of(text("kinds").split(","))
				.filter((name) -> !name.isBlank())
				.map((name) -> MeetingKind.valueOf(name.strip()).name())
				.toList();
		}

		private LocalDate day(String name) {
			return text(name).isEmpty() ? null : LocalDate.parse(text(name));
		}

		private <E extends Enum<E>> E value(Class<E> type, String name) {
			return text(name).isEmpty() ? null : Enum.valueOf(type, text(name));
		}

		private String text(String name) {
			return (this.cells.get(name) instanceof String text) ? text : "";
		}

		private int number(String name) {
			return (this.cells.get(name) instanceof Number number) ? number.intValue() : 0;
		}

		private boolean yes(String name) {
			return Boolean.TRUE.equals(this.cells.get(name));
		}

	}

}
