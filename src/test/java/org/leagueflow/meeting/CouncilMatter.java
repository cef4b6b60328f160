package org.leagueflow.meeting;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.leagueflow.kernel.CaseId;
import org.springframework.stereotype.Component;

/** What the test diagram {@code council} asks a meeting. */
@Component
class CouncilMatter implements DecisionMatter {

	static final String NAME = "council-vote";

	/** What the matter was told, in its order. */
	final List<ItemDecided> told = new CopyOnWriteArrayList<>();

	/** What the unit chose. */
	volatile Map<String, ?> chosen = Map.of();

	private final CaseMatter matter;

	CouncilMatter(CaseMatters matters) {
		this.matter = matters.named(NAME, MeetingKind.BRANCH_GENERAL_MEETING, "接收%s").then(this.told::add);
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public AgendaRequest request(CaseId caseId) {
		return this.matter.request(caseId);
	}

	@Override
	public void decided(ItemDecided event) {
		this.matter.decided(event);
	}

	@Override
	public Map<String, ?> choices(long unitId) {
		return this.chosen;
	}

	List<ItemDecided> of(CaseId caseId) {
		return this.told.stream().filter((event) -> event.caseId().equals(caseId)).toList();
	}

}
