package org.leagueflow.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.BrowserTest;
import org.leagueflow.admission.AdmissionStory.Told;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.people.PeopleFixture;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The whole admission as its people do it: applicant and tellers on a phone, the others
 * at a desk.
 */
class AdmissionBrowserTest extends BrowserTest {

	private static final String FORM_READY = "[data-form-submit]:not([disabled])";

	@Autowired
	AdmissionStory story;

	private Told told;

	private String applicant;

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
	}

	@Test
	void anApplicantAppliesOnAPhoneAndTheSecretaryAnswersFromTheInbox() {
		this.story.begin();
		applies();
		talks();
		assertThat(this.told.boxes()).containsExactly("nominate");
	}

	@Test
	void sixPeopleTakeAYoungPersonFromApplicationToOath() {
		this.story.begin();
		applies();
		talks();
		becomesActivist();
		isObserved();
		isAppraisedAndPublished();
		becomesCandidate();
		branchVotes();
		committeeApproves();
		takesTheOath();
		theCaseTellsItAll();
	}

	private void applies() {
		AdmissionStory.College college = this.story.college();
		long youth = this.story.people.youth(college.units().branch(), this.story.clock.today().minusYears(17));
		this.applicant = this.story.people.actor(youth).name();
		signIn(youth, true);
		open("/");
		picture("home");
		open("/start");
		picture("start");
		click("a[href='/start/admission']");
		form();
		assertThat(find(".fjs-powered-by-link, .fjs-powered-by a").isDisplayed()).as("the mark of bpmn.io stays")
			.isTrue();
		picture("start-form");
		fill("reason", "短");
		click(FORM_READY);
		await("nothing is said at the fields", () -> present("[data-form-fields] .fjs-form-field-error"));
		picture("start-form-refused");
		fill("reason", "我志愿加入中国共产主义青年团，愿意努力学习、积极工作、服务同学。");
		fill("phone", "13800000000");
		fill("truthful", true);
		photograph("applicationPages", "申请书第一页.jpg");
		photograph("applicationPages", "申请书第二页.jpg");
		picture("start-form-photos");
		send();
		await("the case is not shown", () -> path().startsWith("/cases/"));
		picture("case-applied");
		CaseId caseId = new CaseId(Long.parseLong(path().replaceAll("\\D+", "")));
		this.told = new Told(this.story, college, this.story.people.actor(youth), caseId);
		open("/");
		picture("home-with-case");
	}

	/**
	 * Attaches a photo of a page; it is shown at once, as large as a telephone takes it.
	 */
	private void photograph(String key, String name) {
		String field = "[data-files=field_" + key + "] ";
		int before = browser().findElements(By.cssSelector(field + "li")).size();
		find("input[type=file][id$=field_" + key + "]").sendKeys(PageImages.of(name, 3000, 4000).toString());
		await("the photo is not shown",
				() -> browser().findElements(By.cssSelector(field + "img"))
					.stream()
					.filter((image) -> Long.parseLong(image.getDomProperty("naturalWidth")) > 0)
					.count() == before + 1);
	}

	private void talks() {
		answers("talk", member(0), false, with("talker", "王小明", "talkedOn", today(), "record", "了解了基本情况"));
	}

	private void becomesActivist() {
		answers("nominate", member(1), false,
				with("recommendedBy", "members", "membersHeard", 8, "opinion", "表现积极", "massesOpinion", "反映良好"));
		answers("decide", member(1), false, committeeMeeting());
		answers("approveActivist", committee(), false, with("activistDecision", "approve", "opinion", "同意"));
		answers("appointMentors", member(1), false,
				with("mentors", List.of(name(member(3)), name(member(4))), "plan", "每月谈心"));
		assertThat(this.told.stage()).isEqualTo("observe");
	}

	/** The mentor reads what is missing, and what is booked later opens the gates. */
	private void isObserved() {
		signIn(member(3), false);
		openTask("cultivate");
		assertThat(words()).contains("细则");
		assertThat(browser().findElements(By.cssSelector(".gates .unmet"))).isNotEmpty();
		picture("cultivate-not-yet");
		phone();
		picture("cultivate-not-yet-phone");
		desktop();
		this.told.months(3);
		this.told.learned();
		answers("cultivate", member(3), false, new LinkedHashMap<>(Told.cultivated()));
		assertThat(this.told.stage()).isEqualTo("appraise");
	}

	private void isAppraisedAndPublished() {
		answers("evaluate", member(1), false,
				with("mentorsOpinion", "同意", "membersOpinion", "同意", "membersHeard", 8, "massesOpinion", "良好",
						"massesHeard", 5, "recommendedBy", "none", "conclusion", "综合表现良好", "appraisal", "propose"));
		Map<String, Object> consent = committeeMeeting();
		consent.put("consent", "agree");
		answers("consent", member(1), false, consent);
		answers("preReview", committee(), false, with("preReview", "approve", "opinion", "材料已审阅"));
		browser().manage().deleteAllCookies();
		phone();
		open("/notices");
		picture("notices-visitor");
		long notice = this.story.notices.noticeOf(this.told.caseId).orElseThrow().id();
		click("a[href='/notices/" + notice + "']");
		assertThat(words()).doesNotContain(this.applicant).contains(this.applicant.substring(0, 1) + "*");
		picture("notice-visitor");
		desktop();
		picture("notice-visitor-desktop");
		this.told.noticeOver();
	}

	private void becomesCandidate() {
		answers("issueBook", committee(), false, with("bookNumber", "ZY2025-" + this.told.caseId, "issuedOn", today()));
		answers("chooseIntroducers", member(1), false,
				with("introducer1", name(member(3)), "introducer2", name(member(4))));
		answers("fillBook", this.told.applicant.personId(), true,
				with("aspiration", "我志愿加入中国共产主义青年团，坚决拥护中国共产党的领导。", "family", "父母务农", "resume", "学生", "truthful", true));
		assertThat(this.told.stage()).isEqualTo("vote");
	}

	private void branchVotes() {
		signIn(member(0), false);
		open("/meetings");
		picture("meetings");
		holdMeeting("BRANCH_GENERAL_MEETING", this.told.college.units().branch(), this.told.college.members(), 9);
		assertThat(this.told.stage()).isEqualTo("approve");
		answers("submit", member(0), false,
				with("submittedOn", today(), "bookComplete", true, "resolutionAttached", true));
	}

	private void committeeApproves() {
		signIn(committee(), false);
		open("/meetings");
		holdMeeting("COMMITTEE_MEETING", this.told.college.units().committee(), this.told.college.committee(), 5);
		assertThat(this.told.stage()).isEqualTo("oath");
	}

	private void takesTheOath() {
		answers("announce", member(0), false, with("toldOn", today(), "announcedOn", today()));
		signIn(committee(), false);
		open("/");
		click(".sidebar a[href='/admission/ceremonies']");
		assertThat(words()).contains(this.applicant);
		picture("ceremonies");
		phone();
		picture("ceremonies-phone");
		desktop();
		set("startsAt", this.story.clock.localNow().plusDays(1));
		type("place", "大礼堂");
		type("leader", "李书记");
		click("form[action='/admission/ceremonies'] button[type=submit]");
		said();
		this.told.days(2);
		open("/admission/ceremonies");
		picture("ceremonies-planned");
		click("form[action$='/held'] button[type=submit]");
		said();
		picture("ceremonies-held");
		answers("archive", committee(), false, with("bookFiled", true, "applicationFiled", true, "observationFiled",
				true, "cardIssued", true, "electronicFiled", true, "archivedOn", today()));
		this.told.endsAs("admitted");
	}

	private void theCaseTellsItAll() {
		signIn(this.told.applicant.personId(), true);
		open("/");
		picture("home-member");
		open("/cases/" + this.told.caseId);
		assertThat(browser().findElements(By.cssSelector(".stagebar li.passed"))).hasSize(6);
		await("the diagram is not drawn", () -> {
			browser().executeScript("document.querySelector('.diagram').scrollIntoView({behavior: 'instant'})");
			return present(".diagram.is-drawn");
		});
		assertThat(find("#content").getDomProperty("textContent")).as("mentors and introducers by name")
			.contains(name(member(3)) + " · ", name(member(4)) + " · ");
		picture("case-ended");
		desktop();
		open("/cases/" + this.told.caseId);
		picture("case-ended-desktop");
		open("/notifications");
		picture("notifications");
	}

	private void holdMeeting(String kind, long unit, List<Long> present, int inFavour) {
		String name = kind.equals("COMMITTEE_MEETING") ? "committee-meeting" : "meeting";
		click("a[href*='/meetings/convene'][href*='kind=" + kind + "']");
		set("startsAt", this.story.clock.localNow());
		type("place", "三教201");
		picture(name + "-convene");
		click("form[action='/meetings/convene'][method=post] button[type=submit]:not([name])");
		await("no meeting was called", () -> path().matches("/meetings/\\d+"));
		String meeting = path();
		picture(name + "-called");
		click("form[action$='/invite'] button");
		await("nobody was invited", () -> !present("form[action$='/invite']") && present("form[action$='/arrive']"));
		for (long person : present) {
			arrives(person);
		}
		picture(name + "-gathered");
		click("form[action$='/open'] button");
		browser().switchTo().alert().accept();
		await("the meeting is not open", () -> present("form[action$='/ballot']"));
		List<Long> tellers = present.subList(present.size() - 2, present.size());
		choose("tellerOne", tellers.get(0));
		choose("tellerTwo", tellers.get(1));
		stillChosenAfterTheRoomWasAskedFor("tellerTwo", tellers.get(1));
		picture(name + "-ballot");
		click("form[action$='/ballot'] button");
		await("no ballot", () -> !present("form[action$='/ballot']"));
		long chair = present.get(0);
		counts(tellers.get(0), meeting, present.size(), inFavour);
		counts(tellers.get(1), meeting, present.size(), inFavour);
		signIn(chair, false);
		open(meeting);
		picture(name + "-decided");
		phone();
		picture(name + "-decided-phone");
		desktop();
		click("form[action$='/close'] button");
		await("not closed", () -> !present("form[action$='/close']"));
		open(meeting + "/minutes");
		type("minutes", "依次讨论，逐个表决。");
		click("form[action$='/minutes'] button");
		await("no minutes", () -> present("form[action$='/sign']"));
		picture(name + "-minutes");
		click("form[action$='/sign'] button");
		browser().switchTo().alert().accept();
		await("not signed", () -> !present("form[action$='/sign']"));
		picture(name + "-signed");
	}

	private void arrives(long person) {
		String row = "form[action$='/arrive']:has(input[value='" + person + "'])";
		click(row + " button");
		await("not checked in", () -> !present(row));
	}

	/** The room is asked for every few seconds and must not take away what was chosen. */
	private void stillChosenAfterTheRoomWasAskedFor(String field, long person) {
		long until = System.nanoTime() + Duration.ofSeconds(6).toNanos();
		await("the wait is over", () -> System.nanoTime() > until);
		assertThat(find("[name=" + field + "]").getDomProperty("value")).isEqualTo(Long.toString(person));
	}

	private void counts(long teller, String meeting, int papers, int inFavour) {
		signIn(teller, true);
		open(meeting);
		picture("teller-room");
		click("a[href*='/items/'][href$='/count']");
		type("handedOut", Integer.toString(papers));
		type("returned", Integer.toString(papers));
		type("papers-0-FOR", Integer.toString(inFavour));
		type("papers-0-AGAINST", Integer.toString(papers - inFavour));
		type("papers-0-ABSTAIN", "0");
		type("papers-spoilt", "0");
		picture("teller-count");
		click("form[action$='/count'] button[type=submit]");
		await("not counted", () -> !present("form[action$='/count']"));
		picture("teller-counted");
	}

	/** Signs in, opens the task from the inbox, answers it and reads that it was done. */
	private void answers(String box, long person, boolean onPhone, Map<String, Object> answers) {
		signIn(person, onPhone);
		openTask(box);
		answers.forEach(this::fill);
		picture("task-" + box);
		send();
		said();
	}

	private void openTask(String box) {
		open("/inbox");
		click(".item-rows a[href='/inbox/" + this.told.task(box).id() + "']");
		form();
	}

	private void form() {
		await("the form is not shown", () -> present(FORM_READY));
	}

	private void send() {
		click(FORM_READY);
		await("the form was not taken", () -> !present("[data-form-post]"));
	}

	private void said() {
		await("success is not said", () -> present(".said"));
	}

	private void signIn(long person, boolean onPhone) {
		if (onPhone) {
			phone();
		}
		else {
			desktop();
		}
		takeOver(this.story.people.account(person), PeopleFixture.PASSWORD);
	}

	/** Gives the field of the form the answer, as a person would. */
	private void fill(String key, Object answer) {
		String id = "[data-form-fields] [id^='fjs-form-'][id$='-field_" + key + "']";
		switch (type(key)) {
			case "checkbox" -> click(id);
			case "radio" -> click(id.replace("field_" + key, "field_" + key + "-" + option(key, answer)));
			case "datetime" -> date(id.replace("field_" + key, "field_" + key + "-date"), answer);
			case "select" -> pick(id, answer.toString());
			case "taglist" -> ((List<?>) answer).forEach((one) -> tag(id, one.toString()));
			default -> write(id, answer.toString());
		}
	}

	private void write(String css, String text) {
		WebElement field = find(css);
		field.clear();
		field.sendKeys(text);
	}

	private void date(String css, Object day) {
		click(css);
		browser().executeScript(
				"const calendar = arguments[0]._flatpickr;"
						+ "calendar.setDate(new Date(arguments[1] + 'T00:00:00'), true); calendar.close()",
				find(css), day.toString());
	}

	private void pick(String css, String label) {
		click(css);
		option(label);
	}

	private void tag(String css, String label) {
		WebElement input = find(css);
		input.click();
		input.sendKeys(label);
		option(label);
		input.sendKeys(Keys.ESCAPE);
	}

	private void option(String label) {
		By items = By.cssSelector(".fjs-dropdownlist-item");
		await("there is no " + label,
				() -> browser().findElements(items).stream().anyMatch((item) -> item.getText().contains(label)));
		browser().findElements(items)
			.stream()
			.filter((item) -> item.getText().contains(label))
			.findFirst()
			.orElseThrow()
			.click();
	}

	private String type(String key) {
		return (String) schema("one.type", key, "");
	}

	private long option(String key, Object value) {
		return (Long) schema("one.values.findIndex((option) => option.value === arguments[1])", key, value);
	}

	private Object schema(String expression, String key, Object value) {
		return browser()
			.executeScript("const one = JSON.parse(document.querySelector('[data-form-schema]').textContent).components"
					+ ".find((field) => field.key === arguments[0]); return " + expression, key, value);
	}

	private void choose(String name, long person) {
		click("[name=" + name + "] option[value='" + person + "']");
	}

	private void set(String field, LocalDateTime moment) {
		browser().executeScript("arguments[0].value = arguments[1]", find("[name='" + field + "']"),
				moment.withSecond(0).withNano(0).toString());
	}

	/** Every page that was seen is kept, and none is wider than its screen. */
	private void picture(String name) {
		screenshot("admission-" + name);
		assertThat(overflows()).as(name + " is wider than the screen").isFalse();
	}

	private long member(int index) {
		return this.told.college.members().get(index);
	}

	private long committee() {
		return this.told.college.committee().get(0);
	}

	private String name(long person) {
		return this.story.people.actor(person).name();
	}

	private String today() {
		return this.told.today().toString();
	}

	/** The committee has met; the form has chosen its meeting. */
	private Map<String, Object> committeeMeeting() {
		this.told.committeeMeets(3);
		return with("opinion", "研究意见");
	}

	private static Map<String, Object> with(Object... pairs) {
		Map<String, Object> answers = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			answers.put((String) pairs[i], pairs[i + 1]);
		}
		return answers;
	}

}
