package org.leagueflow.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.BrowserTest;
import org.leagueflow.admission.AdmissionStory.Told;
import org.leagueflow.people.PeopleFixture;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A committee's approval of one case, counted in clicks: from the list of what waits to
 * the signed minutes, all by the chair but the two counts. Step by step the same takes 23
 * (a form of four fields, an invitation, five arrivals, two lists of tellers).
 */
class CommitteeClicksBrowserTest extends BrowserTest {

	private static final int MAX_CLICKS = 12;

	@Autowired
	AdmissionStory story;

	private AdmissionStory.College college;

	private int clicks;

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
	}

	@Test
	void aCommitteeApprovesOneCaseInAFewClicks() {
		this.story.begin();
		this.college = this.story.college();
		this.story.applies(this.college).approved();
		Told told = this.story.applies(this.college).awaitingApproval();
		signIn(0);
		open("/meetings");
		clicks("a[href*='/meetings/convene'][href*='kind=COMMITTEE_MEETING']");
		await("no form", () -> present("#chair"));
		assertThat(find("#place").getDomProperty("value")).as("where the last one was").isEqualTo("会议室");
		pictures("convene");
		clicks("[data-fill=startsAt]");
		clicks("button[name=invite]");
		await("not called", () -> path().matches("/meetings/\\d+") && present("#call-and-open"));
		String meeting = path();
		pictures("roll-call");
		clicks("#call-and-open");
		agrees();
		await("not open", () -> present("form[action$='/ballot']"));
		pictures("open");
		clicks("form[action$='/ballot'] button[type=submit]");
		await("no ballot", () -> !present("form[action$='/ballot']"));
		counts(meeting, 4, 5);
		counts(meeting, 3, 5);
		signIn(0);
		open(meeting);
		clicks("form[action$='/close'] button");
		await("not led to the minutes", () -> path().endsWith("/minutes"));
		assertThat(find("#minutes").getDomProperty("value")).contains("应到 5 人，实到 5 人").contains("获得通过");
		pictures("minutes");
		clicks("button[name=sign]");
		agrees();
		await("not signed", () -> !present("#minutes"));
		assertThat(told.stage()).as("what the committee decided holds").isEqualTo("oath");
		System.out.println("A committee's approval: " + this.clicks + " clicks");
		assertThat(this.clicks).isLessThanOrEqualTo(MAX_CLICKS);
	}

	/** A list of many is searched by name or pinyin, with the keyboard alone. */
	@Test
	void theChairIsFoundByTyping() {
		this.story.begin();
		this.college = this.story.college(30);
		signIn(0);
		open("/meetings/convene?kind=COMMITTEE_MEETING");
		long member = this.college.members().get(7);
		String name = find("[name=chair] option[value='" + member + "']").getDomProperty("text");
		find("#chair").sendKeys(Keys.chord(Keys.CONTROL, "a"), name);
		await("nobody is found", () -> find("#chair-list [role=option]").getText().startsWith(name));
		pictures("picker");
		find("#chair").sendKeys(Keys.ENTER);
		Select chair = new Select(find("[name=chair]"));
		assertThat(chair.getFirstSelectedOption().getDomAttribute("value")).isEqualTo(Long.toString(member));
		find("#chair").sendKeys(Keys.chord(Keys.CONTROL, "a"), "nobody at all");
		await("not said", () -> find("#chair-list").getText().contains("没有这个人"));
		find("#chair").sendKeys(Keys.TAB);
		assertThat(find("#chair").getDomProperty("value")).as("the choice stays").startsWith(name);
		find("#chair").sendKeys(Keys.ARROW_DOWN, Keys.ESCAPE);
		assertThat(find("#chair-list").isDisplayed()).isFalse();
		String first = find("[name=chair] optgroup").getDomAttribute("label");
		assertThat(first).isEqualTo("委员会成员");
	}

	private void counts(String meeting, int teller, int inFavour) {
		signIn(teller);
		open(meeting + "/count");
		String item = find("[name$='-handedOut']").getDomAttribute("name").replace("handedOut", "");
		type(item + "handedOut", "5");
		type(item + "returned", "5");
		type(item + "papers-0-FOR", Integer.toString(inFavour));
		pictures("count");
		click("#count-all");
		await("not counted", () -> !present("[name$='-handedOut']"));
	}

	private void clicks(String css) {
		this.clicks++;
		click(css);
	}

	/** Says yes to what is asked once more. */
	private void agrees() {
		this.clicks++;
		browser().switchTo().alert().accept();
	}

	private void signIn(int committee) {
		desktop();
		takeOver(this.story.people.account(this.college.committee().get(committee)), PeopleFixture.PASSWORD);
	}

	/** At both sizes; neither is wider than its screen. */
	private void pictures(String name) {
		phone();
		screenshot("clicks-" + name + "-phone");
		assertThat(overflows()).as(name + " is wider than the phone").isFalse();
		desktop();
		screenshot("clicks-" + name);
		assertThat(overflows()).as(name + " is wider than the screen").isFalse();
	}

}
