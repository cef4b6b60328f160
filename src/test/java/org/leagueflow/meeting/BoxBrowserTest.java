package org.leagueflow.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.leagueflow.BrowserTest;
import org.leagueflow.ballot.BallotFixture;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.meeting.Hall.Branch;
import org.leagueflow.people.PeopleFixture;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A ballot on phones and on paper as chair, voters and tellers touch it, in a group so
 * small that the chair is warned.
 */
class BoxBrowserTest extends BrowserTest {

	@Autowired
	Hall hall;

	@Autowired
	PhoneVotes votes;

	@Autowired
	BallotFixture phones;

	private Branch branch;

	private String page;

	private long meeting;

	private long item;

	@Test
	void aSmallGroupVotesOnPhonesAndPaperAndReadsNoNumbers() {
		meets(4);
		signIn(0, false);
		open(this.page);
		chooses("BOTH");
		pictures("warned");
		assertThat(find(".vote-mode .notice-warn[data-mode=BOTH]").getText()).contains("只有 4 人投票");
		click(form("ballot") + "button[type=submit]");
		await("opened without a word", () -> present("#refusal-words"));
		pictures("warn-first");
		open(this.page);
		chooses("BOTH");
		click("#warned-" + this.item + "-BOTH");
		click(form("ballot") + "button[type=submit]");
		await("no ballot", () -> !present(form("ballot") + "button"));
		handsPaper(this.branch.voters().get(3));
		votes();
		closes(1);
		closes(2);
		await("not told to count", () -> words().contains("票箱已封存"));
		pictures("sealed");
		nobodySees();
		counts(1, 0);
		counts(2, 0);
		signIn(0, false);
		open(this.page);
		assertThat(words()).contains("不公布票数").doesNotContain("赞成 3 票");
		pictures("coarse");
		open(this.page + "/minutes");
		pictures("coarse-minutes");
		signIn(3, true);
		open(this.page);
		assertThat(words()).contains("不公布票数");
		pictures("coarse-member");
		click("a[href$='/papers']");
		await("no result", () -> words().contains("只公布是否通过"));
		pictures("coarse-papers");
	}

	@Test
	void aBoxIsDeclaredVoidAndHeldAgain() {
		meets(6);
		signIn(0, false);
		open(this.page);
		chooses("ELECTRONIC");
		assertThat(present(".vote-mode .notice-warn[data-mode=ELECTRONIC]")).as("six are enough").isFalse();
		assertThat(find(".vote-mode .notice-warn[data-mode=BOTH]").isDisplayed()).as("warned of the other way")
			.isFalse();
		click(form("ballot") + "button[type=submit]");
		await("no ballot", () -> !present(form("ballot") + "button"));
		long lost = ballot();
		this.votes.vote(lost, this.branch, "FF");
		click("details:has(form[action$='/ballot/again']) summary");
		type("reason", "密钥丢失");
		pictures("void");
		click(form("ballot/again") + "button");
		browser().switchTo().alert().accept();
		await("not held again", () -> words().contains("新票箱已打开"));
		assertThat(ballot()).isNotEqualTo(lost);
		assertThat(this.phones.mayVote(ballot(), this.branch.voters().get(0))).isTrue();
		signIn(3, true);
		open("/ballots/" + lost);
		await("not void", () -> find("[data-step=void]").isDisplayed());
		pictures("voided");
		click("[data-step=void] a");
		await("not led to the box that counts", () -> path().equals("/ballots/" + ballot()));
		await("cannot vote", () -> find("[data-step=choose]").isDisplayed());
		pictures("held-again");
		click("a[href$='/ballots/" + lost + "']");
		await("not led back", () -> find("[data-step=void]").isDisplayed());
		signIn(1, true);
		open("/ballots/" + lost + "/closing");
		click("a[href$='/ballots/" + ballot() + "/closing']");
		await("a teller is not led to the box that counts", () -> present(form("closing") + "button"));
		staysFocused(form("closing") + "button");
		signIn(0, false);
		open("/ballots/" + lost);
		await("the chair cannot see what is void", () -> find("[data-step=void]").isDisplayed());
		open(this.page + "/screen");
		assertThat(find(".screen-turnout").getText()).contains("已有 0 人投票，应投 6 人");
		this.votes.vote(ballot(), this.branch, "FA");
		await("nobody is seen voting", () -> find(".screen-turnout").getText().contains("已有 2 人投票，应投 6 人"));
		picture("wall");
	}

	private void meets(int members) {
		this.branch = this.hall.branch(members);
		CaseId caseId = this.hall.waits(this.branch);
		this.meeting = this.hall.open(this.branch, members);
		this.item = this.hall.item(this.meeting, caseId, this.branch);
		this.page = "/meetings/" + this.meeting;
	}

	private void chooses(String mode) {
		click(form("ballot") + "[name=tellerOne] option[value='" + this.branch.voters().get(1) + "']");
		click(form("ballot") + "[name=tellerTwo] option[value='" + this.branch.voters().get(2) + "']");
		click("label[for=mode-" + this.item + "-" + mode + "]");
		await("not chosen", () -> find("#mode-" + this.item + "-" + mode).isSelected());
	}

	private void handsPaper(long voter) {
		click("details:has(form[action$='/papers']) summary");
		click(form("papers") + "[value='" + voter + "']");
		pictures("papers");
		click(form("papers") + "button");
		await("no paper handed", () -> words().contains("已发 1 张"));
		pictures("handed");
	}

	/** Three by phone; the fourth is told that a paper was taken. */
	private void votes() {
		this.votes.vote(ballot(), this.branch, "FFF");
		signIn(3, true);
		open(this.page);
		assertThat(words()).contains("您已领取纸质选票");
		open("/ballots/" + ballot());
		await("may still vote", () -> find("[data-step=paper]").isDisplayed());
		pictures("took-paper");
	}

	/** Who goes by keyboard does not begin anew whenever the page asks how far it is. */
	private void staysFocused(String css) {
		browser().executeScript(
				"document.querySelector('main').id = 'before'; document.querySelector(arguments[0]).focus()", css);
		await("the page does not renew itself", () -> !present("#before"));
		await("the focus is lost",
				() -> (Boolean) browser().executeScript("return document.activeElement.matches(arguments[0])", css));
	}

	private void closes(int teller) {
		signIn(teller, true);
		open("/ballots/" + ballot() + "/closing");
		click(form("closing") + "button");
		browser().switchTo().alert().accept();
		await("not agreed", () -> present(".said"));
	}

	/** Neither the chair nor a voter learns anything before the paper is counted. */
	private void nobodySees() {
		signIn(0, false);
		open(this.page);
		assertThat(words()).contains("3 张电子票封存").doesNotContain("赞成 3");
		pictures("sealed-chair");
		signIn(3, true);
		open(this.page);
		assertThat(words()).contains("监票人正在计票");
		open("/ballots/" + ballot());
		await("not told", () -> find("[data-step=shut]").isDisplayed());
		pictures("sealed-voter");
	}

	private void counts(int teller, int inFavour) {
		signIn(teller, true);
		open(this.page);
		click("a[href$='/count']");
		await("no count", () -> present("[name=handedOut]"));
		type("handedOut", "1");
		type("returned", "1");
		type("papers-0-FOR", Integer.toString(inFavour));
		type("papers-0-AGAINST", Integer.toString(1 - inFavour));
		type("papers-0-ABSTAIN", "0");
		type("papers-spoilt", "0");
		pictures("count");
		click(form("count") + "button[type=submit]");
		await("not counted", () -> !present(form("count") + "button"));
	}

	private long ballot() {
		return this.votes.line(this.meeting, this.item, this.branch).box().ballot();
	}

	private static String form(String action) {
		return "form[action$='/" + action + "'] ";
	}

	private void signIn(int voter, boolean onPhone) {
		if (onPhone) {
			phone();
		}
		else {
			desktop();
		}
		takeOver(this.hall.people.account(this.branch.voters().get(voter)), PeopleFixture.PASSWORD);
	}

	/** At both sizes; neither is wider than its screen. */
	private void pictures(String name) {
		boolean onPhone = Boolean.TRUE.equals(browser().executeScript("return innerWidth < 600"));
		phone();
		picture(name + "-phone");
		desktop();
		picture(name);
		if (onPhone) {
			phone();
		}
	}

	private void picture(String name) {
		screenshot("box-" + name);
		assertThat(overflows()).as(name + " is wider than the screen").isFalse();
	}

}
