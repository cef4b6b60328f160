package org.leagueflow.meeting;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.Cases;
import org.leagueflow.forms.Readers;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.voting.Outcome;

/** A matter on the person of a case, put together by {@link CaseMatters}. */
public final class CaseMatter implements DecisionMatter {

	private final Cases cases;

	private final String name;

	private final MeetingKind kind;

	private final String title;

	private ToLongFunction<CaseId> unit;

	private List<String> conflicted = List.of();

	private String noted;

	private LongFunction<Map<String, ?>> choices = (unitId) -> Map.of();

	private Consumer<ItemDecided> result = (event) -> {
	};

	CaseMatter(Cases cases, String name, MeetingKind kind, String title) {
		this.cases = cases;
		this.name = name;
		this.kind = kind;
		this.title = title;
		this.unit = (caseId) -> cases.card(caseId).unitId();
	}

	/** Another unit than the case's own decides. */
	public CaseMatter in(ToLongFunction<CaseId> unit) {
		this.unit = unit;
		return this;
	}

	/** Who holds one of these roles of the case may not count the votes. */
	public CaseMatter conflicted(String... roles) {
		this.conflicted = List.of(roles);
		return this;
	}

	/**
	 * Everybody who may see the case reads in its timeline what came out.
	 * @param key of the message, to which {@code .PASSED}, {@code .FAILED} and
	 * {@code .VOID} are added
	 */
	public CaseMatter noted(String key) {
		this.noted = key;
		return this;
	}

	/** What the unit may choose, as inputs of the tables. */
	public CaseMatter choices(LongFunction<Map<String, ?>> choices) {
		this.choices = choices;
		return this;
	}

	/** What the process's records keep of the result. */
	public CaseMatter then(Consumer<ItemDecided> result) {
		this.result = result;
		return this;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public AgendaRequest request(CaseId caseId) {
		CaseCard card = this.cases.card(caseId);
		List<Long> close = this.conflicted.stream()
			.flatMap((role) -> this.cases.holders(caseId, role).stream())
			.distinct()
			.toList();
		return new AgendaRequest(caseId, this.name, this.kind, this.unit.applyAsLong(caseId), card.subjectPersonId(),
				this.title.formatted(card.subjectName()), close);
	}

	@Override
	public Map<String, ?> choices(long unitId) {
		return this.choices.apply(unitId);
	}

	@Override
	public void decided(ItemDecided event) {
		outside(event.caseId(), event.outcome());
		this.result.accept(event);
	}

	@Override
	public void outside(CaseId caseId, Outcome outcome) {
		if (this.noted != null) {
			this.cases.note(caseId, Actor.SYSTEM, Message.of(this.noted + "." + outcome), Readers.of(Readers.EVERYONE));
		}
	}

}
