package org.leagueflow.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.award.AwardStory.College;
import org.leagueflow.award.AwardStory.Told;
import org.leagueflow.engine.Incidents;
import org.leagueflow.engine.Models;
import org.leagueflow.engine.WalksWholeDiagram;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.ledger.EntryKind;
import org.leagueflow.scoring.TiePolicy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A batch from its announcement to each of its ends. */
@StoryTest
@WalksWholeDiagram("award")
class AwardProcessTest {

	@Autowired
	AwardStory story;

	@Autowired
	Models models;

	@Autowired
	Incidents incidents;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void begin() {
		this.story.begin();
	}

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
	}

	@Test
	void theDiagramIsSound() {
		var files = this.models.folders().get("award");
		assertThat(this.models.check("award", files)).isEmpty();
		assertThat(this.models.overlaps("award", files)).isEmpty();
	}

	@Test
	void awardedByHoursOnTwoLevels() {
		College college = this.story.college();
		Told told = this.story.announces(college, AwardStory.byHours(TiePolicy.ALL_IN));
		assertThat(this.story.cases.card(told.caseId()).subjectName()).isEqualTo("2024年度优秀共青团员");
		told.allots();
		long best = college.one().get(1);
		told.hours(best, 40).hours(college.two().get(1), 30).hours(college.two().get(2), 10);
		long first = told.nominates(college.one(), 1);
		long second = told.nominates(college.two(), 1);
		long lacking = told.nominates(college.two(), 2);
		told.loses(college.two().get(2)).closes();
		assertThat(told.row(lacking).state()).isEqualTo(NominationState.UNMET);
		assertThat(told.row(lacking).unmet()).as("why not, in words").hasSize(1);
		assertThat(told.batch().stage()).as("nothing to mark").isEqualTo(Batch.REVIEW);
		assertThatThrownBy(() -> told.answers("verify", Map.of("verdict", "agree", "opinion", "同意")))
			.as("the faculty has not looked at it")
			.isInstanceOf(Refusal.Conflict.class);
		told.reviewed();
		assertThat(told.row(first).rank()).isEqualTo(1);
		assertThat(told.row(first).level()).isEqualTo(0);
		assertThat(told.row(second).level()).isEqualTo(1);
		told.confirms();
		assertThat(told.notice().workdays()).isEqualTo(2);
		told.noticeOver();
		assertThat(told.notice().workdays()).as("the school's own length").isEqualTo(3);
		told.noticeOver().votes(3);
		assertThat(told.boxes()).containsExactly("archive");
		assertThat(told.certificates()).hasSize(2).allMatch(Certificate.Card::valid);
		assertThat(told.certificates().get(0).honour()).isEqualTo("优秀共青团员 一等奖");
		assertThat(this.story.ledger.total(best, EntryKind.HONOUR, null, null)).isEqualTo(1);
		told.answers("archive", Map.of()).endsAs("awarded");
	}

	@Test
	void anUpheldObjectionIsRecountedByOthersAndDecidedAgain() {
		College college = this.story.college();
		Told told = onNotice(college);
		long best = college.one().get(1);
		long first = this.story.nominations.of(told.id, org.leagueflow.kernel.Subject.Kind.PERSON, best)
			.orElseThrow()
			.id();
		long objection = told.objects(best, "时长有误");
		told.settles(objection, "upheld");
		assertThat(told.row(first).rank()).as("an objection alone changes no score").isEqualTo(1);
		told.noticeOver();
		assertThat(told.batch().stage()).as("ranked anew, not silently").isEqualTo(Batch.RANK);
		assertThatThrownBy(told::confirms).as("while the recount is open").isInstanceOf(Refusal.Conflict.class);
		long recount = this.story.openRecounts.of(told.id).get(0).id();
		told.corrects(first, "hours", "25", recount);
		told.confirms();
		assertThat(told.row(first).rank()).isEqualTo(2);
		assertThat(this.story.pages.overview(told.id, told.committee(0)).moves()).hasSize(1)
			.hasValueSatisfying(new org.assertj.core.api.Condition<>((moves) -> moves.size() == 2, "two moved"));
		told.announced().votes(3);
		assertThat(told.certificates().get(0).subject().id()).isEqualTo(college.two().get(1));
		told.answers("archive", Map.of()).endsAs("awarded");
	}

	@Test
	void aPublishedResultChangesOnlyByANewDecision() {
		College college = this.story.college();
		Told told = onNotice(college).announced().votes(3);
		long best = college.one().get(1);
		long first = told.row(told.certificates().get(0).nomination()).id();
		told.corrects(first, "hours", "21", null);
		assertThat(told.certificates()).allMatch(Certificate.Card::valid);
		assertThat(told.row(first).awarded()).as("what was published stands until the decision").isEqualTo(0);
		told.confirms().announced().votes(3);
		assertThat(told.row(first).awarded()).isEqualTo(1);
		assertThat(told.certificates()).filteredOn((one) -> !one.valid()).hasSize(2);
		assertThat(told.certificates()).filteredOn(Certificate.Card::valid).hasSize(2);
		assertThat(this.story.ledger.total(best, EntryKind.HONOUR, null, null)).as("taken back and booked anew")
			.isEqualTo(1);
		told.answers("archive", Map.of()).endsAs("awarded");
	}

	/** A fault in the certificates undoes no decision, and stays where it is seen. */
	@Test
	void aCertificateThatCannotBeIssuedLeavesTheDecisionAndIsTriedAgain() {
		College college = this.story.college();
		Told told = onNotice(college).announced().decides(3);
		assertThat(told.batch().publishedOn()).isEqualTo(this.story.clock.today());
		assertThat(told.certificates()).isEmpty();
		assertThat(told.boxes()).as("nobody closes a file without its certificates").isEmpty();
		String job = told.jobs().get(0);
		String taken = "LF-%d-%04d-00002".formatted(this.story.clock.today().getYear(), told.id);
		this.jdbc
			.sql("INSERT INTO award_certificate (version, batch_id, nomination_id, number, code, subject_kind, subject_id,"
					+ " subject_name, unit_name, unit_path, honour, period, issuer, issued_on) VALUES (0, ?, 0, ?, ?,"
					+ " 'PERSON', 0, '某人', '某班', '/0/', '评优', '2024', '团委', '2025-01-01')")
			.params(-told.id, taken, "TAKEN" + told.id)
			.update();
		for (int attempt = 1; attempt <= 5; attempt++) {
			assertThatThrownBy(() -> this.story.engine.getManagementService().executeJob(job)).isNotNull();
		}
		assertThat(told.certificates()).as("all or none").isEmpty();
		assertThat(this.story.ledger.total(college.one().get(1), EntryKind.HONOUR, null, null)).isZero();
		assertThat(told.row(this.story.nominations.awarded(told.id).get(0).id()).awarded()).as("decided all the same")
			.isZero();
		assertThat(this.incidents.latest()).anySatisfy((one) -> {
			assertThat(one.caseId()).isEqualTo(told.caseId().key());
			assertThat(one.name()).isEqualTo("certify");
			assertThat(one.stopped()).isEqualTo(job);
		});
		this.jdbc.sql("DELETE FROM award_certificate WHERE code = ?").param("TAKEN" + told.id).update();
		this.incidents.retry(job);
		assertThatThrownBy(() -> this.incidents.retry(job)).isInstanceOf(Refusal.Conflict.class);
		told.behindTheScenes();
		assertThat(told.certificates()).hasSize(2);
		assertThat(this.incidents.latest()).noneMatch((one) -> job.equals(one.stopped()));
		told.answers("archive", Map.of()).endsAs("awarded");
	}

	@Test
	void withoutAMajorityForTheCorrectionWhatWasPublishedStands() {
		College college = this.story.college();
		Told told = onNotice(college).announced().votes(3);
		long first = told.certificates().get(0).nomination();
		told.corrects(first, "hours", "21", null).confirms().announced().votes(0);
		assertThat(told.row(first).awarded()).isEqualTo(0);
		assertThat(told.certificates()).hasSize(2).allMatch(Certificate.Card::valid);
		told.answers("archive", Map.of()).endsAs("awarded");
	}

	@Test
	void aCorrectionBeforeTheVoteTakesTheListOffTheAgenda() {
		College college = this.story.college();
		Told told = onNotice(college).announced();
		long first = this.story.nominations.placed(told.id).get(0).id();
		told.corrects(first, "hours", "22", null);
		assertThat(told.boxes()).containsExactly("confirm");
		told.confirms().announced().votes(2).answers("archive", Map.of()).endsAs("awarded");
	}

	@Test
	void everybodyObjectedTo() {
		College college = this.story.college();
		Told told = onNotice(college);
		for (var subject : told.notice().subjects()) {
			told.settles(told.objects(subject.id(), "不符合条件 " + subject.id()), "upheld");
		}
		told.noticeOver();
		this.story.openRecounts.of(told.id)
			.forEach((one) -> this.story.recounts.strike(one.id(), one.nomination(), "不属实", told.committee(2)));
		told.confirms().endsAs("nobody");
	}

	@Test
	void everybodyStruckAfterThePublicationIsDecidedAgainAndRevoked() {
		Told told = strikesAll(onNotice(this.story.college()).announced().votes(3));
		assertThat(told.certificates()).as("until the decision").hasSize(2).allMatch(Certificate.Card::valid);
		told.confirms();
		assertThat(told.batch().stage()).as("there is nothing to announce").isEqualTo("decide");
		told.votes(3);
		assertThat(told.certificates()).hasSize(2).noneMatch(Certificate.Card::valid);
		assertThat(this.story.nominations.awarded(told.id)).isEmpty();
		told.answers("archive", Map.of()).endsAs("awarded");
	}

	@Test
	void withoutAMajorityForTheEmptyListWhatWasPublishedStands() {
		Told told = strikesAll(onNotice(this.story.college()).announced().votes(3));
		told.confirms().votes(0);
		assertThat(told.certificates()).hasSize(2).allMatch(Certificate.Card::valid);
		told.answers("archive", Map.of()).endsAs("awarded");
	}

	private Told strikesAll(Told told) {
		List<Long> awarded = told.certificates().stream().map(Certificate.Card::nomination).toList();
		awarded.forEach((row) -> this.story.openRecounts.open(told.id, -row, row, this.story.clock.instant()));
		this.story.openRecounts.of(told.id)
			.forEach((one) -> this.story.recounts.strike(one.id(), one.nomination(), "不属实", told.committee(2)));
		return told;
	}

	@Test
	void theMarksOfADismissedJudgeDoNotCount() {
		College college = this.story.college();
		Told told = this.story
			.announces(college,
					AwardStory.definition("十佳歌手", AwardStory.panelled(), List.of(AwardStory.level("十佳", 1)),
							TiePolicy.ALL_IN, List.of()))
			.allots();
		told.hours(college.one().get(1), 24);
		long one = told.nominates(college.one(), 1);
		told.closes();
		long dismissed = college.two().get(3);
		this.story.batches.panel(told.id, List.of(dismissed, college.committee().get(0), college.committee().get(1)),
				told.committee(0));
		mark(told, one, dismissed, "10");
		this.story.batches.panel(told.id, college.committee(), told.committee(0));
		assertThatThrownBy(() -> told.answers("sumUp", Map.of())).as("nobody who sits there marked")
			.isInstanceOf(Refusal.Conflict.class);
		mark(told, one, college.committee().get(0), "80");
		mark(told, one, college.committee().get(1), "85");
		mark(told, one, college.committee().get(2), "90");
		told.answers("sumUp", Map.of()).reviewed();
		assertThat(told.row(one).score()).as("82.5 with the dismissed judge's 10").isEqualByComparingTo("85");
	}

	@Test
	void aPanelThatCannotScoreIsRefusedAndNobodyChangesItAfterwards() {
		College college = this.story.college();
		Told told = this.story
			.announces(college,
					AwardStory.definition("十佳志愿者", AwardStory.panelled(), List.of(AwardStory.level("十佳", 1)),
							TiePolicy.ALL_IN, List.of()))
			.allots();
		long one = told.nominates(college.one(), 1);
		told.closes();
		List<Long> two = college.committee().subList(0, 2);
		assertThatThrownBy(() -> this.story.batches.panel(told.id, two, told.committee(0)))
			.as("of two nothing is left without the highest and the lowest")
			.isInstanceOf(Refusal.Invalid.class)
			.hasMessageContaining("panelFew");
		List<Long> withOwnClass = List.of(two.get(0), two.get(1), college.one().get(3));
		this.story.batches.panel(told.id, withOwnClass, told.committee(0));
		two.forEach((judge) -> mark(told, one, judge, "80"));
		assertThatThrownBy(() -> told.answers("sumUp", Map.of())).as("the third keeps out")
			.isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("fewMarks");
		this.story.batches.panel(told.id, college.committee(), told.committee(0));
		mark(told, one, college.committee().get(2), "70");
		told.answers("sumUp", Map.of());
		assertThatThrownBy(() -> this.story.batches.panel(told.id, withOwnClass, told.committee(0)))
			.as("marks that were summed up would fall out")
			.isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("panelOver");
		told.reviewed();
		assertThat(told.row(one).score()).isEqualByComparingTo("80");
	}

	@Test
	void theCommitteeDoesNotFindAMajority() {
		onNotice(this.story.college()).announced().votes(0).endsAs("rejected");
	}

	@Test
	void nobodyMeetsTheConditions() {
		College college = this.story.college();
		Told told = this.story.announces(college, AwardStory.byHours(TiePolicy.NONE)).allots();
		told.nominates(college.one(), 1);
		told.loses(college.one().get(1)).closes().endsAs("nobody");
	}

	@Test
	void prolongedAndCancelled() {
		College college = this.story.college();
		Told told = this.story.announces(college, AwardStory.byHours(TiePolicy.NONE)).allots();
		told.nominates(college.one(), 1);
		var before = told.batch().closesOn();
		this.story.batches.prolong(told.id, before.plusDays(3), "材料较多", told.committee(1));
		told.until(before.plusDays(1));
		assertThat(told.batch().stage()).as("the time goes on").isEqualTo(Batch.GATHER);
		this.story.batches.cancel(told.id, "文件调整", told.committee(1));
		told.endsAs("cancelled");
		assertThatThrownBy(() -> this.story.batches.cancel(told.id, "再取消", told.committee(1)))
			.isInstanceOf(Refusal.Conflict.class);
	}

	@Test
	void aPanelMarksAndWhoIsMissingIsNamed() {
		College college = this.story.college();
		Told told = this.story
			.announces(college,
					AwardStory.definition("十佳团员", AwardStory.panelled(), List.of(AwardStory.level("十佳", 1)),
							TiePolicy.ALL_IN, List.of()))
			.allots();
		told.hours(college.one().get(1), 24).hours(college.two().get(1), 24);
		long one = told.nominates(college.one(), 1);
		long two = told.nominates(college.two(), 1);
		told.closes();
		assertThat(told.boxes()).containsExactly("sumUp");
		assertThatThrownBy(() -> told.answers("sumUp", Map.of())).isInstanceOf(Refusal.Conflict.class);
		List<Long> judges = List.of(college.committee().get(1), college.committee().get(2), college.one().get(3),
				college.two().get(3));
		this.story.batches.panel(told.id, judges, told.committee(0));
		assertThatThrownBy(() -> mark(told, one, judges.get(2), "90")).as("the own class")
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThat(typed(told, one, judges.get(0), "101")).containsOnlyKeys(one + "." + AwardStory.PANEL);
		mark(told, one, judges.get(0), "90");
		mark(told, one, judges.get(1), "70");
		mark(told, one, judges.get(3), "８０");
		mark(told, two, judges.get(0), "85");
		mark(told, two, judges.get(1), "85");
		assertThatThrownBy(() -> told.answers("sumUp", Map.of())).as("a judge is missing")
			.isInstanceOf(Refusal.Conflict.class);
		mark(told, two, judges.get(2), "60");
		told.answers("sumUp", Map.of());
		told.answers("verify", Map.of("verdict", "return", "opinion", "两位评委的分差较大，请复议"));
		assertThat(told.boxes()).as("sent back").containsExactly("sumUp");
		told.answers("sumUp", Map.of()).reviewed();
		assertThat(told.row(one).score()).as("highest and lowest dropped").isEqualByComparingTo("80");
		assertThat(told.row(two).score()).isEqualByComparingTo("85");
		assertThat(told.row(two).rank()).isEqualTo(1);
	}

	private void mark(Told told, long nomination, long judge, String points) {
		assertThat(typed(told, nomination, judge, points)).isEmpty();
	}

	private Map<String, Message> typed(Told told, long nomination, long judge, String points) {
		return this.story.panel.mark(told.id,
				Map.of(nomination + "." + AwardStory.PANEL, points, nomination + ".remark", "现场表现"),
				told.person(judge));
	}

	private Told onNotice(College college) {
		Told told = this.story.announces(college, AwardStory.byHours(TiePolicy.ALL_IN)).allots();
		told.hours(college.one().get(1), 40).hours(college.two().get(1), 30);
		told.nominates(college.one(), 1);
		told.nominates(college.two(), 1);
		return told.closes().reviewed().confirms();
	}

}
