package org.leagueflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.BrowserTest;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.people.PeopleFixture;
import org.openqa.selenium.By;
import org.openqa.selenium.WindowType;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever is filling in a form loses nothing when the log-in or the token ends. */
class SessionLossBrowserTests extends BrowserTest {

	private static final String TEXT = "我志愿加入中国共产主义青年团，这一段写了很久。";

	@Autowired
	PeopleFixture people;

	@Autowired
	BusinessClock clock;

	@Autowired
	JdbcTemplate jdbc;

	private String writer;

	private String somebodyElse;

	@BeforeEach
	void twoYoungPeopleOnePhone() {
		long branch = this.people.college().branch();
		this.writer = this.people.account(this.people.youth(branch, this.clock.today().minusYears(17)));
		this.somebodyElse = this.people.account(this.people.youth(branch, this.clock.today().minusYears(16)));
		phone();
		login(this.writer, PeopleFixture.PASSWORD);
		browser().executeScript("localStorage.clear(); sessionStorage.clear()");
	}

	@Test
	void aDraftThatCannotBeSavedIsBackAfterLogInAndOnlyForItsWriter() {
		write();
		endSessions();
		click("[data-form-save]");
		await("nobody says that the log-in ended", () -> present("#session-banner"));
		assertThat(find("#session-banner").getText()).contains("登录已过期");
		assertThat(reason()).isEqualTo(TEXT);
		screenshot("session-lost-phone");
		click("#session-banner button");
		await("the log-in page is not there", () -> present("main.login"));
		assertThat(path()).isEqualTo("/login?expired");
		assertThat(words()).contains("登录已过期");
		complaints();

		signIn(this.somebodyElse);
		await("not back at the form", () -> present("[data-form-submit]:not([disabled])"));
		assertThat(path()).isEqualTo("/start/admission");
		assertThat(reason()).as("somebody else's text").isEmpty();
		assertThat(browser().getPageSource()).doesNotContain(TEXT);
		assertThat(stored()).isNotEmpty().doesNotContain(TEXT.substring(0, 5));

		login(this.writer, PeopleFixture.PASSWORD);
		open("/start/admission");
		await("the text is not there again", () -> TEXT.equals(reason()));
		assertThat(words()).contains("已恢复");
		screenshot("session-restored-phone");
		await("the draft is not saved", () -> find("[data-form-state]").getText().contains("草稿已保存"));
		assertThat(stored()).isEmpty();
		complaints();
	}

	@Test
	void aFormSentAfterTheLogInEndedIsNeitherSentNorLost() {
		openGallery();
		type("reason", TEXT);
		endSessions();
		click("main form .btn-primary");
		await("nobody says that the log-in ended", () -> present("#session-banner"));
		assertThat(find("textarea[name=reason]").getDomProperty("value")).isEqualTo(TEXT);
		type("reason", TEXT + "又补了一句。");
		click("#session-banner button");
		await("the log-in page is not there", () -> present("main.login"));
		signIn(this.writer);
		await("not back", () -> path().equals("/test/gallery"));
		await("the text is not there again",
				() -> (TEXT + "又补了一句。").equals(find("textarea[name=reason]").getDomProperty("value")));
		click("main form .btn-primary");
		await("success is not said", () -> present(".said"));
		await("the text is kept on", () -> stored().isEmpty());
		complaints();
	}

	@Test
	void anOldTokenIsRenewedForTheSamePersonAndNeverForAnother() {
		openGallery();
		type("reason", TEXT);
		browser().manage().deleteCookieNamed("XSRF-TOKEN");
		click("main form .btn-primary");
		await("success is not said", () -> present(".said"));
		complaints();

		openGallery();
		type("reason", TEXT);
		String first = browser().getWindowHandle();
		browser().switchTo().newWindow(WindowType.TAB);
		open("/login");
		login(this.somebodyElse, PeopleFixture.PASSWORD);
		browser().close();
		browser().switchTo().window(first);
		click("main form .btn-primary");
		await("nobody says that somebody else is logged in", () -> present("#session-banner"));
		assertThat(find("#session-banner").getText()).contains("另一个人");
		assertThat(present(".said")).isFalse();
		click("#session-banner button");
		await("the page is not opened again", () -> "".equals(find("textarea[name=reason]").getDomProperty("value")));
		complaints();
	}

	@Test
	void aFormThatIsTooLongStaysAForm() {
		openGallery();
		browser().executeScript("document.querySelector('textarea[name=reason]').value = '长'.repeat(1200000)");
		click("main form .btn-primary");
		await("nobody says that it is too long", () -> find("#refusal").getText().contains("2 MB"));
		assertThat(find("textarea[name=reason]").getDomProperty("value")).hasSize(1_200_000);
		complaints();
	}

	@Test
	void withoutScriptsAFormSentTooLateIsGivenBackAsAForm() {
		openGallery();
		type("reason", TEXT);
		endSessions();
		browser().executeScript("document.querySelector('main form[method=post]').submit()");
		await("the form is not given back", () -> present(".refused-written textarea"));
		assertThat(words()).contains("登录已过期").doesNotContain("_csrf");
		assertThat(find(".refused-written textarea").getDomProperty("value")).isEqualTo(TEXT);
		screenshot("session-returned-phone");
		complaints();
	}

	private void openGallery() {
		open("/test/gallery");
		await("the diagram is not drawn", () -> {
			browser().executeScript("document.querySelector('.diagram').scrollIntoView({behavior: 'instant'})");
			return present(".diagram.is-drawn");
		});
	}

	private void write() {
		open("/start/admission");
		await("the form is not there", () -> present("[data-form-submit]:not([disabled])"));
		browser().findElement(By.cssSelector(".fjs-form textarea")).sendKeys(TEXT);
	}

	private String reason() {
		return find(".fjs-form textarea").getDomProperty("value");
	}

	/** What an administrator's click, a restart of the store or four hours do. */
	private void endSessions() {
		this.jdbc.update("DELETE FROM SPRING_SESSION");
	}

	private void signIn(String account) {
		type("username", account);
		type("password", PeopleFixture.PASSWORD);
		click("main form button[type=submit]");
		await("nobody is signed in", () -> present("body.signed-in"));
	}

	private String stored() {
		return String.valueOf(browser()
			.executeScript("return Object.entries({...localStorage, ...sessionStorage}).filter(([name]) => "
					+ "name.startsWith('kept:')).map((one) => one.join('=')).join('\\n')"));
	}

}
