package org.leagueflow.admission;

import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.leagueflow.publicity.NoticeMatter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two notices of admission, each named after the box that announces. */
@Configuration(proxyBeanMethods = false)
class AdmissionNotices {

	@Bean
	NoticeMatter publishNotice(Admissions admissions, Offices offices, People people) {
		return new AdmissionNotice("publish", admissions, offices, people);
	}

	@Bean
	NoticeMatter publishActivistNotice(Admissions admissions, Offices offices, People people) {
		return new AdmissionNotice("publishActivist", admissions, offices, people);
	}

}
