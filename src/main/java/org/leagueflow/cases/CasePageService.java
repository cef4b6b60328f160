package org.leagueflow.cases;

import java.util.ArrayList;
import java.util.List;
import org.leagueflow.cases.CasePage.StageState;
import org.leagueflow.cases.CasePage.Step;
import org.leagueflow.engine.Catalogue;
import org.leagueflow.engine.Catalogue.ProcessInfo;
import org.leagueflow.engine.Catalogue.Progress;
import org.leagueflow.engine.Catalogue.Stage;
import org.leagueflow.forms.Attachments;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers case file, diagram, forms and panels for one page. */
@Service
@Transactional(readOnly = true)
class CasePageService implements CasePages {

	private final Cases cases;

	private final Catalogue catalogue;

	private final AnswerWords answers;

	private final Attachments attachments;

	private final People people;

	private final ObjectProvider<CasePanel> panels;

	private final ObjectProvider<CaseAction> actions;

	CasePageService(Cases cases, Catalogue catalogue, AnswerWords answers, Attachments attachments, People people,
			ObjectProvider<CasePanel> panels, ObjectProvider<CaseAction> actions) {
		this.cases = cases;
		this.catalogue = catalogue;
		this.answers = answers;
		this.attachments = attachments;
		this.people = people;
		this.panels = panels;
		this.actions = actions;
	}

	@Override
	public CasePage page(CaseId caseId, String box, Actor by) {
		CaseCard card = this.cases.card(caseId);
		if (!this.cases.maySee(caseId, by)) {
			throw new Refusal.NotAllowed("refusal.cases.not-yours");
		}
		return new CasePage(card, processName(card.process()), this.people.unit(card.unitId()).name(),
				outcomeName(card), stages(card), this.cases.timeline(caseId).stream().map(this::step).toList(),
				this.panels.orderedStream().flatMap((one) -> one.panel(card, box, by).stream()).toList(),
				this.actions.orderedStream().flatMap((one) -> one.link(card, by).stream()).toList(),
				this.attachments.of(caseId), progress(caseId));
	}

	@Override
	public List<StageState> stages(CaseCard card) {
		List<Stage> stages = this.catalogue.find(card.process()).map(ProcessInfo::stages).orElse(List.of());
		int at = stages.stream().map(Stage::id).toList().indexOf(card.stage());
		List<StageState> states = new ArrayList<>();
		for (int i = 0; i < stages.size(); i++) {
			states.add(new StageState(stages.get(i).name(), state(card, i, at, stages.size() - 1)));
		}
		return states;
	}

	/**
	 * A case that ended in its last stage came through; one that ended before was stopped
	 * there.
	 */
	private static String state(CaseCard card, int stage, int at, int last) {
		boolean ended = card.state() != CaseState.OPEN;
		boolean through = card.state() == CaseState.ENDED && at == last;
		if (stage < at || (stage == at && through)) {
			return "passed";
		}
		return (stage > at) ? "ahead" : ended ? "stopped" : "current";
	}

	@Override
	public String stageName(CaseCard card) {
		return this.catalogue.find(card.process())
			.flatMap((info) -> info.stages().stream().filter((stage) -> stage.id().equals(card.stage())).findFirst())
			.map(Stage::name)
			.orElse(null);
	}

	@Override
	public String outcomeName(CaseCard card) {
		return this.catalogue.find(card.process())
			.map((info) -> info.outcomes().get(card.outcome()))
			.orElse(card.outcome());
	}

	@Override
	public String processName(String process) {
		return this.catalogue.find(process).map(ProcessInfo::name).orElse(process);
	}

	private Progress progress(CaseId caseId) {
		Progress progress = this.catalogue.progress(caseId);
		return (progress.processVersion() != null) ? progress : null;
	}

	private Step step(Moment moment) {
		String byName = (moment.byPerson() != 0) ? moment.byName() : null;
		return new Step(moment.at(), byName, moment.actingAs(), moment.words(), this.answers.of(moment.submission()));
	}

}
