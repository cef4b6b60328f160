package org.leagueflow.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leagueflow.ballot.Mark;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.voting.BallotCard;
import org.leagueflow.voting.Grading;
import org.leagueflow.voting.Result;
import org.leagueflow.voting.VoteTally;
import org.leagueflow.voting.VotingRule;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The texts of documents, which are Chinese in every reader's language. */
@Component
class DocumentTexts {

	private static final List<Mark> BEST_FIRST = List.of(Mark.EXCELLENT, Mark.QUALIFIED, Mark.BARELY_QUALIFIED,
			Mark.UNQUALIFIED);

	private final MessageSource messages;

	private final BusinessClock clock;

	DocumentTexts(MessageSource messages, BusinessClock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	String say(String key, Object... args) {
		return this.messages.getMessage(key, args, key, Locale.SIMPLIFIED_CHINESE);
	}

	String kind(MeetingKind kind) {
		return say("meeting.kind." + kind);
	}

	String day(LocalDate day) {
		return format("meeting.format.day", day);
	}

	String moment(Instant moment) {
		return (moment != null) ? format("meeting.format.moment", moment.atZone(this.clock.getZone())) : "";
	}

	String time(Instant moment) {
		return (moment != null) ? format("meeting.format.time", moment.atZone(this.clock.getZone())) : "";
	}

	private String format(String pattern, java.time.temporal.TemporalAccessor moment) {
		return DateTimeFormatter.ofPattern(say(pattern), Locale.SIMPLIFIED_CHINESE).format(moment);
	}

	/**
	 * 决议 in full: who was there, how the votes fell, what the rule asks, what follows.
	 */
	String resolution(Item item, LocalDate heldOn, String unit, MeetingKind kind) {
		String opening = say("meeting.resolution.opening." + item.paper().form(), day(heldOn), unit, kind(kind),
				item.entry().title(), item.paper().seats(), item.paper().lines().size());
		String ballots = item.ballots().stream().map(this::ballot).collect(Collectors.joining());
		return opening + (item.isJoint() ? say("meeting.resolution.joint", item.onPaper().size()) : "") + ballots
				+ conclusion(item);
	}

	/**
	 * Minutes to begin with: who led, what was talked about and decided, item by item.
	 */
	String minutes(Meeting meeting) {
		Stream<String> topics = meeting.topicLines().stream().map((topic) -> say("meeting.draft.topic", topic));
		Stream<String> items = meeting.items()
			.stream()
			.filter(Item::isDecided)
			.map((item) -> say("meeting.draft.item." + (item.outcome()), item.entry().title()));
		return Stream
			.concat(Stream.of(say("meeting.draft.opening", meeting.entitled(), meeting.present())),
					Stream.concat(topics, items))
			.collect(Collectors.joining("\n"));
	}

	private String ballot(BallotCard ballot) {
		VoteTally tally = ballot.tally();
		if (ballot.coarse()) {
			return say("meeting.resolution.ballot." + ballot.kind(), ballot.no())
					+ say("meeting.resolution.coarse", tally.entitled(), tally.present());
		}
		return say("meeting.resolution.ballot." + ballot.kind(), ballot.no())
				+ say("meeting.resolution.counts", tally.entitled(), tally.present(), tally.handedOut(),
						tally.returned(), tally.electronicVotes(), tally.writtenOpinions(), tally.invalidVotes())
				+ switch (ballot.paper().form()) {
					case DECISION -> (ballot.paper().lines().size() > 1)
							? say("meeting.resolution.candidates", votes(ballot.result().lines()))
							: say("meeting.resolution.votes", tally.votesFor(), tally.votesAgainst(),
									tally.abstentions());
					case ELECTION -> say("meeting.resolution.candidates", votes(ballot.result().lines()));
					case GRADING -> grades(ballot.result());
				};
	}

	private String grades(Result result) {
		return BEST_FIRST.stream()
			.map((grade) -> result.lines().stream().filter((line) -> line.grade() == grade).toList())
			.filter((lines) -> !lines.isEmpty())
			.map((lines) -> say("meeting.resolution.grade", mark(lines.get(0).grade()), lines.size(), names(lines)))
			.collect(Collectors.joining());
	}

	private String conclusion(Item item) {
		VotingRule rule = item.rule();
		Result result = item.result();
		String decided = switch (item.paper().form()) {
			case DECISION -> (result.lines().size() > 1)
					? say("meeting.resolution.decided-each", needed(item), names(result.of(Result.Standing.PASSED)),
							names(result.of(Result.Standing.FAILED)))
					: say("meeting.resolution.decided", needed(item), say("meeting.outcome." + item.outcome()));
			case ELECTION -> say("meeting.resolution.elected", needed(item), names(result.of(Result.Standing.ELECTED)),
					result.open());
			case GRADING -> graded(result, Grading.most(rule, item.paper().lines().size()), item.round().isCoarse());
		};
		return say("meeting.resolution.source", rule.source(), rule.edition()) + decided;
	}

	private int needed(Item item) {
		return item.ballots().get(0).needed();
	}

	private String graded(Result result, int most, boolean coarse) {
		List<Result.Line> over = result.lines()
			.stream()
			.filter((line) -> line.standing() == Result.Standing.OVER_CAP
					|| line.standing() == Result.Standing.TIED_AT_CAP)
			.toList();
		return say("meeting.resolution.graded", most, over.size(), coarse ? names(over) : votes(over),
				names(result.of(Result.Standing.UNGRADED)));
	}

	private String votes(List<Result.Line> lines) {
		return lines.isEmpty() ? say("meeting.nobody")
				: lines.stream()
					.map((line) -> say("meeting.resolution.line", line.name(), line.votes()))
					.collect(Collectors.joining(say("meeting.comma")));
	}

	private String names(List<Result.Line> lines) {
		return lines.isEmpty() ? say("meeting.nobody")
				: lines.stream().map(Result.Line::name).collect(Collectors.joining(say("meeting.comma")));
	}

	String mark(Mark mark) {
		return say("meeting.mark." + mark);
	}

}
