package org.leagueflow.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.leagueflow.cases.CasePage.StageState;
import org.leagueflow.cases.CasePage.Step;
import org.leagueflow.engine.Catalogue.ProcessInfo;
import org.leagueflow.engine.Catalogue.Progress;
import org.leagueflow.engine.Catalogue.Stage;
import org.leagueflow.engine.Catalogue;
import org.leagueflow.engine.ProcessNames;
import org.leagueflow.forms.AttachmentCard;
import org.leagueflow.forms.Attachments;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/** Gathers case file, diagram, forms and panels for one page. */
@Service
class CasePageService implements CasePages {

	private final Cases cases;

	private final Catalogue catalogue;

	private final ProcessNames names;

	private final CaseReading reading;

	private final Attachments attachments;

	private final People people;

	/** Known from the first question on. */
	private final Supplier<List<CasePanel>> panels;

	/** Known from the first question on. */
	private final Supplier<List<CaseAction>> actions;

	CasePageService(Cases cases, Catalogue catalogue, ProcessNames names, CaseReading reading, Attachments attachments,
			People people, ObjectProvider<CasePanel> panels, ObjectProvider<CaseAction> actions) {
		this.cases = cases;
		this.catalogue = catalogue;
		this.names = names;
		this.reading = reading;
		this.attachments = attachments;
		this.people = people;
		this.panels = SingletonSupplier.of(() -> panels.orderedStream().toList());
		this.actions = SingletonSupplier.of(() -> actions.orderedStream().toList());
	}

	@Override
	@Transactional(readOnly = true)
	public CasePage page(CaseId caseId, String box, Actor by) {
		CaseCard card = this.cases.card(caseId);
		if (!this.cases.maySee(caseId, by)) {
			throw new Refusal.NotAllowed("refusal.cases.not-yours");
		}
		CaseReader reader = this.reading.of(card, by);
		Progress progress = this.catalogue.progress(caseId);
		return new CasePage(card, processName(card.process()), this.people.unit(card.unitId()).name(),
				outcomeName(card), stages(card, progress), timeline(caseId, reader),
				this.panels.get().stream().flatMap((one) -> one.panel(card, box, by).stream()).toList(),
				this.actions.get().stream().flatMap((one) -> one.link(card, by).stream()).toList(),
				files(caseId, reader, by), readable(progress, reader));
	}

	private List<Step> timeline(CaseId caseId, CaseReader reader) {
		return this.cases.timeline(caseId)
			.stream()
			.flatMap((moment) -> this.reading.step(moment, reader).stream())
			.toList();
	}

	private List<AttachmentCard> files(CaseId caseId, CaseReader reader, Actor by) {
		List<AttachmentCard> all = this.attachments.of(caseId);
		if (reader.works() || all.isEmpty()) {
			return all;
		}
		Set<Long> open = this.reading.files(caseId, reader);
		return all.stream().filter((file) -> file.uploadedBy() == by.personId() || open.contains(file.id())).toList();
	}

	@Override
	@Transactional(readOnly = true)
	public boolean learnsOf(CaseCard card, String processVersion, String box, Actor by) {
		return this.reading.learnsOf(this.reading.of(card, by), processVersion, box);
	}

	@Override
	public List<StageState> stages(CaseCard card) {
		return stages(card, this.catalogue.progress(card.id()));
	}

	private List<StageState> stages(CaseCard card, Progress progress) {
		String version = progress.processVersion();
		List<Stage> drawn = ((version != null) ? Optional.of(this.catalogue.version(version))
				: this.catalogue.find(card.process()))
			.map(ProcessInfo::stages)
			.orElse(List.of());
		return StageBar.of(card, drawn, progress.entered())
			.stream()
			.map((one) -> new StageState(this.names.element(card.process(), one.stage().id(), one.stage().name()),
					one.state()))
			.toList();
	}

	@Override
	public String stageName(CaseCard card) {
		return this.catalogue.find(card.process())
			.flatMap((info) -> info.stages().stream().filter((stage) -> stage.id().equals(card.stage())).findFirst())
			.map((stage) -> this.names.element(card.process(), stage.id(), stage.name()))
			.orElse(null);
	}

	@Override
	public String outcomeName(CaseCard card) {
		return this.catalogue.find(card.process())
			.map((info) -> info.outcomes().get(card.outcome()))
			.map((name) -> this.names.element(card.process(), card.outcome(), name))
			.orElse(card.outcome());
	}

	@Override
	public String processName(String process) {
		return this.names.process(process);
	}

	private Progress readable(Progress progress, CaseReader reader) {
		return (progress.processVersion() != null) ? this.reading.progress(progress, reader) : null;
	}

}
