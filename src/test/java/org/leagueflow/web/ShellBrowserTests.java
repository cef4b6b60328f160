package org.leagueflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.BrowserTest;
import org.leagueflow.people.PeopleFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class ShellBrowserTests extends BrowserTest {

	@Autowired
	PeopleFixture people;

	@Autowired
	ApplicationContext application;

	@BeforeEach
	void accountsExist() {
		assumeTrue(this.application.containsBean("signInService"), "there are no accounts to sign in with yet");
	}

	@Test
	void somebodySignsInSeesTheHomePageAndSignsOutOnAPhone() {
		phone();
		open("/");
		assertThat(path()).isEqualTo("/login");
		assertThat(overflows()).isFalse();
		screenshot("login-phone");
		login(this.people.account(this.people.member(this.people.college().branch())), PeopleFixture.PASSWORD);
		assertThat(path()).startsWith("/");
		assertThat(find(".tabbar").isDisplayed()).isTrue();
		assertThat(find(".sidebar").isDisplayed()).isFalse();
		assertThat(overflows()).isFalse();
		screenshot("home-phone");
		logout();
		assertThat(path()).isEqualTo("/login?out");
	}

	@Test
	void aRefusedFormKeepsWhatWasTypedAndSaysItAtTheField() {
		desktop();
		login(this.people.account(this.people.member(this.people.college().branch())), PeopleFixture.PASSWORD);
		open("/test/gallery");
		await("the diagram is not drawn", () -> {
			browser().executeScript("document.querySelector('.diagram').scrollIntoView({behavior: 'instant'})");
			return present(".diagram.is-drawn");
		});
		assertThat(present(".diagram .bjs-powered-by")).as("the mark of bpmn.io stays").isTrue();
		type("reason", "短");
		click("main form .btn-primary");
		await("nothing is said at the field", () -> present("textarea.is-invalid"));
		assertThat(find("textarea[name=reason]").getDomProperty("value")).isEqualTo("短");
		screenshot("refused-desktop");
		type("reason", "足够长的理由");
		click("main form .btn-primary");
		await("success is not said", () -> present(".said"));
		logout();
	}

}
