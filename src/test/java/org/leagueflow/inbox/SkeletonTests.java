package org.leagueflow.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Models;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.people.PeopleFixture.College;
import org.springframework.beans.factory.annotation.Autowired;

/** The folder that authors of processes copy, {@code src/docs/skeleton}. */
@StoryTest
class SkeletonTests {

	@Autowired
	Models models;

	@Autowired
	Inbox inbox;

	@Autowired
	Cases cases;

	@Autowired
	PeopleFixture people;

	@Autowired
	InboxStory story;

	@Autowired
	BusinessClock clock;

	@Autowired
	ProcessEngine engine;

	private Actor member;

	private Actor committee;

	@BeforeEach
	void aBranch() {
		College college = this.people.college();
		this.member = this.people.actor(this.people.member(college.branch()));
		this.committee = this.people.holder(Roles.BRANCH_COMMITTEE, college.branch());
	}

	@Test
	void itIsSoundAndSoIsItsCopyUnderAnotherName() {
		Map<String, String> files = this.models.folders().get("skeleton");
		assertThat(files).hasSize(5);
		assertThat(this.models.check("skeleton", files)).isEmpty();
		Map<String, String> copy = new TreeMap<>();
		files.forEach((path, text) -> copy.put(path.replace("skeleton", "picnic"), text.replace("skeleton", "picnic")));
		assertThat(this.models.check("picnic", copy)).isEmpty();
	}

	@Test
	void itIsSentBackRevisedAgreedAndReported() {
		CaseId caseId = start();
		answer(caseId, this.committee, Map.of("decision", "return", "remark", "请写明地点"));
		answer(caseId, this.member, request("去植物园春游"));
		answer(caseId, this.committee, Map.of("decision", "agree"));
		answer(caseId, this.member, Map.of("result", "二十人参加"));
		assertThat(this.cases.card(caseId).outcome()).isEqualTo("finished");
	}

	@Test
	void itIsRefused() {
		CaseId caseId = start();
		answer(caseId, this.committee, Map.of("decision", "refuse", "remark", "与考试冲突"));
		assertThat(this.cases.card(caseId).outcome()).isEqualTo("refused");
	}

	@Test
	void itLapsesWhenNobodyRevisesIt() {
		CaseId caseId = start();
		answer(caseId, this.committee, Map.of("decision", "return", "remark", "请写明地点"));
		String instance = this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(caseId.toString())
			.singleResult()
			.getId();
		this.engine.getManagementService()
			.executeJob(this.engine.getManagementService()
				.createJobQuery()
				.processInstanceId(instance)
				.timers()
				.singleResult()
				.getId());
		assertThat(this.cases.card(caseId).outcome()).isEqualTo("lapsed");
	}

	private CaseId start() {
		return this.inbox.start("skeleton", this.member, request("春游"), InboxStory.key());
	}

	private Map<String, Object> request(String title) {
		return Map.of("title", title, "day", this.clock.today().plusDays(20).toString(), "reason", "团员提议");
	}

	private void answer(CaseId caseId, Actor by, Map<String, Object> answers) {
		this.inbox.submit(this.story.task(caseId), by, answers, InboxStory.key());
	}

}
