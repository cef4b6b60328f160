package org.leagueflow.recommendation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Task;
import org.leagueflow.engine.UserTasks;
import org.leagueflow.inbox.Inbox;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.ledger.Booking;
import org.leagueflow.ledger.EntryKind;
import org.leagueflow.ledger.Ledger;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.meeting.PracticeMeetings;
import org.leagueflow.practice.PracticeCollege;
import org.leagueflow.practice.PracticeStory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Recommendations of the practice college when a visitor first looks: one being rated,
 * one before the meeting, one under investigation, one announced, one with the Party and
 * one listed; two more members could be recommended at once.
 */
@Component
@Profile("practice")
class PracticeRecommendations implements PracticeStory {

	private static final String LISTED = "member21";

	private static final String WITH_PARTY = "member22";

	private static final String FAILED = "member23";

	private static final String ANNOUNCED = "member24";

	private static final String INVESTIGATED = "member25";

	private static final String WAITING = "member26";

	private static final String RATED = "member27";

	private static final List<String> FIRST = List.of(LISTED, WITH_PARTY, FAILED);

	private static final List<String> SECOND = List.of(ANNOUNCED, INVESTIGATED);

	/** Members whom the branch could recommend next. */
	private static final List<String> READY = List.of("member28", "member29");

	private static final List<String> RATERS = List.of("member18", "member19", "mentor1");

	/** Who comes to the branch general meeting; the last two count the papers. */
	private static final List<String> VOTERS = Stream
		.concat(PracticeCollege.BRANCH_COMMITTEE.stream(),
				IntStream.rangeClosed(3, 20).mapToObj((number) -> "member" + number))
		.toList();

	private final Inbox inbox;

	private final UserTasks tasks;

	private final Cases cases;

	private final Ledger ledger;

	private final MarkService marks;

	private final PracticeMeetings meetings;

	private final PairingService pairings;

	private final BusinessClock clock;

	PracticeRecommendations(Inbox inbox, UserTasks tasks, Cases cases, Ledger ledger, MarkService marks,
			PracticeMeetings meetings, PairingService pairings, BusinessClock clock) {
		this.inbox = inbox;
		this.tasks = tasks;
		this.cases = cases;
		this.ledger = ledger;
		this.marks = marks;
		this.meetings = meetings;
		this.pairings = pairings;
		this.clock = clock;
	}

	@Override
	public List<Chapter> chapters() {
		List<Chapter> chapters = new ArrayList<>();
		FIRST.forEach((login) -> chapters.add(told("appraised " + login, 50, (college) -> appraised(college, login))));
		chapters.add(
				told("first meeting", 46, (college) -> voted(college, Map.of(LISTED, 20, WITH_PARTY, 19, FAILED, 12))));
		List.of(LISTED, WITH_PARTY)
			.forEach((login) -> chapters.add(told("on notice " + login, 44, (college) -> onNotice(college, login))));
		List.of(LISTED, WITH_PARTY)
			.forEach((login) -> chapters.add(new Chapter("recommendation: handed over " + login, 30,
					(college) -> waitsAt(college, login, "handOver"), (college) -> handedOver(college, login))));
		chapters.add(told("listed " + LISTED, 16, (college) -> listed(college)));
		SECOND.forEach((login) -> chapters.add(told("appraised " + login, 8, (college) -> appraised(college, login))));
		chapters.add(told("second meeting", 4, (college) -> voted(college, Map.of(ANNOUNCED, 19, INVESTIGATED, 19))));
		chapters.add(told("on notice " + ANNOUNCED, 2, (college) -> onNotice(college, ANNOUNCED)));
		chapters.add(told("appraised " + WAITING, 2, (college) -> appraised(college, WAITING)));
		chapters.add(told("rated " + RATED, 1, (college) -> halfRated(college)));
		chapters.add(told("paired " + WAITING, 20, (college) -> paired(college)));
		READY.forEach((login) -> chapters.add(told("ready " + login, 1, (college) -> records(college, login))));
		return chapters;
	}

	private static Chapter told(String what, int daysAgo, Consumer<PracticeCollege> tell) {
		return Chapter.of("recommendation: " + what, daysAgo, tell);
	}

	/** What was recorded before the recommendation. */
	private void records(PracticeCollege college, String login) {
		LocalDate day = this.clock.today();
		book(college, login, Booking.one(EntryKind.PARTY_APPLICATION, day, "入党申请书", "申请书原件", null));
		book(college, login, Booking.one(EntryKind.GUIDANCE, day, "推优前引导培养谈话", "谈话记录", null));
		book(college, login, Booking.tenths(EntryKind.STUDY_HOURS, day, 80, "政治理论学习", "签到表", null));
		book(college, login, Booking.tenths(EntryKind.VOLUNTEER_HOURS, day, 60, "社区志愿服务", "证明", null));
	}

	private void book(PracticeCollege college, String login, Booking booking) {
		this.ledger.record(college.person(login), booking, college.actor("secretary1"));
	}

	private void rating(PracticeCollege college, String login) {
		records(college, login);
		this.inbox.start("recommendation", college.actor("secretary1"), Map.of("line", Line.PARTY_ACTIVIST.code(),
				"person", Long.toString(college.person(login)), "grounds", "思想上积极要求进步，学习和志愿服务表现突出。"), key());
		answer(college, login, "appointRaters", "branch1",
				Map.of("raters", RATERS.stream().map((rater) -> Long.toString(college.person(rater))).toList()));
	}

	private void mark(PracticeCollege college, String login, String rater, String mark) {
		this.marks.give(caseOf(college, login),
				Arrays.stream(Dimension.values()).collect(Collectors.toMap((one) -> one, (one) -> mark)),
				"日常表现和支部活动记录。", null, college.actor(rater));
	}

	private void appraised(PracticeCollege college, String login) {
		rating(college, login);
		mark(college, login, RATERS.get(0), "91");
		mark(college, login, RATERS.get(1), "88.5");
		mark(college, login, RATERS.get(2), "90");
		answer(college, login, "appraise", "branch2", Map.of("conclusion", "四个方面表现均衡，同意提名。", "proposal", "propose"));
	}

	private void halfRated(PracticeCollege college) {
		rating(college, RATED);
		mark(college, RATED, RATERS.get(0), "92");
	}

	private void voted(PracticeCollege college, Map<String, Integer> inFavour) {
		Map<CaseId, Integer> votes = new LinkedHashMap<>();
		inFavour.forEach((login, papers) -> votes.put(caseOf(college, login), papers));
		this.meetings.hold(MeetingKind.BRANCH_GENERAL_MEETING, college.unit("class1"), college.actor("secretary1"),
				VOTERS.stream().map(college::actor).toList(), votes);
	}

	private void onNotice(PracticeCollege college, String login) {
		long meeting = this.meetings.hold(MeetingKind.BRANCH_COMMITTEE, college.unit("class1"),
				college.actor("secretary1"), PracticeCollege.BRANCH_COMMITTEE.stream().map(college::actor).toList(),
				Map.of(caseOf(college, login), PracticeCollege.BRANCH_COMMITTEE.size()));
		answer(college, login, "decideFinding", "branch1", Map.of("heldMeeting", Long.toString(meeting), "performance",
				"一贯表现突出，群众反映良好。", "opinion", "support", "reasons", "支委会集体研究，同意推荐。"));
		answer(college, login, "review", "committee1", Map.of("review", "agree", "opinion", "材料齐全，程序完备。"));
	}

	private void handedOver(PracticeCollege college, String login) {
		answer(college, login, "handOver", "committee1",
				Map.of("party", Long.toString(college.unit("party1")), "handedOverOn", this.clock.today().toString()));
		answer(college, login, "receive", "party1",
				Map.of("receivedOn", this.clock.today().toString(), "receiver", "党支部周老师"));
	}

	private void listed(PracticeCollege college) {
		answer(college, LISTED, "feedback", "party1", Map.of("listed", "yes", "feedbackOn",
				this.clock.today().toString(), "feedbackReason", "党支部会议研究，列为入党积极分子。"));
	}

	private void paired(PracticeCollege college) {
		long pairing = this.pairings.begin(college.unit("class1"), college.person(WAITING), college.person("mentor1"),
				this.clock.today(), "学习党的理论，参加志愿服务，端正入党动机。", college.actor("secretary1"));
		this.pairings.record(pairing, this.clock.today(), "一起学习党章第一章，谈了入党动机。", null, college.actor("mentor1"));
	}

	private CaseId caseOf(PracticeCollege college, String login) {
		return this.cases.openOf(college.person(login), "recommendation").get(0);
	}

	private boolean waitsAt(PracticeCollege college, String login, String box) {
		return this.tasks.open(caseOf(college, login)).stream().anyMatch((task) -> task.box().equals(box));
	}

	private void answer(PracticeCollege college, String login, String box, String by, Map<String, Object> answers) {
		Task task = this.tasks.open(caseOf(college, login))
			.stream()
			.filter((open) -> open.box().equals(box))
			.findFirst()
			.orElseThrow(
					() -> new IllegalStateException("The recommendation of " + login + " does not stand at " + box));
		this.inbox.submit(task.id(), college.actor(by), answers, key());
	}

	private static String key() {
		return UUID.randomUUID().toString();
	}

}
