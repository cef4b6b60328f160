package org.leagueflow.practice;

import java.util.List;
import org.leagueflow.account.AccountRegistrar;
import org.leagueflow.people.People;
import org.leagueflow.web.PracticeLogins;
import org.leagueflow.web.Words;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Names the people of the practice college on the log-in page. */
@Component
@Profile("practice")
class PracticeAccounts implements PracticeLogins {

	private static final List<String> SHOWN_LOGINS = List.of("applicant1", "applicant2", "applicant4", "applicant5",
			"applicant7", "applicant10", "member1", "member2", "mentor1", "secretary1", "branch1", "branch2", "branch3",
			"secretary2", "general1", "committee1", "committee2", "committee3", "county", "auditor", "admin");

	private final People people;

	private final AccountRegistrar accounts;

	private final Words words;

	PracticeAccounts(People people, AccountRegistrar accounts, Words words) {
		this.people = people;
		this.accounts = accounts;
		this.words = words;
	}

	@Override
	public List<Login> logins() {
		return SHOWN_LOGINS.stream().flatMap((login) -> find(login).stream()).toList();
	}

	private List<Login> find(String login) {
		return this.accounts.signsInAs(login)
			.map(this.people::person)
			.stream()
			.map((person) -> new Login(login, PracticeCollegeService.PASSWORD, person.name(),
					this.words.of("practice.what." + login, person.unitName())))
			.toList();
	}

}
