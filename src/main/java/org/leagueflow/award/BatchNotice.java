package org.leagueflow.award;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.leagueflow.inbox.TaskRouting;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Subject;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.publicity.Announcement;
import org.leagueflow.publicity.NoticeCard;
import org.leagueflow.publicity.NoticeMatter;
import org.leagueflow.publicity.ObjectionCard;
import org.springframework.stereotype.Component;

/**
 * The public notice of a batch's list, once for each level that the edition names, each
 * for its own number of working days. An upheld objection asks for a recount.
 */
@Component
class BatchNotice implements NoticeMatter {

	static final String MATTER = "award-notice";

	/** How many characters a notice keeps of a subject's name. */
	private static final int MAX_SUBJECT = 100;

	private final Batches batches;

	private final BatchPlans plans;

	private final Nominations nominations;

	private final RecountService recounts;

	private final People people;

	private final Offices offices;

	BatchNotice(Batches batches, BatchPlans plans, Nominations nominations, RecountService recounts, People people,
			Offices offices) {
		this.batches = batches;
		this.plans = plans;
		this.nominations = nominations;
		this.recounts = recounts;
		this.people = people;
		this.offices = offices;
	}

	@Override
	public String name() {
		return MATTER;
	}

	@Override
	public Announcement announcement(CaseId caseId) {
		Batch batch = this.batches.of(caseId);
		BatchPlan plan = this.plans.of(batch.editionId());
		BatchPlan.Notice level = plan.notices().get(Math.min(batch.noticeLevel(), plan.notices().size() - 1));
		List<Nomination> placed = this.nominations.placed(batch.id());
		Map<Integer, List<Nomination>> byLevel = placed.stream()
			.collect(Collectors.groupingBy(Nomination::level, LinkedHashMap::new, Collectors.toList()));
		List<String> counts = new ArrayList<>();
		byLevel.forEach((number, rows) -> counts.add(plan.level(number) + " " + rows.size()));
		return new Announcement(
				batch.unitId(), placed.stream().map(BatchNotice::named).toList(), Message.of("award.announcement",
						Message.of("award.noticeOf." + level.tier()), batch.name(), String.join("，", counts)),
				BatchPlans.NOTICE_WORKDAYS, level.workdays());
	}

	/** Names repeat in a college: the class stands beside the person's. */
	private static Subject named(Nomination one) {
		Subject subject = one.subject();
		if (subject.kind() != Subject.Kind.PERSON) {
			return subject;
		}
		return new Subject(subject.kind(), subject.id(),
				Characters.first(subject.name() + "（" + one.unitName(), MAX_SUBJECT - 1) + "）");
	}

	@Override
	public TaskRouting.Seat decides(CaseId caseId) {
		UnitCard unit = this.people.unit(this.batches.of(caseId).unitId());
		return new TaskRouting.Seat(this.offices.committee(unit), unit.id());
	}

	@Override
	public void require(CaseId caseId, Actor by) {
		if (!decidedBy(caseId, by)) {
			throw new Refusal.NotAllowed("refusal.award.notYours",
					this.people.unit(this.batches.of(caseId).unitId()).name());
		}
	}

	@Override
	public boolean decidedBy(CaseId caseId, Actor by) {
		return this.offices.leads(by, this.batches.of(caseId).unitPath());
	}

	@Override
	public void settled(CaseId caseId, NoticeCard notice, ObjectionCard objection) {
		if (objection.upheld()) {
			Batch batch = this.batches.of(caseId);
			Optional<Nomination> about = Optional.ofNullable(objection.subject())
				.flatMap((subject) -> this.nominations.of(batch.id(), subject.kind(), subject.id()));
			this.recounts.upheld(batch, objection.id(), about.map(Nomination::id).orElse(null));
		}
	}

}
