package org.leagueflow.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.CaseFilter;
import org.leagueflow.cases.CasePages;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Task;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Roles;
import org.leagueflow.kernel.Subject;
import org.leagueflow.people.PeopleFixture;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases about something else than one person. */
@StoryTest
class CaseSubjectTests {

	@Autowired
	PeopleFixture people;

	@Autowired
	Cases cases;

	@Autowired
	CasePages pages;

	@Autowired
	InboxItems items;

	@Autowired
	Holders holders;

	@Test
	void aBatchIsNamedInEveryListAndIsNobodysOwnCase() {
		var college = this.people.college();
		long ordinary = this.people.member(college.branch());
		Actor committee = this.people.holder(Roles.LEAGUE_COMMITTEE, college.committee());
		// The batch has the number of a person, who must not be taken for it.
		CaseId id = this.cases.open("activity", "评优", new Subject(Subject.Kind.BATCH, ordinary, "2026年度三好学生"),
				college.committee(), committee);
		CaseCard card = this.cases.card(id);
		assertThat(card.subject()).isEqualTo(new Subject(Subject.Kind.BATCH, ordinary, "2026年度三好学生"));
		assertThat(card.isAbout(ordinary)).isFalse();
		assertThat(this.cases.maySee(id, this.people.actor(ordinary))).isFalse();
		assertThat(this.cases.list(new CaseFilter(null, null, null, null, false, null), this.people.actor(ordinary), 50)
			.rows()).extracting(CaseCard::id).doesNotContain(id);
		assertThat(this.cases.list(new CaseFilter(null, null, null, null, false, null), committee, 50).rows())
			.filteredOn((one) -> one.id().equals(id))
			.extracting(CaseCard::subjectName)
			.containsExactly("2026年度三好学生");
		assertThat(this.cases.holders(id, Roles.APPLICANT)).isEmpty();
		assertThat(this.cases.worksOn(id, Actor.SYSTEM)).as("the system has the number 0, too").isTrue();
		assertThat(this.pages.page(id, null, committee).card().subjectName()).isEqualTo("2026年度三好学生");
	}

	@Test
	void whatIsMeantForTheSubjectOfABatchIsAnsweredByTheCommittee() {
		var college = this.people.college();
		Actor committee = this.people.holder(Roles.LEAGUE_COMMITTEE, college.committee());
		CaseId id = this.cases.open("activity", "评优", new Subject(Subject.Kind.BATCH, 7, "批次"), college.committee(),
				committee);
		Task task = new Task("batch-" + id, id, "activity", "activity:1:1", "run", "开展", Roles.APPLICANT, null,
				(Instant) null);
		assertThat(this.holders.of(task, this.cases.card(id)).key())
			.isEqualTo(Holder.seat(Roles.LEAGUE_COMMITTEE, college.committee()));
	}

}
