package org.leagueflow.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.BrowserTest;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.ledger.Booking;
import org.leagueflow.ledger.EntryKind;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.people.People;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.recommendation.RecommendationStory.College;
import org.leagueflow.recommendation.RecommendationStory.Told;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A branch of thirty recommends three of its members: one is listed by the Party, one
 * fails the vote, one is stopped by an objection. The steps that decide are clicked, the
 * ones between are taken by use cases.
 */
class RecommendationBrowserTest extends BrowserTest {

	private static final String FORM_READY = "[data-form-submit]:not([disabled])";

	private static final String FIELD = "[data-form-fields] [id^='fjs-form-'][id$='-field_%s']";

	@Autowired
	RecommendationStory story;

	@Autowired
	People people;

	private College college;

	@AfterEach
	void today() {
		this.story.clock.offset(Duration.ZERO);
	}

	@Test
	void threeAreRecommendedAndEachComesToAnotherEnd() {
		this.story.begin();
		this.college = this.story.college(30);
		List<Long> three = this.college.members().subList(5, 8);
		three.forEach((person) -> this.story.ready(this.college, person));
		begins(Line.PARTY_ACTIVIST, three);
		List<Told> told = three.stream().map(this::told).toList();
		told.forEach(Told::appraised);
		meets(told);
		told.get(1).endsAs("voteFailed");
		List<Told> announced = List.of(told.get(0), told.get(2));
		announced.forEach((one) -> one.investigated("support").reviewed("agree"));
		objects(told.get(2));
		upholds(told.get(2));
		told.get(0).noticeOver();
		this.story.timersOf(told.get(2).caseId);
		told.get(2).endsAs("objectionUpheld");
		told.get(0).handedOver().received();
		lists(told.get(0));
		told.get(0).endsAs("listed");
		goesOnWithTheSecondLine(told.get(0));
	}

	private Told told(long person) {
		CaseId caseId = this.story.cases.openOf(person, "recommendation").get(0);
		return new Told(this.story, this.college, person, caseId);
	}

	/** The secretary ticks who is recommended, and begins for all of them at once. */
	private void begins(Line line, List<Long> persons) {
		desktop();
		signIn(this.college.members().get(0));
		open("/recommendation/branches/" + this.college.branch() + "?line=" + line.code());
		pictures("branch-" + line.code());
		persons.forEach((person) -> click("#person-" + person));
		type("grounds", "思想上积极要求进步，学习工作表现突出，群众公认。");
		click("main form[action$='/start'] button[type=submit]");
		await("nobody was recommended", () -> present(".said"));
		persons.forEach((person) -> assertThat(this.story.cases.openOf(person, "recommendation")).hasSize(1));
	}

	/** All three stand on one paper; both tellers count it on their phones. */
	private void meets(List<Told> told) {
		List<Long> members = this.college.members();
		long meeting = this.story.meetings.opens(MeetingKind.BRANCH_GENERAL_MEETING, this.college.branch(),
				told.get(0).secretary(), members);
		open("/meetings/" + meeting);
		String form = "article:has([name=with]) form[action$='/ballot']";
		await("nobody can stand on one paper", () -> present(form));
		choose(form, "one", members.get(29));
		choose(form, "two", members.get(28));
		pictures("meeting-paper");
		click(form + " button[type=submit]");
		await("no ballot", () -> words().contains("与第 1 项同一张票"));
		pictures("meeting-on-paper");
		counts(meeting, members.get(29));
		counts(meeting, members.get(28));
		assertThat(told.get(0).stage()).isEqualTo("inquire");
		assertThat(told.get(2).stage()).isEqualTo("inquire");
		desktop();
		signIn(members.get(0));
		open("/meetings/" + meeting);
		pictures("meeting-decided");
		this.story.meetings.ends(meeting, told.get(0).secretary());
	}

	private void counts(long meeting, long teller) {
		phone();
		signIn(teller);
		open("/meetings/" + meeting + "/count");
		String item = find("[name$='-handedOut']").getDomAttribute("name").replace("handedOut", "");
		type(item + "handedOut", "30");
		type(item + "returned", "30");
		int[] inFavour = { 28, 12, 27 };
		for (int line = 0; line < inFavour.length; line++) {
			type(item + "papers-" + line + "-FOR", Integer.toString(inFavour[line]));
			type(item + "papers-" + line + "-AGAINST", Integer.toString(30 - inFavour[line]));
		}
		pictures("count");
		click("#count-all");
		await("not counted", () -> !present("[name$='-handedOut']"));
	}

	/** A passer-by reads the notice and objects. */
	private void objects(Told told) {
		browser().get("about:blank");
		browser().executeCdpCommand("Network.clearBrowserCookies", Map.of());
		open("/notices/" + told.notice().id());
		pictures("notice");
		type("name", "张同学");
		type("contact", "13900000000");
		type("content", "材料中的志愿服务时长与实际不符，请核查。");
		click("form[action$='/objections'] button[type=submit]");
		await("the objection was not taken", () -> present(".said"));
	}

	/** The committee looks into it and finds it right. */
	private void upholds(Told told) {
		desktop();
		signIn(told.committee().personId());
		open("/inbox/" + told.task("investigate").id());
		await("the form is not shown", () -> present(FORM_READY));
		click(FIELD.formatted("finding-1"));
		write("grounds", "经核查，志愿服务时长不属实。");
		pictures("objection");
		click(FORM_READY);
		await("the finding was not taken", () -> !present("[data-form-post]"));
		open("/publicity/wordings");
		pictures("wordings");
	}

	/** The Party's liaison answers on the phone; the member reads it there, too. */
	private void lists(Told told) {
		phone();
		signIn(this.college.liaison());
		open("/inbox/" + told.task("feedback").id());
		await("the form is not shown", () -> present(FORM_READY));
		click(FIELD.formatted("listed-0"));
		date("feedbackOn", told.today());
		write("feedbackReason", "经支部委员会研究，同意列为入党积极分子。");
		pictures("feedback");
		phone();
		click(FORM_READY);
		await("the answer was not taken", () -> !present("[data-form-post]"));
		signIn(told.person);
		open("/recommendation/mine");
		assertThat(words()).contains("已列入");
		pictures("mine");
	}

	private void goesOnWithTheSecondLine(Told first) {
		first.days(366);
		for (int day = 0; day < 2; day++) {
			this.story.book(first.secretary(), first.person,
					Booking.tenths(EntryKind.PARTY_TRAINING, first.today().minusDays(day), 140, "党校培训", "证书", null));
		}
		begins(Line.PARTY_CANDIDATE, List.of(first.person));
		Told second = told(first.person);
		second.appraised().voted(29).investigated("support").reviewed("agree");
		second.noticeOver().handedOver().received().feedback("yes").endsAs("listed");
		phone();
		signIn(first.person);
		open("/recommendation/mine");
		pictures("mine-second");
	}

	private void signIn(long person) {
		takeOver(this.story.people.account(person), PeopleFixture.PASSWORD);
	}

	/** A list of thirty is searched by name. */
	private void choose(String form, String teller, long person) {
		String name = this.people.person(person).name();
		find(form + " input[id^='" + teller + "-']").sendKeys(name);
		String found = form + " [id^='" + teller + "-'][id$='-list'] [role=option]";
		await("nobody is found", () -> find(found).getText().startsWith(name));
		find(form + " input[id^='" + teller + "-']").sendKeys(Keys.ENTER);
	}

	private void write(String key, String text) {
		find(FIELD.formatted(key)).sendKeys(text);
	}

	private void date(String key, LocalDate day) {
		String field = FIELD.formatted(key + "-date");
		click(field);
		browser().executeScript(
				"const calendar = arguments[0]._flatpickr;"
						+ "calendar.setDate(new Date(arguments[1] + 'T00:00:00'), true); calendar.close()",
				find(field), day.toString());
	}

	private void pictures(String name) {
		phone();
		picture(name + "-phone");
		desktop();
		picture(name);
	}

	private void picture(String name) {
		screenshot("recommendation-" + name);
		assertThat(overflows()).as(name + " is wider than the screen").isFalse();
	}

}
