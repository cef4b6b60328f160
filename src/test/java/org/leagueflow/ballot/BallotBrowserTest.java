package org.leagueflow.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.leagueflow.BrowserTest;
import org.leagueflow.ballot.BallotFixture.Held;
import org.leagueflow.people.PeopleFixture;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;

/** Voting on a phone: three taps, whatever happens in between. */
class BallotBrowserTest extends BrowserTest {

	private static final String QUESTION = "接收沈同学为中国共产主义青年团团员";

	@Autowired
	BallotFixture ballots;

	@Autowired
	BallotService service;

	@Autowired
	PeopleFixture people;

	@Test
	void aVoterVotesInThreeTapsAndFindsThePaperAfterTheClose() {
		Held held = this.ballots.open(Paper.decision(1, QUESTION), 6);
		phone();
		as(held.roll().get(0));
		assertThat(words()).contains("等您表决").contains("请投票");
		screenshot("ballot-0-home");
		long begun = System.nanoTime();
		click(".rows a[href='/ballots/" + held.id() + "']");
		await("no buttons", () -> shown("choose"));
		screenshot("ballot-1-choose");
		assertThat(overflows()).isFalse();
		click("[data-mark=F]");
		await("no confirmation",
				() -> shown("confirm") && find("[data-code]").getDomProperty("textContent").length() == 34);
		screenshot("ballot-2-confirm");
		assertThat(find("[data-chosen]").getText()).isEqualTo("赞成");
		click("[data-act=cast]");
		await("not voted", () -> shown("done"));
		double seconds = (System.nanoTime() - begun) / 1e9;
		System.out.printf("From the home page to \"voted\": three taps, %.1f s%n", seconds);
		screenshot("ballot-3-done");
		assertThat(overflows()).isFalse();
		String tracker = find("[data-tracker]").getText();
		assertThat(kept()).as("nothing of the choice stays").doesNotContain("message").doesNotContain(tracker);
		assertThat(find("[data-live]").getAttribute("textContent")).isEqualTo("已投票");
		browser().navigate().refresh();
		await("a reload forgets", () -> shown("voted"));
		held.roll().subList(1, 6).forEach((voter) -> this.ballots.vote(held, voter, "A"));
		close(held);
		as(held.roll().get(0));
		open("/ballots/" + held.id());
		type("tracker", tracker);
		click("#content form button[type=submit]");
		await("the own paper is not found", () -> words().contains("这张票已被计入"));
		assertThat(find("[data-mark-of='0']").getText()).isEqualTo("赞成");
		assertThat(path()).as("nobody is told which tracker was looked up")
			.isEqualTo("/ballots/" + held.id() + "/papers");
		screenshot("ballot-4-papers");
		assertThat(overflows()).isFalse();
		desktop();
		screenshot("ballot-4-papers-desktop");
		phone();
	}

	@Test
	void theTwoTellersCloseOnTheirOwnPhones() {
		Held held = this.ballots.open(Paper.decision(1, QUESTION), 6);
		held.roll().forEach((voter) -> this.ballots.vote(held, voter, "F"));
		phone();
		as(held.one().personId());
		open("/ballots/" + held.id() + "/closing");
		screenshot("ballot-5-closing");
		click("main form button[type=submit]");
		browser().switchTo().alert().accept();
		await("not agreed", () -> words().contains("等另一位监票人"));
		as(held.two().personId());
		click(".rows a[href$='/closing']");
		await("no page", () -> words().contains("已同意"));
		click("main form button[type=submit]");
		browser().switchTo().alert().accept();
		await("not closed", () -> words().contains("计票完成"));
		assertThat(this.service.state(held.id())).isEqualTo(BallotState.CLOSED);
	}

	@Test
	void aReloadAfterTheSignatureGoesOnByItself() {
		Held held = this.ballots.open(Paper.decision(1, QUESTION), 6);
		as(held.roll().get(0));
		open("/ballots/" + held.id());
		await("no buttons", () -> shown("choose"));
		losingTheAnswerOf("/ballot-box/");
		click("[data-mark=A]");
		await("no confirmation", () -> shown("confirm"));
		click("[data-act=cast]");
		await("not signed", () -> this.service.turnout(held.id()).signatures() == 1);
		browser().navigate().refresh();
		await("the vote is not finished", () -> shown("done"));
		assertThat(this.service.turnout(held.id()).signatures()).isOne();
		close(held);
		assertThat(this.service.result(held.id()).orElseThrow().count().of(0, Mark.AGAINST)).isOne();
	}

	@Test
	void aVoteBegunTooLateIsForgottenAndItsVoterToldSo() {
		Held held = this.ballots.open(Paper.decision(1, QUESTION), 6);
		phone();
		as(held.roll().get(0));
		open("/ballots/" + held.id());
		await("no buttons", () -> shown("choose"));
		click("[data-mark=A]");
		await("no confirmation", () -> shown("confirm"));
		this.ballots.shut(held);
		click("[data-act=cast]");
		await("not told", () -> shown("shut") && words().contains("您的票没有投成"));
		screenshot("ballot-12-too-late");
		assertThat(overflows()).isFalse();
		assertThat(kept()).isEqualTo("{}");
		this.ballots.count(held);
	}

	@Test
	void aVoteThatReachedTheBoxUnheardIsFoundAmongThePapers() {
		Held held = this.ballots.open(Paper.decision(1, QUESTION), 6);
		String tracker = begins(held, "A", "/ballot-box/", true);
		String kept = kept();
		this.ballots.shut(held);
		browser().navigate().refresh();
		await("not told", () -> shown("shut") && words().contains("请记下下面的追踪号"));
		assertThat(find("[data-begun-tracker]").getText().replace("-", "")).isEqualTo(tracker);
		screenshot("ballot-13-unsure");
		assertThat(overflows()).isFalse();
		assertThat(kept()).isEqualTo("{}");
		this.ballots.count(held);
		keep(kept);
		browser().navigate().refresh();
		await("not found among the papers", () -> words().contains("已进票箱并已计入"));
		assertThat(find("[data-begun-tracker]").getText().replace("-", "")).isEqualTo(tracker);
		screenshot("ballot-14-found");
		assertThat(overflows()).isFalse();
		assertThat(kept()).isEqualTo("{}");
		browser().navigate().refresh();
		await("told twice", () -> path().endsWith("/papers") && !words().contains("已进票箱并已计入"));
	}

	@Test
	void aVoteThatNeverReachedTheBoxIsNoSecretOfThePhoneAfterTheCount() {
		Held held = this.ballots.open(Paper.decision(1, QUESTION), 6);
		begins(held, "A", "/ballot-box/", false);
		close(held);
		browser().navigate().refresh();
		await("not told", () -> path().endsWith("/papers") && words().contains("您的票没有投成"));
		assertThat(kept()).isEqualTo("{}");
	}

	@Test
	void aVoteBegunInAVoidBallotIsForgotten() {
		Held held = this.ballots.open(Paper.decision(1, QUESTION), 6);
		begins(held, "A", "/ballot-box/", false);
		this.ballots.voids(held);
		browser().navigate().refresh();
		await("not told", () -> shown("void") && words().contains("随这次表决一起作废"));
		screenshot("ballot-15-void");
		assertThat(kept()).isEqualTo("{}");
	}

	/** Votes without hearing that it was done, whether or not it was; the tracker. */
	private String begins(Held held, String mark, String lost, boolean arrives) {
		phone();
		as(held.roll().get(0));
		open("/ballots/" + held.id());
		await("no buttons", () -> shown("choose"));
		String real = arrives ? "real(way, how).then(() => { window.arrived = true; throw new TypeError('lost') })"
				: "Promise.reject(new TypeError('lost'))";
		browser().executeScript("const real = window.fetch; window.fetch = (way, how) => way.startsWith('" + lost
				+ "') ? " + real + " : real(way, how);");
		click("[data-mark=" + mark + "]");
		await("no confirmation", () -> shown("confirm"));
		click("[data-act=cast]");
		await("not signed", () -> this.service.turnout(held.id()).signatures() == 1);
		if (arrives) {
			await("not in the box",
					() -> Boolean.TRUE.equals(browser().executeScript("return window.arrived === true")));
		}
		return (String) browser().executeAsyncScript("const done = arguments[0];"
				+ " const kept = JSON.parse(Object.values(localStorage).find((it) => it.includes('message')));"
				+ " Vote.tracker({ message: Vote.bytes(kept.message) }).then(done);");
	}

	private void keep(String all) {
		browser().executeScript(
				"Object.entries(JSON.parse(arguments[0])).forEach(([name, value]) => localStorage.setItem(name, value))",
				all);
	}

	@Test
	void anotherDeviceFinishesWithTheRecoveryCode() {
		Held held = this.ballots.open(Paper.decision(1, QUESTION), 6);
		as(held.roll().get(0));
		open("/ballots/" + held.id());
		await("no buttons", () -> shown("choose"));
		losingTheAnswerOf("/ballot-box/");
		click("[data-mark=B]");
		await("no confirmation",
				() -> shown("confirm") && !find("[data-code]").getDomProperty("textContent").isEmpty());
		find("[data-code-offer] summary").click();
		String code = find("[data-code]").getText();
		click("[data-act=cast]");
		await("not signed", () -> this.service.turnout(held.id()).signatures() == 1);
		browser().executeScript("localStorage.clear()");
		browser().navigate().refresh();
		await("no way to recover", () -> shown("recover"));
		screenshot("ballot-6-recover");
		type("code", code.replace(code.charAt(0), code.charAt(0) == 'A' ? 'B' : 'A'));
		click("[data-recover] button");
		await("a wrong code is not refused", () -> find("[data-wrong]").isDisplayed());
		type("code", code.toLowerCase().replace("-", " "));
		click("[data-recover] button");
		await("not finished", () -> shown("done"));
		close(held);
		assertThat(this.service.result(held.id()).orElseThrow().count().of(0, Mark.ABSTAIN)).isOne();
	}

	@Test
	void anElectionIsAListThatCountsItsSeats() {
		Held held = this.ballots.open(Paper
			.election(List.of(new Paper.Line(1, "沈同学"), new Paper.Line(2, "李同学"), new Paper.Line(3, "欧阳同学")), 2), 6);
		as(held.roll().get(0));
		open("/ballots/" + held.id());
		await("no list", () -> shown("choose"));
		for (int line = 0; line < 3; line++) {
			click("label[for=line-" + line + "-F]");
		}
		assertThat(find("[data-over]").isDisplayed()).isTrue();
		assertThat(find("[data-review]").isEnabled()).isFalse();
		screenshot("ballot-7-election");
		assertThat(overflows()).isFalse();
		click("label[for=line-1-A]");
		click("[data-review]");
		await("no confirmation", () -> shown("confirm"));
		screenshot("ballot-8-election-confirm");
		assertThat(find("[data-chosen]").getText().replaceAll("\\s+", " ")).isEqualTo("沈同学 赞成 李同学 反对 欧阳同学 赞成");
		click("[data-act=cast]");
		await("not voted", () -> shown("done"));
		close(held);
		Count count = this.service.result(held.id()).orElseThrow().count();
		assertThat(List.of(count.of(0, Mark.FOR), count.of(1, Mark.AGAINST), count.of(2, Mark.FOR))).containsOnly(1);
	}

	@Test
	void aGradingFitsOnAPhone() {
		Held held = this.ballots.open(Paper.grading(List.of(new Paper.Line(1, "沈同学"), new Paper.Line(2, "李同学"))), 6);
		phone();
		as(held.roll().get(0));
		open("/ballots/" + held.id());
		await("no list", () -> shown("choose"));
		click("label[for=line-0-1]");
		screenshot("ballot-9-grading");
		assertThat(overflows()).isFalse();
		click("[data-review]");
		await("no confirmation", () -> shown("confirm"));
		assertThat(find("[data-chosen]").getText().replaceAll("\\s+", " ")).isEqualTo("沈同学 优秀 李同学 弃权");
	}

	@Test
	void everybodyMayPractise() {
		as(this.people.member(this.people.college().branch()));
		open("/ballots/practice");
		await("no buttons", () -> shown("choose"));
		screenshot("ballot-10-practice");
		click("[data-mark=F]");
		await("no confirmation", () -> shown("confirm"));
		click("[data-act=cast]");
		await("not done", () -> shown("done"));
		assertThat(words()).contains("练习完成");
	}

	@Test
	void aKeyboardIsEnoughAndAReaderHearsEveryStep() {
		Held held = this.ballots.open(Paper.decision(1, QUESTION), 6);
		as(held.roll().get(0));
		open("/ballots/" + held.id());
		await("no buttons", () -> shown("choose"));
		assertThat(focused()).as("the question has the focus").isEqualTo("接收沈同学为团员");
		browser().switchTo().activeElement().sendKeys(org.openqa.selenium.Keys.TAB);
		assertThat(focused()).isEqualTo("赞成");
		browser().switchTo().activeElement().sendKeys(org.openqa.selenium.Keys.ENTER);
		await("no confirmation", () -> shown("confirm"));
		assertThat(focused()).isEqualTo("确认您的选择");
		browser().switchTo().activeElement().sendKeys(org.openqa.selenium.Keys.TAB);
		assertThat(focused()).isEqualTo("确认投票");
		browser().switchTo().activeElement().sendKeys(org.openqa.selenium.Keys.ENTER);
		await("not voted", () -> shown("done"));
		assertThat(focused()).isEqualTo("已投票");
	}

	@Test
	void onPlainHttpThePageSaysWhyAndWhatToDo() {
		Held held = this.ballots.open(Paper.decision(1, QUESTION), 6);
		as(held.roll().get(0));
		String script = (String) browser()
			.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument",
					java.util.Map.of("source", "Object.defineProperty(window, 'isSecureContext', {value: false})"))
			.get("identifier");
		open("/ballots/" + held.id());
		await("no explanation", () -> shown("insecure"));
		assertThat(words()).contains("https").contains("纸质选票");
		screenshot("ballot-11-insecure");
		browser().executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument", java.util.Map.of("identifier", script));
	}

	private void close(Held held) {
		this.ballots.close(held);
	}

	private void as(long person) {
		browser().executeScript("try { localStorage.clear() } catch (nowhere) { }");
		login(this.people.account(person), PeopleFixture.PASSWORD);
	}

	private boolean shown(String step) {
		return find("[data-step='" + step + "']").isDisplayed();
	}

	private String focused() {
		return browser().switchTo().activeElement().getText();
	}

	private String kept() {
		return (String) browser().executeScript("return JSON.stringify(localStorage)");
	}

	/** The network fails for this path until the next page. */
	private void losingTheAnswerOf(String path) {
		browser().executeScript("const real = window.fetch; window.fetch = (way, how) => way.startsWith('" + path
				+ "') ? Promise.reject(new TypeError('lost')) : real(way, how);");
		assertThat(browser().findElements(By.cssSelector("#ballot"))).hasSize(1);
	}

}
