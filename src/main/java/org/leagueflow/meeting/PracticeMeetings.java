package org.leagueflow.meeting;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.leagueflow.ballot.Mark;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Calls and holds meetings of the practice college, by the use cases of everybody. */
@Component
@Profile("practice")
public class PracticeMeetings {

	private final MeetingService service;

	private final AttendanceService attendance;

	private final Meetings meetings;

	private final Agenda agenda;

	private final BusinessClock clock;

	PracticeMeetings(MeetingService service, AttendanceService attendance, Meetings meetings, Agenda agenda,
			BusinessClock clock) {
		this.service = service;
		this.attendance = attendance;
		this.meetings = meetings;
		this.agenda = agenda;
		this.clock = clock;
	}

	/** Calls a meeting on these cases of those that wait for it, and invites to it. */
	public long call(MeetingKind kind, long unitId, Actor chair, LocalDateTime startsAt, List<CaseId> cases) {
		List<Long> entries = this.agenda.waiting(unitId, kind)
			.stream()
			.filter((item) -> cases.contains(item.caseId()))
			.map(WaitingItem::id)
			.toList();
		long meeting = this.service.convene(new Convocation(kind, unitId, "教学楼 201", startsAt, chair.personId(),
				chair.personId(), null, entries, null), chair);
		this.service.invite(meeting, chair);
		return meeting;
	}

	/**
	 * Holds a meeting now that decides these cases, each by so many papers in favour of
	 * all.
	 * @param present who comes; the last two count the papers
	 */
	public long hold(MeetingKind kind, long unitId, Actor chair, List<Actor> present, Map<CaseId, Integer> inFavour) {
		long meeting = call(kind, unitId, chair, this.clock.localNow(), List.copyOf(inFavour.keySet()));
		present.forEach((person) -> this.attendance.arrive(meeting, person.personId(), chair));
		this.service.open(meeting, chair);
		inFavour.forEach((caseId, votes) -> vote(meeting, item(meeting, caseId), chair, present, votes));
		this.service.close(meeting, chair);
		this.service.minute(meeting, "依次讨论，逐个表决。", chair);
		this.service.sign(meeting, chair);
		return meeting;
	}

	private void vote(long meeting, long item, Actor chair, List<Actor> present, int inFavour) {
		Actor one = present.get(present.size() - 1);
		Actor two = present.get(present.size() - 2);
		this.service.openBallot(meeting, item, new Tellers(one.personId(), two.personId()), chair);
		int papers = present.size();
		CountForm count = new CountForm(Map.of("handedOut", Integer.toString(papers), "returned",
				Integer.toString(papers), "papers-0-" + Mark.FOR, Integer.toString(inFavour),
				"papers-0-" + Mark.AGAINST, Integer.toString(papers - inFavour)));
		this.service.count(meeting, item, count, one);
		this.service.count(meeting, item, count, two);
	}

	private long item(long meeting, CaseId caseId) {
		return this.meetings.findById(meeting)
			.orElseThrow()
			.items()
			.stream()
			.filter((item) -> caseId.equals(item.entry().caseId()))
			.findFirst()
			.orElseThrow()
			.id();
	}

}
