package org.leagueflow.cases;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.leagueflow.cases.CasePage.Step;
import org.leagueflow.engine.Catalogue.Progress;
import org.leagueflow.engine.Catalogue.Stage;
import org.leagueflow.engine.Catalogue;
import org.leagueflow.engine.ProcessNames;
import org.leagueflow.forms.FormSchema;
import org.leagueflow.forms.Forms;
import org.leagueflow.forms.Readers;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Roles;
import org.leagueflow.web.PerRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Who reads what of a case. Whoever has it to work on reads all: posts at its unit or
 * above, auditors among them but not administrators, and whoever holds an open task of
 * it. Everybody else, the subject first, reads what he wrote and what the form opens to
 * him (see {@link Readers}).
 */
@Component
class CaseReading {

	private final CaseRoles roles;

	private final Submissions submissions;

	private final Catalogue catalogue;

	private final Forms forms;

	private final AnswerWords answers;

	private final ProcessNames names;

	/** Known from the first question on. */
	private final Supplier<List<CaseReaders>> others;

	CaseReading(CaseRoles roles, Submissions submissions, Catalogue catalogue, Forms forms, AnswerWords answers,
			ProcessNames names, ObjectProvider<CaseReaders> others) {
		this.roles = roles;
		this.submissions = submissions;
		this.catalogue = catalogue;
		this.forms = forms;
		this.answers = answers;
		this.names = names;
		this.others = SingletonSupplier.of(() -> others.orderedStream().toList());
	}

	CaseReader of(CaseCard card, Actor by) {
		Set<String> words = new HashSet<>(Set.of(Readers.EVERYONE));
		if (card.isAbout(by.personId())) {
			words.add(Readers.SUBJECT);
			return new CaseReader(by.personId(), false, words);
		}
		if (by.personId() == card.openedBy()) {
			words.add(Readers.STARTER);
		}
		words.addAll(PerRequest.get("case-roles:" + card.id() + ":" + by.personId(),
				() -> this.roles.heldBy(card.id().value(), by.personId())));
		return new CaseReader(by.personId(), works(card, by), words);
	}

	private boolean works(CaseCard card, Actor by) {
		return by.isSystem()
				|| by.posts()
					.stream()
					.anyMatch((post) -> !post.role().equals(Roles.ADMIN) && post.reaches(card.unitPath()))
				|| this.others.get().stream().anyMatch((other) -> other.worksOn(card, by));
	}

	/** A line of the timeline as this reader sees it; empty when it is kept from him. */
	Optional<Step> step(TimelineEntry moment, CaseReader reader) {
		return (moment.submission() != null) ? step(moment, moment.submission(), reader) : Optional.of(moment)
			.filter((note) -> reader.reads(note.byPerson(), note.readers()))
			.map((note) -> new Step(note.at(), who(note, reader), note.actingAs(), note.words(), null, List.of()));
	}

	private Optional<Step> step(TimelineEntry moment, Submission made, CaseReader reader) {
		boolean told = reader.works() || made.byPerson() == reader.personId()
				|| schema(made.formVersion(), made.formId()).filter((form) -> reader.learnsOf(made.byPerson(), form))
					.isPresent();
		return told
				? Optional.of(new Step(moment.at(), who(moment, reader), moment.actingAs(), words(moment, made),
						made.formId(), this.answers.of(made, (field) -> reader.reads(made.byPerson(), field))))
				: Optional.empty();
	}

	/** An answer is told by what was done with it: 与申请人谈话. */
	private Message words(TimelineEntry moment, Submission made) {
		Optional<String> done = (made.taskId() != null)
				? Optional.of(this.names.done(made.formVersion(), made.box(), made.boxName()))
				: this.names.begun(made.formVersion());
		return done.map((what) -> Message.of("cases.timeline.answered", what)).orElse(moment.words());
	}

	/** What nobody did by hand has no name. */
	private static String who(TimelineEntry moment, CaseReader reader) {
		return (moment.byPerson() != 0 && reader.learnsWho(moment.byPerson())) ? moment.byName() : null;
	}

	/** Whether the reader learns that this box of a process waits. */
	boolean learnsOf(CaseReader reader, String processVersion, String box) {
		return reader.works() || schema(processVersion, this.catalogue.version(processVersion).id() + "-" + box)
			.map((form) -> reader.learnsOf(0, form))
			.orElse(true);
	}

	/** The files of the case that the reader may open. */
	Set<Long> files(CaseId caseId, CaseReader reader) {
		Set<Long> files = new HashSet<>();
		for (Submission made : this.submissions.of(caseId)) {
			schema(made.formVersion(), made.formId()).ifPresent((form) -> files
				.addAll(form.attachments(made.answers(), (field) -> reader.reads(made.byPerson(), field))));
		}
		return files;
	}

	/**
	 * Where the case stands, without boxes that the reader does not learn of; paths
	 * between boxes tell as much as the boxes.
	 */
	Progress progress(Progress all, CaseReader reader) {
		if (reader.works() || all.processVersion() == null) {
			return all;
		}
		Catalogue.ProcessInfo info = this.catalogue.version(all.processVersion());
		Set<String> told = new HashSet<>(info.stages().stream().map(Stage::id).toList());
		info.boxes().keySet().stream().filter((box) -> learnsOf(reader, all.processVersion(), box)).forEach(told::add);
		return new Progress(all.processVersion(), all.passed().stream().filter(told::contains).toList(),
				all.current().stream().filter(told::contains).toList(),
				all.entered().stream().filter(told::contains).toList());
	}

	private Optional<FormSchema> schema(String processVersion, String formId) {
		return this.catalogue.form(processVersion, formId).map(this.forms::schema);
	}

}
