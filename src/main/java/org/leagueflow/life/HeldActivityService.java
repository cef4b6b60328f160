package org.leagueflow.life;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.Cases;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads activities from their cases. */
@Service
@Transactional(readOnly = true)
class HeldActivityService implements Activities {

	private static final String PROCESS = "activity";

	/** Activities are applied for at most so long ahead. */
	private static final int MONTHS_AHEAD = 12;

	private final Cases cases;

	private final BusinessClock clock;

	HeldActivityService(Cases cases, BusinessClock clock) {
		this.cases = cases;
		this.clock = clock;
	}

	@Override
	public List<HeldActivity> held(long unitId, String kind, LocalDate from, LocalDate to) {
		return this.cases.ofUnit(PROCESS, unitId, this.clock.startOf(from.minusMonths(MONTHS_AHEAD)))
			.stream()
			.flatMap((card) -> read(card).stream())
			.filter((one) -> one.kind().equals(kind) && !one.heldOn().isBefore(from) && !one.heldOn().isAfter(to))
			.sorted(Comparator.comparing(HeldActivity::heldOn).thenComparing((one) -> one.caseId().value()))
			.toList();
	}

	@Override
	public Optional<HeldActivity> of(CaseId caseId) {
		CaseCard card = this.cases.card(caseId);
		return card.process().equals(PROCESS) ? read(card) : Optional.empty();
	}

	/** What was said when it was held, or else when it was applied for. */
	private Optional<HeldActivity> read(CaseCard card) {
		Map<String, Object> answers = new HashMap<>();
		this.cases.submissions(card.id()).forEach((one) -> answers.putAll(one.answers()));
		if (!"yes".equals(text(answers, "held")) || "cancelled".equals(card.outcome())) {
			return Optional.empty();
		}
		LocalDate day = Stream.of("actualDate", "heldOn")
			.flatMap((key) -> found(answers, key, "[0-9]{4}-[0-9]{2}-[0-9]{2}"))
			.map(LocalDate::parse)
			.findFirst()
			.orElseGet(() -> this.clock.dateOf(card.openedAt()));
		int attended = Stream.of("attended", "participants")
			.flatMap((key) -> found(answers, key, "[0-9]{1,9}"))
			.map(Integer::valueOf)
			.findFirst()
			.orElse(0);
		String title = text(answers, "title");
		return Optional
			.of(new HeldActivity(card.id(), card.number(), card.unitId(), title.isBlank() ? card.title() : title,
					text(answers, "kind"), "assigned".equals(text(answers, "themeSource")), day, attended));
	}

	private static String text(Map<String, Object> answers, String key) {
		return (answers.get(key) instanceof String text) ? text.strip() : "";
	}

	private static Stream<String> found(Map<String, Object> answers, String key, String pattern) {
		return Stream.ofNullable(answers.get(key)).map(Object::toString).filter((text) -> text.matches(pattern));
	}

}
