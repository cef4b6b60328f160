package org.leagueflow.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leagueflow.cases.Cases;
import org.leagueflow.cases.ChoiceLabels;
import org.leagueflow.engine.Answers;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.voting.Outcome;
import org.leagueflow.voting.VoteTally;
import org.leagueflow.web.Dates;
import org.leagueflow.web.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds what meetings decided, and says it in the lists and answers of forms. */
@Service
@Transactional(readOnly = true)
class MeetingDecisionService implements MeetingDecisions, ChoiceLabels {

	private static final String LIST = "meetings";

	private static final String CHOICE = "heldMeeting";

	/** A meeting that lost its quorum keeps what it decided before. */
	private static final Set<Meeting.State> OVER = EnumSet.of(Meeting.State.CLOSED, Meeting.State.HELD,
			Meeting.State.VOID);

	private final Resolutions resolutions;

	private final Meetings meetings;

	private final Agenda agenda;

	private final Cases cases;

	private final Words words;

	private final Dates dates;

	MeetingDecisionService(Resolutions resolutions, Meetings meetings, Agenda agenda, Cases cases, Words words,
			Dates dates) {
		this.resolutions = resolutions;
		this.meetings = meetings;
		this.agenda = agenda;
		this.cases = cases;
		this.words = words;
		this.dates = dates;
	}

	@Override
	public Map<String, Object> offered(CaseId caseId, String matter, MeetingKind kind) {
		List<ResolutionCard> found = untaken(caseId, matter, kind).filter(this::over)
			.sorted(Comparator.comparing(ResolutionCard::id).reversed())
			.toList();
		List<Map<String, String>> choice = new ArrayList<>();
		found.forEach((one) -> choice.add(option(one.meetingId(), label(one))));
		choice.add(Map.of("value", OUTSIDE, "label", outside()));
		Map<String, Object> offered = new HashMap<>(Map.of(LIST, choice));
		if (!found.isEmpty()) {
			offered.put(CHOICE, Long.toString(found.get(0).meetingId()));
		}
		return offered;
	}

	@Override
	public MeetingDecision decided(CaseId caseId, String matter, MeetingKind kind, Answers answers) {
		// A form of an earlier edition knows no meetings and asks for numbers only.
		String chosen = (answers.text(CHOICE) != null) ? answers.text(CHOICE) : newest(caseId, matter, kind);
		if (chosen.equals(OUTSIDE)) {
			return typed(caseId, matter, kind, answers);
		}
		ResolutionCard found = decisions(caseId, matter, kind).filter(this::over)
			.filter((one) -> Long.toString(one.meetingId()).equals(chosen))
			.findFirst()
			.orElseThrow(() -> Refusal.Invalid.field(CHOICE, "refusal.meeting.decided-nothing"));
		VoteTally tally = found.tally();
		return new MeetingDecision(found.meetingId(), found.heldOn(), tally.entitled(), tally.present(),
				tally.votesFor(), found.outcome() == Outcome.PASSED);
	}

	private String newest(CaseId caseId, String matter, MeetingKind kind) {
		return untaken(caseId, matter, kind).filter(this::over)
			.max(Comparator.comparing(ResolutionCard::id))
			.map((one) -> Long.toString(one.meetingId()))
			.orElse(OUTSIDE);
	}

	private MeetingDecision typed(CaseId caseId, String matter, MeetingKind kind, Answers answers) {
		if (untaken(caseId, matter, kind).findAny().isPresent()) {
			throw new Refusal.Conflict("refusal.meeting.decided-here");
		}
		if (this.agenda.isOnBallot(caseId, matter)) {
			throw new Refusal.Conflict("refusal.meeting.voting-here");
		}
		Typed typed = answers.as(Typed.class);
		return new MeetingDecision(null, typed.heldOn(), typed.entitled(), typed.present(), typed.agreed(),
				typed.agreed() * 2 > typed.entitled());
	}

	/** What meetings decided and no answer of this case names. */
	private Stream<ResolutionCard> untaken(CaseId caseId, String matter, MeetingKind kind) {
		Set<String> taken = this.cases.submissions(caseId)
			.stream()
			.map((made) -> made.answers().get(CHOICE))
			.filter(Objects::nonNull)
			.map(Object::toString)
			.collect(Collectors.toSet());
		return decisions(caseId, matter, kind).filter((one) -> !taken.contains(Long.toString(one.meetingId())));
	}

	private Stream<ResolutionCard> decisions(CaseId caseId, String matter, MeetingKind kind) {
		return this.agenda.resolutions(caseId)
			.stream()
			.filter((one) -> one.matter().equals(matter))
			.filter((one) -> meeting(one).filter((meeting) -> meeting.kind() == kind).isPresent());
	}

	private boolean over(ResolutionCard one) {
		return meeting(one).filter((meeting) -> OVER.contains(meeting.state())).isPresent();
	}

	private Optional<Meeting> meeting(ResolutionCard one) {
		return this.meetings.findById(one.meetingId());
	}

	@Override
	public String valuesKey() {
		return LIST;
	}

	@Override
	public Map<String, String> labels(CaseId caseId, Collection<String> values) {
		Map<String, String> labels = this.resolutions.findByCaseIdOrderById(caseId.value())
			.stream()
			.map(Resolution::card)
			.filter((one) -> values.contains(Long.toString(one.meetingId())))
			.collect(Collectors.toMap((one) -> Long.toString(one.meetingId()), this::label, (one, other) -> other));
		Optional.of(OUTSIDE).filter(values::contains).ifPresent((value) -> labels.put(value, outside()));
		return labels;
	}

	private String label(ResolutionCard one) {
		String kind = meeting(one).map((meeting) -> this.words.of("meeting.kind." + meeting.kind())).orElse("");
		VoteTally tally = one.tally();
		return one.coarse()
				? this.words.of(Message.of("meeting.decision.coarse", this.dates.day(one.heldOn()), kind,
						tally.entitled(), tally.present(), this.words.of("meeting.outcome." + one.outcome())))
				: this.words
					.of(Message.of("meeting.decision.option", this.dates.day(one.heldOn()), kind, tally.entitled(),
							tally.present(), tally.votesFor(), this.words.of("meeting.outcome." + one.outcome())));
	}

	private String outside() {
		return this.words.of("meeting.decision.outside");
	}

	private static Map<String, String> option(long meeting, String label) {
		return Map.of("value", Long.toString(meeting), "label", label);
	}

	/** What is typed from the minutes of a meeting held outside. */
	record Typed(LocalDate heldOn, int entitled, int present, int agreed) {
	}

}
