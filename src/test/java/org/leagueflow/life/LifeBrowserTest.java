package org.leagueflow.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.BrowserTest;
import org.leagueflow.kernel.Roles;
import org.leagueflow.life.Classroom.Branch;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.people.PeopleFixture.College;
import org.leagueflow.people.UnitKind;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A branch secretary calls and completes a League class on the phone; the committee sees
 * at its desk who is behind, and urges.
 */
class LifeBrowserTest extends BrowserTest {

	@Autowired
	Classroom room;

	private Branch branch;

	@AfterEach
	void today() {
		this.room.clock.offset(Duration.ZERO);
	}

	/** Some weeks of a branch that is nearly on time, and one that is behind. */
	private Branch history() {
		this.room.on("2026-09-02");
		this.branch = this.room.branch(6);
		List<Long> members = this.branch.members();
		members.subList(0, 3)
			.forEach((person) -> this.room.people.appoint(person, Roles.BRANCH_COMMITTEE, this.branch.id()));
		College college = this.branch.college();
		long other = this.room.people.unit(college.generalBranch(), UnitKind.BRANCH, "CLASS");
		Branch behind = this.room
			.branch(new College(college.county(), college.committee(), college.generalBranch(), other), 2);
		this.room.meets(behind, MeetingKind.BRANCH_GENERAL_MEETING, behind.members());
		this.room.meets(this.branch, MeetingKind.BRANCH_GENERAL_MEETING, members);
		for (String wednesday : List.of("2026-09-09", "2026-09-16", "2026-09-30", "2026-10-14", "2026-10-21")) {
			this.room.on(wednesday);
			this.room.held(this.branch, members.subList(0, 4));
		}
		this.room.on("2026-10-26");
		this.room.meets(this.branch, MeetingKind.BRANCH_GENERAL_MEETING, members.subList(0, 4));
		this.room.on("2026-11-04");
		this.room.meets(this.branch, MeetingKind.BRANCH_GENERAL_MEETING, members);
		this.room.held(this.branch, members);
		this.room.on("2026-11-18");
		this.room.held(this.branch, List.of(members.get(0), members.get(2), members.get(3), members.get(4)));
		this.room.on("2026-11-24");
		return behind;
	}

	@Test
	void aSecretaryCompletesAClassOnThePhoneAndTheCommitteeUrgesAtItsDesk() {
		Branch behind = history();
		signIn(this.branch.secretary().personId());
		open("/");
		picture("home");
		open("/life");
		assertThat(words()).contains("团课", "支部大会");
		picture("branch");
		callsAClass();
		preparesIt();
		holdsIt();
		correctsIt();
		seesIt();
		urges(behind);
	}

	private void callsAClass() {
		WebElement form = find(".proposal");
		assertThat(form.findElement(By.name("startsAt")).getDomProperty("value")).isEqualTo("2026-11-25T15:00");
		assertThat(form.findElement(By.name("place")).getDomProperty("value")).isEqualTo("三教201");
		click(".proposal button[type=submit]");
		await("no class was called", () -> path().startsWith("/life/classes/") || present("[name=theme][id=theme]"));
	}

	private void preparesIt() {
		assertThat(browser().findElements(By.cssSelector(".gates .unmet"))).hasSize(5);
		picture("class-called");
		type("theme", "学习团章：团员的权利和义务");
		click("#form-VIDEO");
		click("#form-DISCUSSION");
		type("preparation", "一、观看短片；二、分组讨论。");
		click("main form[action^='/life/classes/']:not([enctype]) button[type=submit]");
		await("nothing is saved", () -> words().contains("已保存"));
		assertThat(browser().findElements(By.cssSelector(".gates .met"))).hasSize(2);
		picture("class-prepared");
	}

	private void holdsIt() {
		long meeting = Long.parseLong(find("a[href^='/meetings/']").getDomAttribute("href").replaceAll("\\D", ""));
		this.room.at(LocalDateTime.of(2026, 11, 25, 14, 50));
		this.room.answer(meeting, "invite", java.util.Map.of(), this.branch.secretary());
		this.room.answer(meeting, "checkIn", java.util.Map.of(), this.branch.secretary());
		this.branch.members()
			.subList(0, 4)
			.forEach((person) -> this.room.facade.arrive(meeting, person, this.branch.secretary()));
		this.room.answer(meeting, "open", java.util.Map.of(), this.branch.secretary());
		open("/meetings/" + meeting);
		picture("class-meeting");
		this.room.finish(meeting, this.branch.secretary());
		open("/life/classes/" + meeting);
		assertThat(browser().findElements(By.cssSelector(".gates .met"))).hasSize(5);
		assertThat(words()).contains("2 学时");
		picture("class-held");
	}

	private void correctsIt() {
		long person = this.branch.members().get(2);
		WebElement details = find("#reason-" + person).findElement(By.xpath("ancestor::details"));
		browser().executeScript("arguments[0].open = true", details);
		find("#reason-" + person).sendKeys("代签，本人未到");
		click("form:has(#reason-" + person + ") button[type=submit]");
		await("nothing is corrected", () -> words().contains("考勤已更正"));
		assertThat(words()).contains("代签，本人未到");
		picture("class-corrected");
	}

	private void seesIt() {
		open("/life");
		assertThat(words()).contains("已达标");
		picture("branch-later");
		desktop();
		open("/life");
		picture("branch-desk");
		assertThat(find(".month .today .number").getText()).isEqualTo("25");
		click(".month-head a:first-of-type");
		await("the month before is not shown", () -> words().contains("2026年10月"));
	}

	private void urges(Branch behind) {
		signIn(this.branch.committee().personId());
		desktop();
		open("/");
		picture("home-committee");
		open("/life");
		assertThat(words()).contains("个支部落后");
		picture("overview-desk");
		phone();
		picture("overview-phone");
		desktop();
		click("main form[action='/life/urge'] button[type=submit]");
		browser().switchTo().alert().accept();
		await("nobody is urged", () -> words().contains("已催办 2 个支部"));
		picture("overview-urged");
		open("/life/vacations");
		type("name", "寒假");
		browser().executeScript("document.getElementById('first').value = '2027-01-18';"
				+ "document.getElementById('last').value = '2027-02-26'");
		click("main form[action='/life/vacations'] button[type=submit]");
		await("no vacation is entered", () -> words().contains("假期已登记"));
		picture("vacations");
		signIn(behind.secretary().personId());
		open("/notifications");
		assertThat(words()).contains("催办");
		picture("urged");
		open("/locale?lang=en");
		open("/life");
		picture("branch-behind-english");
	}

	private void signIn(long person) {
		phone();
		takeOver(this.room.people.account(person), PeopleFixture.PASSWORD);
	}

	private void picture(String name) {
		assertThat(overflows()).as(name + " is wider than the screen").isFalse();
		screenshot("life-" + name);
	}

}
