package org.leagueflow.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leagueflow.BrowserTest;
import org.leagueflow.ballot.BallotFixture;
import org.leagueflow.meeting.Hall.Branch;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.voting.BallotCard;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;

/** An election and a grading as people touch them, on the desk and on the phone. */
class ElectionBrowserTest extends BrowserTest {

	@Autowired
	Hall hall;

	@Autowired
	MotionService motions;

	@Autowired
	PhoneVotes votes;

	@Autowired
	BallotFixture phones;

	private Branch branch;

	@Test
	void anElectionIsPutOnTheAgendaTiedVotedOnAgainAndWon() {
		this.branch = this.hall.branch(7);
		puts("election", "选举支部委员", "2", List.of(3, 4, 5));
		String meeting = "/meetings/" + this.hall.open(this.branch, 7);
		recuses(meeting);
		opensBallot(meeting, "ballot");
		counts(meeting, new int[] { 4, 4, 4 }, 6);
		signIn(0, false);
		open(meeting);
		pictures("tied");
		assertThat(words()).contains("票数相同");
		opensBallot(meeting, "again");
		counts(meeting, new int[] { 5, 4, 3 }, 6);
		signIn(0, false);
		open(meeting);
		await("nobody is elected", () -> words().contains("空缺 0 名"));
		pictures("elected");
		open(meeting + "/minutes");
		assertThat(words()).contains("回避", "票数相同");
		pictures("minutes");
	}

	@Test
	void aTieIsVotedOnAgainByPhone() {
		this.branch = this.hall.branch(7);
		List<Long> voters = this.branch.voters();
		this.motions.put(new Motion("election", MeetingKind.BRANCH_GENERAL_MEETING, this.branch.college().branch(),
				"选举支部委员", List.of(), 2), voters.subList(4, 7), null, this.branch.secretary());
		long meeting = this.hall.open(this.branch, 7);
		long item = this.hall.page(meeting, this.branch).items().get(0).id();
		long tied = this.votes.open(meeting, item, this.branch, BallotMode.ELECTRONIC, false);
		List<String> papers = List.of("FFA", "FFA", "FFA", "FAF", "FAF", "FAF", "AFF");
		IntStream.range(0, 7).forEach((i) -> this.phones.cast(tied, voters.get(i), papers.get(i)));
		this.votes.close(tied, this.branch);
		signIn(0, true);
		open("/meetings/" + meeting);
		assertThat(words()).contains("票数相同");
		String form = "form[action$='/items/" + item + "/again'] ";
		pick(form + "[name=tellerOne]", Long.toString(voters.get(2)));
		pick(form + "[name=tellerTwo]", Long.toString(voters.get(3)));
		click("label[for=mode-" + item + "-ELECTRONIC]");
		pictures("revote-opens");
		press(form + "button[type=submit]");
		await("no ballot", () -> !present(form));
		long ballot = this.votes.line(meeting, item, this.branch).box().ballot();
		assertThat(ballot).isNotEqualTo(tied);
		votesByPhone(meeting, 1);
		IntStream.of(0, 2, 3, 4, 5, 6).forEach((i) -> this.phones.cast(ballot, voters.get(i), (i < 4) ? "FA" : "AF"));
		closes(ballot, 2);
		closes(ballot, 3);
		signIn(0, true);
		open("/meetings/" + meeting);
		await("nobody is elected", () -> words().contains("空缺 0 名"));
		pictures("revote-elected");
		assertThat(present("a[href='/ballots/" + tied + "/papers']")).as("the papers of the tie").isTrue();
		namesEveryTeller(meeting);
		open("/meetings/" + meeting + "/minutes");
		pictures("revote-minutes");
		namesEveryTeller(meeting);
	}

	private void votesByPhone(long meeting, int voter) {
		signIn(voter, true);
		open("/meetings/" + meeting);
		await("not asked to vote", () -> present(".now-vote"));
		assertThat(words()).contains("监票人");
		pictures("revote-asked");
		press(".now-vote");
		await("no paper", () -> find("[data-step=choose]").isDisplayed());
		assertThat(browser().findElements(By.cssSelector("[data-line]"))).as("the two who are tied").hasSize(2);
		click("label[for=line-0-F]");
		click("label[for=line-1-A]");
		pictures("revote-paper");
		click("[data-review]");
		await("no confirmation", () -> find("[data-step=confirm]").isDisplayed());
		click("[data-act=cast]");
		await("not voted", () -> find("[data-step=done]").isDisplayed());
	}

	private void closes(long ballot, int teller) {
		signIn(teller, true);
		open("/ballots/" + ballot + "/closing");
		click("form[action$='/closing'] button");
		browser().switchTo().alert().accept();
		await("not agreed", () -> present(".said"));
	}

	/** First and second counted the first ballot, second and third the other. */
	private void namesEveryTeller(long meeting) {
		List<PollLine.Counted> counted = this.hall.page(meeting, this.branch).items().get(0).poll().counted();
		assertThat(counted).extracting(PollLine.Counted::kind)
			.containsExactly(BallotCard.Kind.FIRST, BallotCard.Kind.REVOTE);
		counted.forEach((one) -> assertThat(words()).contains(String.join(" / ", one.names())));
	}

	@Test
	void aGradingBeyondTheCapIsProposedWithinIt() {
		this.branch = this.hall.branch(7);
		puts("appraisal", "年度团员教育评议", null, List.of());
		String meeting = "/meetings/" + this.hall.open(this.branch, 7);
		signIn(0, false);
		opensBallot(meeting, "ballot");
		long one = this.branch.voters().get(1);
		grades(1, meeting);
		grades(2, meeting);
		signIn(0, false);
		open(meeting);
		await("no result", () -> present(".agenda-item .table"));
		click(".agenda-item details:has(form[action$='/proposals']) summary");
		pictures("graded");
		assertThat(words()).contains("上限处票数相同");
		for (long voter : this.branch.voters()) {
			choose("grade-" + voter, "EXCELLENT");
		}
		press("form[action$='/proposals'] button");
		await("three of seven are not refused", () -> present("#refusal-words"));
		pictures("refused");
		for (long voter : this.branch.voters()) {
			choose("grade-" + voter, (voter == one) ? "EXCELLENT" : "QUALIFIED");
		}
		press("form[action$='/proposals'] button");
		await("not saved", () -> words().contains("建议等次已保存"));
		open(meeting + "/minutes");
		assertThat(words()).contains("支委会建议等次");
		pictures("minutes-graded");
	}

	private void puts(String matter, String title, String seats, List<Integer> candidates) {
		signIn(0, false);
		open("/meetings/motions/new?matter=" + matter);
		type("title", title);
		choose("kind", "BRANCH_GENERAL_MEETING");
		if (seats != null) {
			type("seats", seats);
		}
		candidates.forEach((place) -> click("#person-" + this.branch.voters().get(place)));
		pictures("motion-" + matter);
		press("form[action$='/motions'] button[type=submit]");
		await("not on the agenda", () -> path().equals("/meetings") && words().contains(title));
		pictures("waiting-" + matter);
	}

	private void recuses(String meeting) {
		signIn(6, true);
		open(meeting);
		click("details:has(form[action$='/recusals']) summary");
		type("reason", "与候选人有亲属关系");
		pictures("recuse");
		press("form[action$='/recusals'] button");
		await("not recused", () -> words().contains("已登记回避"));
		signIn(0, false);
	}

	private void opensBallot(String meeting, String action) {
		open(meeting);
		String form = "form[action$='/" + action + "'] ";
		await("no form to open the ballot", () -> present(form + "[name=tellerOne]"));
		pick(form + "[name=tellerOne]", Long.toString(this.branch.voters().get(1)));
		pick(form + "[name=tellerTwo]", Long.toString(this.branch.voters().get(2)));
		press(form + "button");
		await("no ballot", () -> !present(form));
	}

	private void counts(String meeting, int[] inFavour, int papers) {
		for (int teller = 1; teller <= 2; teller++) {
			counting(teller, meeting, papers);
			for (int line = 0; line < inFavour.length; line++) {
				type("papers-" + line + "-FOR", Integer.toString(inFavour[line]));
				type("papers-" + line + "-AGAINST", Integer.toString(papers - inFavour[line]));
				type("papers-" + line + "-ABSTAIN", "0");
			}
			submits(teller);
		}
	}

	/** The first has seven votes 优秀, the next three five each, the others none. */
	private void grades(int teller, String meeting) {
		counting(teller, meeting, 7);
		for (int line = 0; line < 7; line++) {
			int excellent = (line == 0) ? 7 : (line < 4) ? 5 : 0;
			type("papers-" + line + "-EXCELLENT", Integer.toString(excellent));
			type("papers-" + line + "-QUALIFIED", Integer.toString(7 - excellent));
			for (String none : List.of("BARELY_QUALIFIED", "UNQUALIFIED", "ABSTAIN")) {
				type("papers-" + line + "-" + none, "0");
			}
		}
		submits(teller);
	}

	private void counting(int teller, String meeting, int papers) {
		signIn(teller, true);
		open(meeting);
		press("a[href$='/count']");
		await("no count", () -> present("[name=handedOut]"));
		type("handedOut", Integer.toString(papers));
		type("returned", Integer.toString(papers));
		type("papers-spoilt", "0");
	}

	private void submits(int teller) {
		pictures("count-" + teller);
		click("form[action$='/count'] button[type=submit]");
		await("not counted", () -> !present("form[action$='/count']"));
	}

	private void choose(String field, String value) {
		pick("[name='" + field + "']", value);
	}

	private void pick(String css, String value) {
		browser().executeScript(
				"arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change', {bubbles: true}))",
				find(css), value);
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

	private void press(String css) {
		await("cannot press " + css, () -> {
			click(css);
			return true;
		});
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
		screenshot("election-" + name);
		assertThat(overflows()).as(name + " is wider than the screen").isFalse();
	}

}
