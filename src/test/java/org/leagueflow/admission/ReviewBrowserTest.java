package org.leagueflow.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.BrowserTest;
import org.leagueflow.admission.AdmissionStory.College;
import org.leagueflow.admission.AdmissionStory.Told;
import org.leagueflow.people.PeopleFixture;
import org.springframework.beans.factory.annotation.Autowired;

/** A committee holds the yearly review of admissions, at the desk and on the phone. */
class ReviewBrowserTest extends BrowserTest {

	@Autowired
	AdmissionStory story;

	@AfterEach
	void today() {
		this.story.clock.offset(Duration.ZERO);
	}

	@Test
	void whatIsLateIsFoundAndTheReviewRecorded() {
		this.story.begin();
		College college = this.story.college();
		Told told = this.story.applies(college).approved();
		told.months(4);
		phone();
		login(this.story.people.account(told.committee().personId()), PeopleFixture.PASSWORD);
		open("/admission/reviews?year=" + told.today().minusMonths(4).getYear());
		assertThat(words()).contains("批准后3个月内没有举行入团仪式", "细则§37");
		pictures("lacking");
		browser().executeScript("document.querySelector('[name=heldOn]').value = arguments[0]",
				told.today().minusMonths(4).toString());
		type("findings", "逐案核对志愿书、大会决议和审批表；已督促补办入团仪式并建档。");
		click("main form[action='/admission/reviews'] button[type=submit]");
		browser().switchTo().alert().accept();
		await("the review is not recorded", () -> words().contains("核查结果已登记"));
		assertThat(words()).contains("已督促补办入团仪式并建档");
		pictures("held");
		told.days(1);
		open("/");
		await("no home page", () -> words().contains("待办"));
		pictures("home");
	}

	private void pictures(String name) {
		phone();
		picture(name + "-phone");
		desktop();
		picture(name);
		phone();
	}

	private void picture(String name) {
		screenshot("review-" + name);
		assertThat(overflows()).as(name + " is wider than the screen").isFalse();
	}

}
