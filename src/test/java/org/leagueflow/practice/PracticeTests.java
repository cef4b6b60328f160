package org.leagueflow.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.practice.PracticeStory.Chapter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;

/**
 * What a visitor finds after the first start, and what a loading that is cut off leaves.
 */
@SpringBootTest(properties = { "spring.datasource.url=jdbc:h2:mem:practice;DB_CLOSE_DELAY=-1",
		"leagueflow.ballot.keys=target/ballot-keys" })
@AutoConfigureMockMvc
@ActiveProfiles("practice")
class PracticeTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PracticeLoader telling;

	@Autowired
	PracticeCollegeService colleges;

	@Autowired
	PracticeChapterService chapters;

	@Autowired
	PracticeMarks marks;

	@Autowired
	BusinessClock clock;

	@Test
	void aCaseStandsInEachOfTheSixStages() {
		assertThat(this.telling.stoppedAt()).isEmpty();
		assertThat(texts("SELECT DISTINCT stage FROM case_file WHERE process = 'admission' AND state = 'OPEN'"))
			.containsExactlyInAnyOrder("recommend", "observe", "appraise", "vote", "approve", "oath");
	}

	@Test
	void casesHaveEndedInTheCommonWays() {
		assertThat(texts("SELECT outcome FROM case_file WHERE process = 'admission' AND state = 'ENDED'"))
			.containsExactlyInAnyOrder("admitted", "voteFailed", "withdrawn");
	}

	@Test
	void aPlanShowsWhatCanBecomeOfItsItems() {
		assertThat(texts("SELECT title FROM assignment WHERE signed_off_on IS NOT NULL")).as("done").hasSize(1);
		assertThat(texts("SELECT title FROM assignment WHERE held_since IS NOT NULL")).as("on hold").hasSize(1);
		assertThat(texts("SELECT title FROM assignment WHERE extended > 0")).as("more time").hasSize(1);
		assertThat(texts("SELECT a.title FROM assignment a JOIN plan_slip s ON s.assignment_id = a.id"
				+ " WHERE s.state = 'ISSUED' AND a.completed_on IS NULL"))
			.as("late and supervised")
			.hasSize(1);
		assertThat(texts("SELECT state FROM plan_handed")).containsExactlyInAnyOrder("CONFIRMED", "SENT");
	}

	@Test
	void meetingsWaitAndANoticeIsPublic() throws Exception {
		assertThat(texts("SELECT kind FROM meeting WHERE state = 'CONVENED'"))
			.containsExactlyInAnyOrder("BRANCH_GENERAL_MEETING", "BRANCH_COMMITTEE");
		this.mvc.perform(get("/notices")).andExpect(content().string(containsString("拟接收为团员")));
	}

	@Test
	void theMeetingWithAVoteCanBeOpenedAtOnce() {
		LocalDateTime starts = this.jdbc
			.sql("SELECT starts_at FROM meeting WHERE state = 'CONVENED' AND kind = 'BRANCH_GENERAL_MEETING'")
			.query(LocalDateTime.class)
			.single();
		LocalDateTime now = LocalDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		assertThat(starts).as("and not before it was told").isBetween(now.minusMinutes(5), now.plusMinutes(30));
	}

	@Test
	void theLogInPageSaysThePassword() throws Exception {
		this.mvc.perform(get("/login"))
			.andExpect(content().string(containsString("applicant10")))
			.andExpect(content().string(containsString("密码都是 " + PracticeCollegeService.PASSWORD)));
	}

	@Test
	void aChapterThatFailsLeavesNothingAndIsToldAtTheNextStart() {
		PracticeCollege college = this.colleges.college().orElseThrow();
		List<String> heard = new ArrayList<>();
		Chapter first = Chapter.of("test: first", 9, (told) -> heard.add("first " + daysAgo()));
		Chapter last = Chapter.of("test: last", 2, (told) -> heard.add("last " + daysAgo()));
		PracticeLoader broken = telling(last, first, Chapter.of("test: middle", 5, (told) -> {
			this.marks.set("test", "middle", 1);
			throw new IllegalStateException("the power went off");
		}));
		broken.tell(college);
		assertThat(broken.stoppedAt()).contains("test: middle");
		assertThat(this.marks.isSet("test", "middle")).isFalse();
		PracticeLoader mended = telling(last, first,
				Chapter.of("test: middle", 5, (told) -> heard.add("middle " + daysAgo())));
		mended.tell(college);
		mended.tell(college);
		assertThat(mended.stoppedAt()).isEmpty();
		assertThat(heard).containsExactly("first 9", "middle 5", "last 2");
		assertThat(daysAgo()).isZero();
	}

	@Test
	void aChapterWhoseCaseATimerMovedIsToldOnceMore() {
		PracticeCollege college = this.colleges.college().orElseThrow();
		List<String> heard = new ArrayList<>();
		PracticeLoader telling = telling(Chapter.of("test: moved", 1, (told) -> {
			heard.add("told");
			if (heard.size() < 3) {
				throw new OptimisticLockingFailureException("Somebody else moved the same case");
			}
		}), Chapter.of("test: always moved", 0, (told) -> {
			throw new OptimisticLockingFailureException("Somebody else moves it all the time");
		}));
		telling.tell(college);
		assertThat(heard).hasSize(3);
		assertThat(telling.stoppedAt()).as("it does not go on for ever").contains("test: always moved");
	}

	@Test
	void theCollegeIsFoundedOnce() {
		int people = count("SELECT COUNT(*) FROM person");
		assertThat(this.colleges.college()).isPresent();
		assertThat(count("SELECT COUNT(*) FROM person")).isEqualTo(people);
	}

	private PracticeLoader telling(Chapter... told) {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		PracticeStory story = () -> List.of(told);
		beans.addBean("story", story);
		return new PracticeLoader(beans.getBeanProvider(PracticeStory.class), this.chapters, this.clock);
	}

	private long daysAgo() {
		return LocalDate.now(this.clock.getZone()).toEpochDay() - this.clock.today().toEpochDay();
	}

	private List<String> texts(String sql) {
		return this.jdbc.sql(sql).query(String.class).list();
	}

	private int count(String sql) {
		return this.jdbc.sql(sql).query(Integer.class).single();
	}

}
