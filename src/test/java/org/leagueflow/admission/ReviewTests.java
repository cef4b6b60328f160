package org.leagueflow.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.admission.AdmissionStory.College;
import org.leagueflow.admission.AdmissionStory.Told;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** The yearly review of admissions (细则§37). */
@StoryTest
class ReviewTests {

	@Autowired
	AdmissionStory story;

	@Autowired
	ReviewService reviews;

	@Autowired
	ReviewPanel panel;

	@BeforeEach
	void begin() {
		this.story.begin();
	}

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
	}

	@Test
	void aReviewFindsWhatIsLateIsRecordedOnceAndSettlesTheYear() {
		College college = this.story.college();
		Told told = this.story.applies(college).approved();
		Actor committee = told.committee();
		int year = told.today().getYear();
		assertThat(page(year, committee).lines()).singleElement().satisfies((line) -> {
			assertThat(line.caseId()).isEqualTo(told.caseId.value());
			assertThat(line.doubts()).doesNotContain(Irregularity.UNDER_AGE, Irregularity.OBSERVED_SHORT,
					Irregularity.VOTED_BEFORE_BOOK, Irregularity.OATH_LATE, Irregularity.ARCHIVED_LATE);
		});
		assertThat(page(year, committee).lacking()).isEqualTo(1);
		told.months(4);
		assertThat(page(year, committee).lines().get(0).doubts()).contains(Irregularity.OATH_LATE,
				Irregularity.ARCHIVED_LATE);
		while (told.today().getYear() == year) {
			told.months(1);
		}
		assertThat(this.panel.model(committee)).as("last year went by without").isPresent();
		assertThatThrownBy(() -> record(college, told.today(), " ", committee)).isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> record(college, told.today().plusDays(1), "明天", committee))
			.isInstanceOf(Refusal.Invalid.class);
		record(college, LocalDate.of(year, 12, 31), "逐案核对，仪式和建档已督促", committee);
		assertThat(page(year, committee).lacking()).isZero();
		assertThat(page(year, committee).held()).singleElement().satisfies((one) -> {
			assertThat(one.admissions()).isEqualTo(1);
			assertThat(one.doubts()).isEqualTo(1);
			assertThat(one.recordedName()).isEqualTo(committee.name());
		});
		assertThat(this.panel.model(committee)).isEmpty();
		assertThat(page(year, college.county()).lines()).as("the county reviews for itself").hasSize(1);
		assertThat(page(year, college.county()).lacking()).isEqualTo(1);
	}

	@Test
	void nobodyReviewsForAnotherUnit() {
		Told told = this.story.applies(this.story.college());
		College other = this.story.college();
		assertThatThrownBy(() -> record(other, told.today(), "核查", told.committee()))
			.isInstanceOf(Refusal.NotFound.class);
		assertThatThrownBy(() -> record(told.college, told.today(), "核查", told.secretary()))
			.isInstanceOf(Refusal.NotFound.class);
		assertThatThrownBy(() -> this.reviews.pages(1999, told.committee())).isInstanceOf(Refusal.Invalid.class);
	}

	private ReviewPage page(int year, Actor by) {
		return this.reviews.pages(year, by).get(0);
	}

	private void record(College college, LocalDate on, String findings, Actor by) {
		this.reviews.record(college.units().committee(), on, findings, by);
	}

}
