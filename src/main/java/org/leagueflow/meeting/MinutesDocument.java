package org.leagueflow.meeting;

import com.deepoove.poi.data.TableRenderData;
import com.deepoove.poi.data.Tables;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.leagueflow.audit.RecordCode;
import org.leagueflow.document.WordFile;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.voting.BallotCard;
import org.leagueflow.voting.VoteTally;
import org.leagueflow.web.Downloads;
import org.springframework.stereotype.Component;

/**
 * Writes the minutes of a meeting as a Word file, from the template
 * {@code meeting/minutes.docx}: how they look is drawn in Word, not here.
 */
@Component
class MinutesDocument {

	private static final String TEMPLATE = "meeting/minutes.docx";

	/** Between the margins of the template, in centimetres. */
	private static final double WIDTH = 15.8;

	private static final double NAMES = 5;

	private final DocumentTexts texts;

	private final Meetings meetings;

	private final RecordCode record;

	private final BusinessClock clock;

	MinutesDocument(DocumentTexts texts, Meetings meetings, RecordCode record, BusinessClock clock) {
		this.record = record;
		this.texts = texts;
		this.meetings = meetings;
		this.clock = clock;
	}

	/** {@code 团支部大会会议记录-机电2401-2026-11-30.docx} as a header of the answer. */
	String fileName(MeetingPage meeting) {
		return Downloads.named("docx", title(meeting), meeting.unit(), day(meeting));
	}

	private String title(MeetingPage meeting) {
		return say("title." + meeting.kind());
	}

	private LocalDate day(MeetingPage meeting) {
		Instant began = (meeting.openedAt() != null) ? meeting.openedAt() : meeting.startsAt();
		return began.atZone(this.clock.getZone()).toLocalDate();
	}

	/** Which of the unit's meetings of this kind it was in its year: 2026年第 3 次. */
	private String number(MeetingPage meeting) {
		if (meeting.openedAt() == null) {
			return this.texts.say("meeting.state." + meeting.state());
		}
		LocalDate day = day(meeting);
		Instant newYear = day.withDayOfYear(1).atStartOfDay(this.clock.getZone()).toInstant();
		return say("number", day.getYear(),
				this.meetings.opened(meeting.unitId(), meeting.kind(), newYear, meeting.openedAt()));
	}

	byte[] write(MeetingPage meeting) {
		return WordFile.write(TEMPLATE, words(meeting), "roll");
	}

	private Map<String, Object> words(MeetingPage meeting) {
		Map<String, Object> words = new HashMap<>();
		words.put("title", title(meeting));
		words.put("unit", meeting.unit());
		words.put("time", time(meeting));
		words.put("place", meeting.place());
		words.put("chair", (meeting.firstChair() == null) ? meeting.chair()
				: say("chair-changed", meeting.chair(), meeting.firstChair()));
		words.put("recorder", meeting.recorder());
		words.put("headcount", headcount(meeting));
		words.put("state", this.texts.say("meeting.state." + meeting.state()));
		words.put("agenda", orNone(agenda(meeting)));
		words.put("attendance", attendance(meeting.presence()));
		words.put("voided", meeting.voided() ? List.of(say("void")) : List.of());
		words.put("unvoted", meeting.items().isEmpty() ? List.of(say("none")) : List.of());
		words.put("items", meeting.items().stream().map(this::item).toList());
		words.put("discussion", orNone(meeting.minutesLines()));
		words.put("signatures", signatures(meeting));
		words.put("roll", roll(meeting));
		words.put("footer", say("footer", meeting.unit(), title(meeting), number(meeting))
				+ this.record.latest().map((code) -> say("record", code)).orElse(""));
		return words;
	}

	private String time(MeetingPage meeting) {
		String from = this.texts.moment((meeting.openedAt() != null) ? meeting.openedAt() : meeting.startsAt());
		return (meeting.closedAt() != null) ? from + " — " + this.texts.time(meeting.closedAt()) : from;
	}

	private String headcount(MeetingPage meeting) {
		int entitled = meeting.bar().entitled();
		int came = meeting.presence().came().size();
		int guests = meeting.presence().guests().size();
		return meeting.bar().needsQuorum() ? say("attendance.counts", entitled, came, meeting.bar().quorum(), guests)
				: say("attendance.class", entitled, came, guests);
	}

	private List<String> agenda(MeetingPage meeting) {
		return Stream
			.concat(meeting.items().stream().map((item) -> item.place() + ". " + item.title()),
					meeting.topics().stream().map((topic) -> say("topic", topic)))
			.toList();
	}

	private List<String> attendance(Presence presence) {
		return List.of(say("roll.present", names(presence.came())), say("roll.late", names(presence.late())),
				say("roll.left", names(presence.wentOut())), say("roll.excused", names(presence.excused())),
				say("roll.absent", names(presence.missing())), say("roll.no-vote", names(presence.withoutVote())),
				say("roll.guests", names(presence.guests())));
	}

	private String names(List<MeetingPage.RollLine> lines) {
		return lines.isEmpty() ? say("none")
				: String.join("、", lines.stream().map(MeetingPage.RollLine::name).toList());
	}

	private Map<String, Object> item(MeetingPage.ItemLine item) {
		ResolutionCard resolution = item.resolution();
		Map<String, Object> words = new HashMap<>();
		words.put("heading", say("item", item.place(), item.title()));
		words.put("rule",
				say("rule", item.rule().text(), item.rule().source(), item.rule().edition(), item.rule().assumed()));
		words.put("lines", circumstances(item));
		words.put("ballots",
				(resolution != null) ? resolution.ballots().stream().map(this::ballot).toList() : List.of());
		words.put("resolution", (resolution != null) ? resolved(resolution, item.poll()) : List.of());
		return words;
	}

	/** Who counted, who stayed out, who wrote for whom. */
	private List<String> circumstances(MeetingPage.ItemLine item) {
		List<String> lines = new ArrayList<>();
		if (item.resolution() == null) {
			lines.add(this.texts.say("meeting.item." + item.state()));
		}
		boolean again = item.poll().counted().size() > 1;
		item.poll()
			.counted()
			.forEach((one) -> lines.add((again ? this.texts.say("meeting.ballot." + one.kind(), one.ballot()) : "")
					+ say("tellers", String.join("、", one.names()))));
		item.poll()
			.recusals()
			.forEach((one) -> lines.add(say(one.ownWord() ? "recused.own" : "recused.asked", one.name())));
		item.poll().assisted().forEach((one) -> lines.add(say("assisted", one.ballot(), one.scribe(), one.voter())));
		return lines;
	}

	private List<String> resolved(ResolutionCard resolution, PollLine poll) {
		List<String> lines = new ArrayList<>(
				List.of(say("resolution", resolution.number()), Objects.requireNonNullElseGet(resolution.wording(),
						() -> this.texts.say("meeting.outcome." + resolution.outcome()))));
		poll.grades()
			.stream()
			.filter((grade) -> !poll.proposedFor(grade).isEmpty())
			.forEach((grade) -> lines.add(say("proposed", this.texts.mark(grade), poll.proposedFor(grade).size(),
					String.join("、", poll.proposedFor(grade)))));
		return lines;
	}

	private Map<String, Object> ballot(BallotCard ballot) {
		VoteTally tally = ballot.tally();
		String head = this.texts.say("meeting.resolution.ballot." + ballot.kind(), ballot.no());
		if (ballot.coarse()) {
			return Map.of("line", head + this.texts.say("meeting.resolution.coarse", tally.entitled(), tally.present()),
					"counts", standings(ballot));
		}
		return Map.of("line",
				head + say("counts", tally.entitled(), tally.present(), tally.handedOut(), tally.returned(),
						tally.writtenOpinions(), tally.electronicVotes(), tally.invalidVotes()),
				"counts", counts(ballot));
	}

	/** What became of each line, without a number. */
	private TableRenderData standings(BallotCard ballot) {
		return Tables.of(ballot.result()
			.lines()
			.stream()
			.map((line) -> row(line.name(),
					Stream.of((line.grade() != null) ? this.texts.mark(line.grade())
							: this.texts.say("meeting.standing." + line.standing()))))
			.toArray(String[][]::new)).center().create();
	}

	/** What was counted: a line for each choice on the paper, a column for each mark. */
	private TableRenderData counts(BallotCard ballot) {
		List<String[]> rows = new ArrayList<>();
		rows.add(row("", ballot.paper().marks().stream().map(this.texts::mark)));
		for (int line = 0; line < ballot.paper().lines().size(); line++) {
			int at = line;
			rows.add(row(ballot.paper().lines().get(line).name(),
					ballot.paper()
						.marks()
						.stream()
						.map((mark) -> Integer.toString(ballot.tally().votes().of(at, mark)))));
		}
		return Tables.of(rows.toArray(String[][]::new)).width(WIDTH, columns(ballot.paper().marks().size())).create();
	}

	/** The names have room, the marks share what is left. */
	private static double[] columns(int marks) {
		double[] widths = new double[marks + 1];
		Arrays.fill(widths, (WIDTH - NAMES) / marks);
		widths[0] = NAMES;
		return widths;
	}

	private String[] row(String head, Stream<String> cells) {
		return Stream.concat(Stream.of(head), cells).toArray(String[]::new);
	}

	private List<String> signatures(MeetingPage meeting) {
		List<String> lines = new ArrayList<>();
		lines.add(say("sign.chair", meeting.chair()));
		lines.add(say("sign.recorder", meeting.recorder()));
		meeting.tellersNamed().forEach((teller) -> lines.add(say("sign.teller", teller)));
		lines.add(say("sign.date", (meeting.signedAt() != null) ? this.texts.moment(meeting.signedAt()) : "________"));
		return lines;
	}

	private List<Map<String, Object>> roll(MeetingPage meeting) {
		List<Map<String, Object>> rows = new ArrayList<>();
		Stream.concat(meeting.roll().stream(), meeting.presence().guests().stream())
			.forEach((line) -> rows.add(Map.of("number", rows.size() + 1, "name", line.name(), "standing",
					standing(line), "moves", moves(line), "remark", remark(line))));
		return rows;
	}

	private String standing(MeetingPage.RollLine line) {
		return say(line.votes() ? "standing.entitled" : line.guest() ? "standing.guest" : "standing.no-vote");
	}

	private String moves(MeetingPage.RollLine line) {
		if (line.moves().isEmpty()) {
			return (line.arrivedAt() != null) ? this.texts.say("meeting.move.CAME", this.texts.time(line.arrivedAt()))
					: "";
		}
		return String.join("，",
				line.moves()
					.stream()
					.map((move) -> this.texts.say("meeting.move." + move.step(), this.texts.time(move.at())))
					.toList());
	}

	private String remark(MeetingPage.RollLine line) {
		return line.late() && !line.guest() ? this.texts.say("meeting.late")
				: line.excused() ? this.texts.say("meeting.excused") : "";
	}

	private List<String> orNone(List<String> lines) {
		return lines.isEmpty() ? List.of(say("none")) : lines;
	}

	private String say(String key, Object... args) {
		return this.texts.say("meeting.minutes." + key, args);
	}

}
