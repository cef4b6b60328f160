package org.leagueflow.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Answers;
import org.leagueflow.engine.Catalogue;
import org.leagueflow.engine.Catalogue.ProcessInfo;
import org.leagueflow.engine.ProcessNames;
import org.leagueflow.engine.Processes;
import org.leagueflow.inbox.InboxFilter.Tab;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.people.PeopleFixture.College;
import org.leagueflow.people.UnitKind;
import org.leagueflow.web.MenuEntry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** Who starts, and what members and whoever started answer. */
@StoryTest
class StarterTests {

	@Autowired
	PeopleFixture people;

	@Autowired
	Inbox inbox;

	@Autowired
	ListService lists;

	@Autowired
	StartRules rules;

	@Autowired
	InboxMenu.ToDos toDos;

	@Autowired
	ProcessNames names;

	@Autowired
	Catalogue catalogue;

	@Autowired
	Cases cases;

	@Autowired
	Processes processes;

	@Autowired
	InboxStory story;

	@Autowired
	BusinessClock clock;

	@Autowired
	TransactionTemplate transaction;

	private College college;

	private Actor member;

	private Actor another;

	@BeforeEach
	void aBranchWithTwoMembers() {
		this.college = this.people.college();
		this.member = this.people.actor(this.people.member(this.college.branch()));
		this.another = this.people.actor(this.people.member(this.college.branch()));
	}

	@Test
	void amongThemselvesMembersStartReplyAndConfirm() {
		CaseId caseId = start(this.member);
		assertThat(boxes(this.member)).containsExactly("reply");
		assertThat(boxes(this.another)).containsExactly("reply");
		answer(caseId, this.another, Map.of("answer", "同意"));
		assertThat(boxes(this.another)).isEmpty();
		assertThat(boxes(this.member)).containsExactly("confirm");
		answer(caseId, this.member, Map.of("remark", "收到"));
		assertThat(this.cases.card(caseId).outcome()).isEqualTo("finished");
	}

	@Test
	void whoeverStartedIsNotWhomItIsAbout() {
		CaseId caseId = opened(this.another.personId(), this.college.branch(), this.member);
		answer(caseId, this.another, Map.of("answer", "同意"));
		assertThat(boxes(this.another)).isEmpty();
		assertThat(boxes(this.member)).containsExactly("confirm");
	}

	@Test
	void aTaskOfAUnitAboveIsEveryMembersBelowItAndNoNeighbours() {
		long neighbour = this.people.unit(this.college.generalBranch(), UnitKind.BRANCH, "CLASS");
		Actor next = this.people.actor(this.people.member(neighbour));
		opened(this.member.personId(), this.college.branch(), this.member);
		assertThat(boxes(next)).isEmpty();
		CaseId wide = opened(this.member.personId(), this.college.generalBranch(), this.member);
		assertThat(boxes(next)).containsExactly("reply");
		answer(wide, next, Map.of("answer", "同意"));
	}

	@Test
	void oneTakesItInHandAndTheOthersAreToldSo() {
		String task = this.story.task(start(this.member));
		this.inbox.claim(task, this.another);
		assertThat(boxes(this.member)).isEmpty();
		assertThatThrownBy(() -> this.inbox.submit(task, this.member, Map.of("answer", "同意"), InboxStory.key()))
			.isInstanceOfSatisfying(Refusal.Conflict.class,
					(why) -> assertThat(why.words().key()).isEqualTo("refusal.inbox.in-hand"));
		this.inbox.release(task, this.another);
		assertThat(boxes(this.member)).containsExactly("reply");
	}

	@Test
	void whatAMemberHasInHandIsFreeAgainOnceHeMovesAwayOrLeaves() {
		CaseId first = start(this.member);
		CaseId second = start(this.member);
		Actor third = this.people.actor(this.people.member(this.college.branch()));
		this.inbox.claim(this.story.task(first), this.another);
		this.inbox.claim(this.story.task(second), third);
		assertThat(boxes(this.member)).isEmpty();
		long elsewhere = this.people.unit(this.college.generalBranch(), UnitKind.BRANCH, "CLASS");
		this.people.moves(this.another.personId(), elsewhere);
		assertThat(boxes(this.member)).containsExactly("reply");
		this.people.departs(third.personId());
		assertThat(boxes(this.member)).containsExactly("reply", "reply");
		answer(first, this.member, Map.of("answer", "同意"));
		assertThat(this.lists.count(InboxFilter.of(Tab.TODO), this.another)).isZero();
	}

	@Test
	void whatAMemberOfAUnitBelowHasInHandStaysWithHimWhenHeMovesWithinIt() {
		CaseId wide = opened(this.member.personId(), this.college.generalBranch(), this.member);
		this.inbox.claim(this.story.task(wide), this.another);
		this.people.moves(this.another.personId(),
				this.people.unit(this.college.generalBranch(), UnitKind.BRANCH, "CLASS"));
		assertThat(boxes(this.another)).containsExactly("reply");
		assertThat(boxes(this.member)).isEmpty();
	}

	@Test
	void whatWaitsForAStarterGoesToTheCommitteeWhenHeLeaves() {
		Actor committee = this.people.holder(Roles.BRANCH_COMMITTEE, this.college.branch());
		CaseId caseId = start(this.member);
		answer(caseId, this.another, Map.of("answer", "同意"));
		assertThat(boxes(this.member)).containsExactly("confirm");
		this.people.departs(this.member.personId());
		assertThat(boxes(committee)).containsExactly("confirm");
	}

	@Test
	void whatWasInHandWhenItsCaseMovedIsFreeInTheNewUnit() {
		CaseId caseId = start(this.member);
		this.inbox.claim(this.story.task(caseId), this.another);
		long elsewhere = this.people.unit(this.college.generalBranch(), UnitKind.BRANCH, "CLASS");
		Actor next = this.people.actor(this.people.member(elsewhere));
		this.transaction.executeWithoutResult((status) -> this.cases.move(caseId, elsewhere));
		assertThat(boxes(this.another)).isEmpty();
		assertThat(boxes(next)).containsExactly("reply");
	}

	@Test
	void whoIsNoMemberNeitherStartsNorReplies() {
		Actor youth = this.people.actor(this.people.youth(this.college.branch(), this.clock.today().minusYears(15)));
		assertThat(refusedStart(youth)).isEqualTo("refusal.inbox.starters");
		String task = this.story.task(start(this.member));
		assertThat(boxes(youth)).isEmpty();
		assertThatThrownBy(() -> this.inbox.submit(task, youth, Map.of("answer", "同意"), InboxStory.key()))
			.isInstanceOf(Refusal.NotAllowed.class);
	}

	@Test
	void theCommitteeAnswersWhereThereIsNoMemberOrNobodyStarted() {
		long empty = this.people.unit(this.college.generalBranch(), UnitKind.BRANCH, "CLASS");
		Actor general = this.people.holder(Roles.GENERAL_BRANCH, this.college.generalBranch());
		opened(this.member.personId(), empty, this.member);
		assertThat(boxes(general)).containsExactly("reply");
		Actor committee = this.people.holder(Roles.BRANCH_COMMITTEE, this.college.branch());
		CaseId nobodys = opened(this.another.personId(), this.college.branch(), Actor.SYSTEM);
		answer(nobodys, this.another, Map.of("answer", "同意"));
		assertThat(boxes(committee)).containsExactly("confirm");
	}

	@Test
	void aStarterWhoHasLeftIsReplacedByTheCommittee() {
		Actor committee = this.people.holder(Roles.BRANCH_COMMITTEE, this.college.branch());
		CaseId caseId = opened(this.another.personId(), this.college.branch(), this.member);
		this.people.departs(this.member.personId());
		answer(caseId, this.another, Map.of("answer", "同意"));
		assertThat(boxes(committee)).containsExactly("confirm");
	}

	@Test
	void auditorsAndAdministratorsStartAndAnswerNothingThoughTheyAreMembers() {
		String task = this.story.task(start(this.member));
		for (String role : List.of(Roles.AUDITOR, Roles.ADMIN)) {
			long person = this.people.member(this.college.branch());
			this.people.appoint(person, role, this.college.county());
			Actor overseer = this.people.actor(person);
			assertThat(this.catalogue.all()).filteredOn(ProcessInfo::startable)
				.allSatisfy((info) -> assertThat(this.rules.whyNot(info, overseer)).as(info.id())
					.hasValueSatisfying((why) -> assertThat(why.key()).isEqualTo("refusal.web.oversees")));
			assertThat(refusedStart(overseer)).isEqualTo("refusal.web.oversees");
			assertThatThrownBy(() -> this.inbox.submit(task, overseer, Map.of("answer", "同意"), InboxStory.key()))
				.isInstanceOfSatisfying(Refusal.NotAllowed.class,
						(why) -> assertThat(why.words().key()).isEqualTo("refusal.web.oversees"));
			assertThatThrownBy(() -> this.inbox.claim(task, overseer)).isInstanceOf(Refusal.NotAllowed.class);
		}
	}

	@Test
	void theHomePageOffersToStartOnlyToWhoMay() {
		long person = this.people.member(this.college.branch());
		assertThat(this.toDos.model(this.people.actor(person)).orElseThrow()).containsEntry("mayStart", true);
		this.people.appoint(person, Roles.AUDITOR, this.college.county());
		assertThat(this.toDos.model(this.people.actor(person)).orElseThrow()).containsEntry("mayStart", false);
	}

	@Test
	void theMenuOffersToStartToEverybodyButWhoeverOnlyOversees() {
		MenuEntry start = new InboxMenu().startMenuEntry();
		assertThat(start.shownTo(this.member)).isTrue();
		for (String role : List.of(Roles.AUDITOR, Roles.ADMIN)) {
			assertThat(start.shownTo(this.people.holder(role, this.college.county()))).as(role).isFalse();
		}
		assertThat(new InboxMenu().inboxMenuEntry().shownTo(this.people.holder(Roles.ADMIN, this.college.county())))
			.isTrue();
	}

	@Test
	void theHistorySaysInEitherLanguageWhatStartingWas() {
		String admission = this.catalogue.find("admission").orElseThrow().version();
		LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
		try {
			assertThat(this.names.begun(admission)).hasValue("提交入团申请书");
			assertThat(this.names.begun(this.catalogue.find("activity").orElseThrow().version())).hasValue("提出活动申报");
			assertThat(this.names.begun(this.catalogue.find("meeting").orElseThrow().version())).hasValue("召集会议");
			LocaleContextHolder.setLocale(Locale.ENGLISH);
			assertThat(this.names.begun(admission)).hasValue("Handed in the application");
		}
		finally {
			LocaleContextHolder.resetLocaleContext();
		}
	}

	@Test
	void anAdministratorWithAPostOfTheLeagueActsInItButAnAuditorNever() {
		long teacher = this.people.member(this.college.branch());
		this.people.appoint(teacher, Roles.ADMIN, this.college.county());
		this.people.appoint(teacher, Roles.BRANCH_SECRETARY, this.college.branch());
		assertThat(start(this.people.actor(teacher))).isNotNull();
		this.people.appoint(teacher, Roles.AUDITOR, this.college.county());
		assertThat(refusedStart(this.people.actor(teacher))).isEqualTo("refusal.web.oversees");
	}

	@Test
	void aDiagramFromBeforeThatNamesNobodyIsStartedByNobody() {
		ProcessInfo info = this.catalogue.find("survey").orElseThrow();
		ProcessInfo silent = new ProcessInfo(info.id(), info.version(), info.number(), info.name(), info.sentence(),
				List.of(), info.begin(), true, info.stages(), info.boxes(), info.outcomes());
		assertThat(this.rules.whyNot(silent, this.member))
			.hasValueSatisfying((why) -> assertThat(why.key()).isEqualTo("refusal.inbox.no-starters"));
	}

	private CaseId start(Actor by) {
		return this.inbox.start("survey", by, Map.of("question", "春游去哪里"), InboxStory.key());
	}

	private String refusedStart(Actor by) {
		try {
			start(by);
			return "started";
		}
		catch (Refusal.NotAllowed refusal) {
			return refusal.words().key();
		}
	}

	private CaseId opened(long subject, long unit, Actor by) {
		return this.transaction.execute((status) -> {
			CaseId caseId = this.cases.open("survey", "征求意见", subject, unit, by);
			this.processes.start("survey", caseId, by, new Answers(Map.of("question", "春游去哪里")));
			return caseId;
		});
	}

	private void answer(CaseId caseId, Actor by, Map<String, Object> answers) {
		this.inbox.submit(this.story.task(caseId), by, answers, InboxStory.key());
	}

	private List<String> boxes(Actor by) {
		return this.lists.page(InboxFilter.of(Tab.TODO), by, 20).rows().stream().map(InboxItem::box).toList();
	}

}
