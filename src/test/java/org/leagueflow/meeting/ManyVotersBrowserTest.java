package org.leagueflow.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.leagueflow.BrowserTest;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.meeting.Hall.Branch;
import org.leagueflow.people.PeopleFixture;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A meeting of thirty with papers and phones, at the desk of whoever runs it: one act
 * checks all in, one hands all papers out, and one sheet takes all counts.
 */
class ManyVotersBrowserTest extends BrowserTest {

	@Autowired
	Hall hall;

	@Autowired
	PhoneVotes votes;

	private Branch branch;

	private String page;

	private long mixed;

	private long onPaper;

	@Test
	void thirtyVoteOnPhonesAndOnPaper() {
		this.branch = this.hall.branch(30);
		CaseId first = this.hall.waits(this.branch);
		CaseId second = this.hall.waits(this.branch);
		long meeting = this.hall.convened(this.branch);
		this.hall.meetings.invite(meeting, this.branch.secretary());
		this.page = "/meetings/" + meeting;
		this.mixed = this.hall.item(meeting, first, this.branch);
		this.onPaper = this.hall.item(meeting, second, this.branch);
		callsTheRoll();
		long ballot = opensMixed(meeting);
		handsPapersOut(ballot);
		this.votes.close(ballot, this.branch);
		votesOnPaper();
		counts(1, "18", "15");
		counts(2, "18", "15");
		signIn(0);
		open(this.page);
		assertThat(find("#item-" + this.mixed).getText()).contains("通过");
		assertThat(find("#item-" + this.onPaper).getText()).contains("通过");
		pictures("decided");
	}

	/** All are ticked; one is missing, one has leave. */
	private void callsTheRoll() {
		signIn(0);
		open(this.page);
		assertThat(find("#roll-call").getDomAttribute("open")).as("it is time").isNotNull();
		find("#here-" + voter(28)).sendKeys(Keys.SPACE);
		click("#here-" + voter(29));
		click("#excused-" + voter(29));
		pictures("roll-call");
		click("#call-and-open");
		browser().switchTo().alert().accept();
		await("not open", () -> present("form[action$='/" + this.mixed + "/ballot']"));
		assertThat(find(".headcount-numbers").getText()).contains("30").contains("28");
		assertThat(find(".room-roll").getText()).contains("请假");
	}

	private long opensMixed(long meeting) {
		String form = "form[action$='/" + this.mixed + "/ballot'] ";
		picks(form + "input[id^=one-]", voter(1));
		picks(form + "input[id^=two-]", voter(2));
		click("label[for=mode-" + this.mixed + "-BOTH]");
		pictures("tellers");
		click(form + "button[type=submit]");
		await("no ballot", () -> present("details.papers"));
		long ballot = this.votes.line(meeting, this.mixed, this.branch).box().ballot();
		this.votes.vote(ballot, this.branch, "FFFFFFFFFF");
		return ballot;
	}

	private void handsPapersOut(long ballot) {
		open(this.page);
		click("details.papers summary");
		click("#paper-" + this.mixed + "-" + voter(10));
		find("#paper-" + this.mixed + "-" + voter(11)).sendKeys(Keys.SPACE);
		pictures("papers");
		browser().executeScript(
				"document.getElementById(arguments[0]).scrollIntoView({block: 'center', behavior: 'instant'})",
				"hand-" + this.mixed);
		long before = top("#item-" + this.mixed);
		find("#hand-" + this.mixed).sendKeys(Keys.ENTER);
		await("no papers", () -> present("details.papers [role=status]"));
		assertThat(find("details.papers [role=status]").getText()).contains("已发 2 张");
		assertThat(top("#item-" + this.mixed)).as("the page jumps").isBetween(before - 5, before + 5);
		assertThat(browser().switchTo().activeElement().getDomAttribute("id")).isEqualTo("hand-" + this.mixed);
		click("#hand-all-" + this.mixed);
		await("not all", () -> find("details.papers [role=status]").getText().contains("已发 16 张"));
		assertThat(find("details.papers [role=status]").getText()).as("who voted by phone").contains("已用手机投票");
		pictures("papers-all");
		assertThat(this.votes.line(meeting(), this.mixed, this.branch).box().turnout().taken()).isEqualTo(18);
	}

	/** The tellers of before are chosen; papers of both are counted together. */
	private void votesOnPaper() {
		signIn(0);
		open(this.page);
		String form = "form[action$='/" + this.onPaper + "/ballot'] ";
		assertThat(find(form + "[name=tellerOne]").getDomProperty("value")).isEqualTo(Long.toString(voter(1)));
		assertThat(find(form + "[name=tellerTwo]").getDomProperty("value")).isEqualTo(Long.toString(voter(2)));
		pictures("next");
		click(form + "button[type=submit]");
		await("no ballot", () -> !present(form));
	}

	/** One item does not add up: the other is kept, and so is what was typed. */
	private void counts(int teller, String papers, String inFavour) {
		signIn(teller);
		open(this.page);
		click("a[href$='" + this.page + "/count']");
		await("no sheet", () -> present("#count-all"));
		enter(this.mixed, "papers-0-FOR", "15");
		enter(this.mixed, "handedOut", papers);
		enter(this.mixed, "returned", papers);
		enter(this.mixed, "papers-0-AGAINST", "3");
		enter(this.onPaper, "handedOut", "28");
		enter(this.onPaper, "returned", "28");
		enter(this.onPaper, "papers-0-FOR", "99");
		pictures("sheet");
		click("#count-all");
		await("nothing is wrong", () -> present(".is-invalid"));
		assertThat(present("[name=item-" + this.mixed + "-handedOut]")).as("this one is in").isFalse();
		assertThat(find("[name=item-" + this.onPaper + "-handedOut]").getDomProperty("value")).isEqualTo("28");
		pictures("sheet-wrong");
		enter(this.onPaper, "papers-0-FOR", "28");
		click("#count-all");
		await("not counted", () -> !present("#count-all"));
		pictures("sheet-" + teller);
	}

	private void enter(long item, String field, String number) {
		type("item-" + item + "-" + field, number);
	}

	private void picks(String css, long person) {
		String name = find(css.replace("input[id", "select[id"))
			.findElement(org.openqa.selenium.By.cssSelector("option[value='" + person + "']"))
			.getDomProperty("text");
		find(css).sendKeys(Keys.chord(Keys.CONTROL, "a"), name, Keys.ENTER);
	}

	private long top(String css) {
		return ((Number) browser()
			.executeScript("return Math.round(document.querySelector(arguments[0]).getBoundingClientRect().top)", css))
			.longValue();
	}

	private long voter(int index) {
		return this.branch.voters().get(index);
	}

	private long meeting() {
		return Long.parseLong(this.page.replaceAll("\\D+", ""));
	}

	private void signIn(int voter) {
		desktop();
		takeOver(this.hall.people.account(voter(voter)), PeopleFixture.PASSWORD);
	}

	/** At both sizes; neither is wider than its screen. */
	private void pictures(String name) {
		phone();
		screenshot("desk-" + name + "-phone");
		assertThat(overflows()).as(name + " is wider than the phone").isFalse();
		desktop();
		screenshot("desk-" + name);
		assertThat(overflows()).as(name + " is wider than the screen").isFalse();
	}

}
