package org.leagueflow.admission;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.admission.AdmissionStory.College;
import org.leagueflow.admission.AdmissionStory.Told;
import org.leagueflow.cases.CaseEndings;
import org.leagueflow.engine.Catalogue;
import org.leagueflow.engine.Task;
import org.leagueflow.engine.camunda.EarlierEditions;
import org.leagueflow.kernel.Roles;
import org.leagueflow.policy.PolicyFixture;
import org.leagueflow.publicity.NoticeState;
import org.leagueflow.publicity.Objections.Objecting;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Cases that stood at a notice of their own when the notice became a process that is
 * called: each goes on under the diagram it began with, to its end.
 */
@StoryTest
class EarlierNoticeTests {

	@Autowired
	AdmissionStory story;

	@Autowired
	EarlierEditions editions;

	@Autowired
	CaseEndings endings;

	@Autowired
	PolicyFixture policies;

	@Autowired
	Catalogue catalogue;

	@BeforeEach
	void before() {
		this.story.begin();
		this.editions.deploy("admission");
	}

	@AfterEach
	void after() {
		this.editions.remove();
		this.story.clock.offset(Duration.ZERO);
	}

	/** The program is upgraded while the case stands where it is. */
	private void upgraded(Told told) {
		String before = this.catalogue.progress(told.caseId).processVersion();
		this.editions.upgrade();
		assertThat(this.catalogue.find("admission").orElseThrow().version()).isNotEqualTo(before);
		assertThat(this.catalogue.progress(told.caseId).processVersion()).isEqualTo(before);
	}

	private Told onNotice() {
		return this.story.applies(this.story.college()).onNotice();
	}

	private Told activistOnNotice() {
		College college = this.story.college();
		this.policies.set(college.units().committee(), AdmissionRules.ACTIVIST_PUBLICITY, "true",
				this.story.people.holder(Roles.LEAGUE_COMMITTEE, college.units().committee()));
		return this.story.applies(college).talked().nominated().decided();
	}

	private void objected(Told told) {
		long notice = this.story.notices.noticeOf(told.caseId).orElseThrow().id();
		this.story.objections.file(notice, new Objecting("张同学", "13900000000", "情况不实"), null);
	}

	@Test
	void theEarlierEditionIsStillSound() {
		assertThat(this.editions.faults("admission")).isEmpty();
	}

	@Test
	void aRunningNoticeIsWaitedForAndTheCaseGoesOnToTheOath() {
		Told told = onNotice();
		upgraded(told);
		this.story.timersBeforeTime(told.caseId);
		assertThat(told.boxes()).as("the notice still runs").isEmpty();
		told.candidate().bookFilled().branchVotes(7).submitted().committeeVotes(4);
		told.announced().archived().sworn().endsAs("admitted");
	}

	@Test
	void anObjectionFiledAfterTheUpgradeIsLookedIntoInTheEarlierBox() {
		Told told = onNotice();
		upgraded(told);
		objected(told);
		assertThat(told.task("investigate")).extracting(Task::process, Task::matter).containsExactly("admission", null);
		told.noticeOver();
		told.investigated("dismissed", "经查不属实");
		assertThat(told.boxes()).containsExactly("issueBook");
		told.candidate();
	}

	@Test
	void anObjectionThatWaitedAfterTheLastDayIsUpheldAfterTheUpgrade() {
		Told told = onNotice();
		objected(told);
		told.noticeOver();
		upgraded(told);
		assertThat(told.boxes()).containsExactly("investigate");
		told.investigated("upheld", "属实");
		assertThat(told.boxes()).containsExactly("afterObjection");
		told.answers("afterObjection", told.member(1), Map.of("course", "stop", "opinion", "终止"));
		told.endsAs("notCandidate");
	}

	@Test
	void anActivistsNoticeAndItsObjectionGoOn() {
		Told told = activistOnNotice();
		objected(told);
		upgraded(told);
		told.noticeOver();
		assertThat(told.boxes()).containsExactly("investigateActivist");
		told.investigated("dismissed", "经查不属实");
		assertThat(told.boxes()).containsExactly("approveActivist");
	}

	@Test
	void anUpheldObjectionToAnActivistEndsTheCase() {
		Told told = activistOnNotice();
		upgraded(told);
		objected(told);
		told.investigated("upheld", "属实").noticeOver();
		told.endsAs("declined");
	}

	@Test
	void aNoticeIsTakenDownWithAnEarlierCaseThatIsWithdrawn() {
		Told told = onNotice();
		upgraded(told);
		this.endings.withdraw(told.caseId, "个人原因", told.applicant);
		told.endsAs("withdrawn");
		assertThat(this.story.notices.noticeOf(told.caseId).orElseThrow().state()).isEqualTo(NoticeState.WITHDRAWN);
	}

	@Test
	void aNextRoundOfAnEarlierCaseOpensANewNotice() {
		Told told = onNotice();
		objected(told);
		upgraded(told);
		told.investigated("upheld", "属实").noticeOver();
		told.answers("afterObjection", told.member(1), Map.of("course", "continue", "opinion", "继续考察"));
		told.learned().answers("cultivate", told.mentor(), Told.cultivated());
		told.published();
		assertThat(this.story.notices.noticesOf(told.caseId)).hasSize(2);
		told.candidate();
	}

}
