package org.leagueflow.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Pinyin;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.meeting.Hall.Branch;
import org.leagueflow.people.PersonChoice;
import org.leagueflow.voting.Outcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A meeting through the browser's requests, by the secretary and two tellers. */
@StoryTest
class MeetingPagesTests {

	@Autowired
	Hall hall;

	@Autowired
	DecidedItems decided;

	@Autowired
	MeetingService meetings;

	@Autowired
	Meetings rows;

	@Autowired
	AttendanceService attendance;

	@Autowired
	MockMvc mvc;

	@Test
	void aSecretaryCallsAMeetingTwoTellersCountAndTheMinutesAreAWordFile() throws Exception {
		Branch branch = this.hall.branch(6);
		long secretary = branch.voters().get(0);
		CaseId candidate = this.hall.waits(branch);
		long entry = this.hall.agenda.waiting(branch.college().branch(), MeetingKind.BRANCH_GENERAL_MEETING)
			.get(0)
			.id();
		page(secretary, "/meetings").andExpect(content().string(containsString("/meetings/convene")));
		page(secretary, "/meetings/convene?unit=" + branch.college().branch() + "&kind=BRANCH_GENERAL_MEETING")
			.andExpect(content().string(containsString("entry-" + entry)));
		String made = send(secretary, "/meetings/convene", "unit", branch.college().branch(), "kind",
				"BRANCH_GENERAL_MEETING", "place", "三教201", "startsAt", this.hall.clock.localNow().plusMinutes(5),
				"chair", secretary, "recorder", secretary, "entries", entry)
			.andExpect(redirectedUrlPattern("/meetings/*"))
			.andReturn()
			.getResponse()
			.getRedirectedUrl();
		long meeting = Long.parseLong(made.substring("/meetings/".length()));
		send(secretary, made + "/invite").andExpect(status().isFound());
		for (long voter : branch.voters().subList(0, 5)) {
			room(secretary, made + "/arrive", voter);
		}
		send(secretary, made + "/open").andExpect(status().isFound());
		send(secretary, made + "/guests", "guest", "辅导员").andExpect(status().isFound());
		long item = this.hall.item(meeting, candidate, branch);
		send(secretary, made + "/items/" + item + "/ballot", "tellerOne", branch.voters().get(1), "tellerTwo",
				branch.voters().get(2))
			.andExpect(status().isFound());
		count(made, item, branch);
		assertThat(this.decided.of(candidate)).extracting(ItemDecided::outcome).containsExactly(Outcome.PASSED);
		page(branch.voters().get(5), made).andExpect(content().string(containsString("赞成 4 票")));
		finish(secretary, made);
	}

	private void room(long secretary, String path, long voter) throws Exception {
		this.mvc
			.perform(as(secretary, post(path)).param("person", Long.toString(voter))
				.header("HX-Request", "true")
				.header("HX-Target", "room"))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("id=\"room\"")))
			.andExpect(content().string(not(containsString("<html"))));
	}

	private void count(String made, long item, Branch branch) throws Exception {
		String path = made + "/items/" + item + "/count";
		long one = branch.voters().get(1);
		long two = branch.voters().get(2);
		page(one, path).andExpect(content().string(containsString("handedOut")));
		enter(one, path, 5, 4).andExpect(status().isFound());
		page(two, path).andExpect(content().string(not(containsString("value=\"4\""))));
		enter(two, path, 5, 5).andExpect(status().isFound());
		page(one, path).andExpect(content().string(containsString("notice-bad")));
		page(two, path).andExpect(content().string(containsString("notice-bad")));
		enter(one, path, 4, 4).andExpect(status().isUnprocessableEntity());
		enter(one, path, 5, 4).andExpect(status().isFound());
		enter(one, path, 5, 4).andExpect(status().isConflict());
		enter(two, path, 5, 4).andExpect(status().isFound());
		enter(two, path, 5, 4).andExpect(status().isConflict());
		page(one, path).andExpect(content().string(containsString("赞成 4 票")));
	}

	private void finish(long secretary, String made) throws Exception {
		send(secretary, made + "/close").andExpect(status().isFound());
		send(secretary, made + "/close").andExpect(status().isConflict());
		send(secretary, made + "/minutes", "minutes", " ").andExpect(status().isUnprocessableEntity());
		send(secretary, made + "/minutes", "minutes", "同意接收 <script>alert(1)</script>").andExpect(status().isFound());
		page(secretary, made + "/minutes").andExpect(content().string(containsString("&lt;script&gt;")));
		send(secretary, made + "/sign").andExpect(status().isFound());
		byte[] word = page(secretary, made + "/minutes.docx").andReturn().getResponse().getContentAsByteArray();
		try (XWPFWordExtractor text = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(word)))) {
			assertThat(text.getText()).contains("应到 6 人，实到 5 人", "赞成 4 票", "同意接收", "列席：辅导员");
		}
	}

	@Test
	void tellersCandidatesAndOutsidersAreRefusedWhatIsNotTheirs() throws Exception {
		Branch branch = this.hall.branch(6);
		CaseId candidate = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 5);
		long item = this.hall.item(meeting, candidate, branch);
		String path = "/meetings/" + meeting;
		long self = this.hall.cases.card(candidate).subjectPersonId();
		send(branch.voters().get(0), path + "/items/" + item + "/ballot", "tellerOne", self, "tellerTwo",
				branch.voters().get(2))
			.andExpect(status().isUnprocessableEntity());
		this.hall.ballot(meeting, item, branch);
		this.mvc.perform(as(branch.voters().get(3), get(path + "/items/" + item + "/count")))
			.andExpect(status().isForbidden());
		enter(branch.voters().get(3), path + "/items/" + item + "/count", 5, 5).andExpect(status().isForbidden());
		send(branch.voters().get(1), path + "/close").andExpect(status().isForbidden());
		long stranger = this.hall.branch(1).voters().get(0);
		this.mvc.perform(as(stranger, get(path))).andExpect(status().isNotFound());
		this.mvc.perform(as(stranger, get(path + "/minutes.docx"))).andExpect(status().isNotFound());
		this.mvc.perform(as(branch.voters().get(1), get("/meetings/convene"))).andExpect(status().isForbidden());
		this.mvc.perform(as(branch.voters().get(0), get("/meetings/999999999"))).andExpect(status().isNotFound());
		enter(branch.voters().get(1), path + "/items/" + item + "/count", -1, 5).andExpect(status().is4xxClientError());
	}

	/** All are ticked but two, of whom one has leave; who is unticked later has gone. */
	@Test
	void theRollIsCalledInOneAct() throws Exception {
		Branch branch = this.hall.branch(6);
		long secretary = branch.voters().get(0);
		long meeting = this.hall.convened(branch);
		this.meetings.invite(meeting, branch.secretary());
		String path = "/meetings/" + meeting;
		page(secretary, path).andExpect(content().string(containsString("call-and-open")));
		Object[] here = branch.voters().subList(0, 4).toArray();
		send(secretary, path + "/roll-call", "here", here[0], "here", here[1], "here", here[2], "here", here[3],
				"excused", branch.voters().get(4), "open", "true")
			.andExpect(status().isFound());
		MeetingPage page = this.hall.page(meeting, branch);
		assertThat(page.state()).isEqualTo(Meeting.State.OPEN);
		assertThat(page.presence().came()).hasSize(4);
		assertThat(page.presence().excused()).extracting(MeetingPage.RollLine::personId)
			.containsExactly(branch.voters().get(4));
		this.attendance.arrive(meeting, branch.voters().get(5), branch.secretary());
		send(secretary, path + "/roll-call", "was", here[0], "was", here[1], "was", here[2], "was", here[3], "here",
				here[0], "here", here[1], "here", here[2])
			.andExpect(status().isFound());
		assertThat(this.hall.page(meeting, branch).bar().present()).as("one went, one came meanwhile").isEqualTo(4);
		send(branch.voters().get(1), path + "/roll-call", "here", here[0]).andExpect(status().isForbidden());
		long stranger = this.hall.branch(1).voters().get(0);
		send(secretary, path + "/roll-call", "here", stranger).andExpect(status().isUnprocessableEntity());
	}

	/** Papers of two items wait for their count; each teller enters both on one page. */
	@Test
	void allItemsOnPaperAreCountedOnOneSheet() throws Exception {
		Branch branch = this.hall.branch(6);
		CaseId one = this.hall.waits(branch);
		CaseId two = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 5);
		long first = this.hall.item(meeting, one, branch);
		long second = this.hall.item(meeting, two, branch);
		String path = "/meetings/" + meeting;
		this.hall.ballot(meeting, first, branch);
		MeetingPage.ItemLine next = this.hall.page(meeting, branch).items().get(1);
		assertThat(List.of(next.naming().one(), next.naming().two())).as("the tellers are remembered")
			.containsExactly(branch.voters().get(1), branch.voters().get(2));
		assertThatThrownBy(() -> this.meetings.openBallot(meeting, second, List.of(), BallotMode.ELECTRONIC,
				new Tellers(branch.voters().get(1), branch.voters().get(2)), true, branch.secretary()))
			.as("phones vote on one item at a time")
			.isInstanceOf(Refusal.Conflict.class);
		this.hall.ballot(meeting, second, branch);
		long teller = branch.voters().get(1);
		this.mvc.perform(as(teller, get(path + "/items/" + first + "/count")))
			.andExpect(redirectedUrl(path + "/count"));
		sheet(teller, path, first, 5, second, 9).andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("value=\"9\"")));
		sheet(teller, path, first, 5, second, 4).andExpect(status().isFound());
		String seen = page(branch.voters().get(2), path + "/count").andReturn().getResponse().getContentAsString();
		assertThat(seen).as("nothing of the other's count").doesNotContain("value=\"5\"", "value=\"4\"");
		sheet(branch.voters().get(2), path, first, 5, second, 3).andExpect(status().isFound());
		assertThat(this.decided.of(one)).extracting(ItemDecided::outcome).containsExactly(Outcome.PASSED);
		assertThat(this.decided.of(two)).as("the two counts differ").isEmpty();
		page(teller, path + "/count").andExpect(content().string(containsString("结果不一致")));
		sheet(teller, path, second, 3).andExpect(status().isFound());
		sheet(branch.voters().get(2), path, second, 3).andExpect(status().isFound());
		assertThat(this.decided.of(two)).hasSize(1);
		send(teller, path + "/count").andExpect(status().isUnprocessableEntity());
		this.mvc.perform(as(branch.voters().get(3), get(path + "/count"))).andExpect(status().isForbidden());
		send(branch.voters().get(0), path + "/close").andExpect(redirectedUrl(path + "/minutes"));
		send(branch.voters().get(0), path + "/minutes", "minutes", "议定。", "sign", "true").andExpect(status().isFound());
		assertThat(this.hall.outcome(meeting)).isEqualTo("held");
	}

	/** So many of five in favour, item by item. */
	private ResultActions sheet(long teller, String path, long... itemsAndVotes) throws Exception {
		List<Object> fields = new ArrayList<>();
		for (int i = 0; i < itemsAndVotes.length; i += 2) {
			String item = "item-" + itemsAndVotes[i] + "-";
			long against = Math.max(0, 5 - itemsAndVotes[i + 1]);
			fields.addAll(List.of(item + "handedOut", 5, item + "returned", 5, item + "papers-0-FOR",
					itemsAndVotes[i + 1], item + "papers-0-AGAINST", against));
		}
		return send(teller, path + "/count", fields.toArray());
	}

	@Test
	void aMeetingThatNobodyOpenedSaysSoAndCanBePutOffOrCalledOff() throws Exception {
		Branch branch = this.hall.branch(4);
		long secretary = branch.voters().get(0);
		CaseId waiting = this.hall.waits(branch);
		long meeting = this.hall.convened(branch);
		this.meetings.invite(meeting, branch.secretary());
		String path = "/meetings/" + meeting;
		Duration before = this.hall.clock.offset();
		try {
			page(secretary, path).andExpect(content().string(not(containsString("未召开"))));
			this.hall.clock.offset(before.plusDays(3));
			page(secretary, path).andExpect(content().string(containsString("未召开")))
				.andExpect(content().string(containsString(path + "/cancel")));
			page(secretary, "/meetings").andExpect(content().string(containsString(path + "#move")));
			page(secretary, "/").andExpect(content().string(containsString(path + "#move")));
			page(secretary, "/cases/" + this.rows.findById(meeting).orElseThrow().caseId().value())
				.andExpect(content().string(containsString("未召开")))
				.andExpect(content().string(containsString(path + "#move")));
			theStepSaysSoToo(secretary, meeting);
			page(branch.voters().get(2), path).andExpect(content().string(containsString("未召开")));
			page(branch.voters().get(2), "/").andExpect(content().string(not(containsString(path + "#move"))));
			send(secretary, path + "/move", "startsAt", this.hall.clock.localNow().plusHours(1), "place", "三教202")
				.andExpect(status().isFound());
			page(secretary, path).andExpect(content().string(not(containsString("未召开"))));
			this.hall.clock.offset(before.plusDays(4));
			assertThat(this.hall.agenda.waiting(branch.college().branch(), MeetingKind.BRANCH_GENERAL_MEETING))
				.isEmpty();
			send(secretary, path + "/cancel").andExpect(status().isFound());
			assertThat(this.hall.agenda.waits(waiting, "admission-branchMeeting")).isTrue();
			assertThat(this.hall.agenda.waiting(branch.college().branch(), MeetingKind.BRANCH_GENERAL_MEETING))
				.hasSize(1);
			page(secretary, "/meetings").andExpect(content().string(not(containsString(path + "#move"))));
		}
		finally {
			this.hall.clock.offset(before);
		}
	}

	/** In the to-do list, on the home page and above the form of the step. */
	private void theStepSaysSoToo(long secretary, long meeting) throws Exception {
		String task = this.hall.tasks.open(this.rows.findById(meeting).orElseThrow().caseId()).get(0).id();
		for (String list : new String[] { "/inbox", "/" }) {
			String shown = page(secretary, list).andReturn().getResponse().getContentAsString();
			String row = shown.substring(shown.indexOf("/inbox/" + task));
			row = row.substring(0, row.indexOf("</li>"));
			assertThat(row).as(list).contains("未召开").doesNotContain("开始签到");
			if (list.equals("/inbox")) {
				assertThat(row).contains("/meetings/" + meeting + "#move", "/meetings/" + meeting + "#call-off");
			}
		}
		String step = page(secretary, "/inbox/" + task).andReturn().getResponse().getContentAsString();
		assertThat(step.indexOf("会议没有宣布开会")).isPositive()
			.isEqualTo(step.lastIndexOf("会议没有宣布开会"))
			.isLessThan(step.indexOf("data-form-schema"));
	}

	@Test
	void whoTakesTheChairIsListedByPinyinTheCommitteeFirstAndFoundByTyping() throws Exception {
		Branch branch = this.hall.branch(5);
		ConvenePage page = this.hall.pages.convene(branch.college().branch(), null, null, null, branch.secretary());
		assertThat(page.leaders().get(0).id()).isEqualTo(branch.voters().get(0));
		assertThat(page.leaders().stream().skip(1).map(PersonChoice::name)).isSortedAccordingTo(Pinyin.ORDER)
			.hasSize(4);
		PersonChoice sought = page.leaders().get(3);
		assertThat(this.hall.pages.convene(branch.college().branch(), null, null, sought.name(), branch.secretary())
			.leaders()).extracting(PersonChoice::id).contains(branch.voters().get(0), sought.id());
		page(branch.voters().get(0), "/meetings/convene?q=" + "nobody")
			.andExpect(content().string(containsString("data-picker")));
	}

	@Test
	void aTellerFindsThePapersToCountOnTheHomePageUntilTheyAreCounted() throws Exception {
		Branch branch = this.hall.branch(6);
		CaseId candidate = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 5);
		long item = this.hall.item(meeting, candidate, branch);
		this.hall.ballot(meeting, item, branch);
		String link = "/meetings/" + meeting + "/items/" + item + "/count";
		this.mvc.perform(as(branch.voters().get(1), get("/"))).andExpect(content().string(containsString(link)));
		this.mvc.perform(as(branch.voters().get(3), get("/"))).andExpect(content().string(not(containsString(link))));
		this.hall.count(meeting, item, branch, 1, Hall.papers(5, 5));
		this.mvc.perform(as(branch.voters().get(1), get("/"))).andExpect(content().string(not(containsString(link))));
		this.mvc.perform(as(branch.voters().get(2), get("/"))).andExpect(content().string(containsString(link)));
	}

	@Test
	void theCodeOnTheWallIsAskedForAgain() throws Exception {
		Branch branch = this.hall.branch(3);
		long meeting = this.hall.convened(branch.college().branch(), MeetingKind.BRANCH_GENERAL_MEETING,
				branch.secretary());
		this.meetings.invite(meeting, branch.secretary());
		this.attendance.beginCheckIn(meeting, branch.secretary());
		this.mvc.perform(as(branch.secretary().personId(), get("/meetings/" + meeting + "/code")))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("code-card")));
	}

	@Test
	void whoIsNoMemberReadsOnlyOfMeetingsThatExpectThem() throws Exception {
		Branch branch = this.hall.branch(5);
		CaseId caseId = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 5);
		long candidate = this.hall.cases.card(caseId).subjectPersonId();
		long classmate = this.hall.people.youth(branch.college().branch(), this.hall.clock.today().minusYears(16));
		String path = "/meetings/" + meeting;
		page(candidate, path).andExpect(status().isOk());
		page(branch.voters().get(4), path + "/minutes").andExpect(status().isOk());
		for (String closed : new String[] { path, path + "/minutes", path + "/minutes.docx", path + "/now" }) {
			this.mvc.perform(as(classmate, get(closed))).andExpect(status().isNotFound());
		}
		page(classmate, "/meetings").andExpect(content().string(not(containsString(path))));
	}

	@Test
	void aMemberWithoutPostsFindsTheBranchsMeetings() throws Exception {
		Branch branch = this.hall.branch(3);
		long meeting = this.hall.convened(branch);
		page(branch.voters().get(2), "/meetings").andExpect(content().string(containsString("/meetings/" + meeting)));
		page(branch.voters().get(2), "/meetings/" + meeting)
			.andExpect(content().string(not(containsString("/invite"))));
	}

	private ResultActions enter(long teller, String path, int papers, int inFavour) throws Exception {
		return send(teller, path, "handedOut", papers, "returned", papers, "papers-0-FOR", inFavour, "papers-0-AGAINST",
				papers - inFavour, "papers-0-ABSTAIN", 0, "papers-spoilt", 0);
	}

	private ResultActions page(long person, String path) throws Exception {
		return this.mvc.perform(as(person, get(path))).andExpect(status().isOk());
	}

	private ResultActions send(long person, String path, Object... fields) throws Exception {
		MockHttpServletRequestBuilder request = as(person, post(path));
		for (int i = 0; i < fields.length; i += 2) {
			request.param((String) fields[i], fields[i + 1].toString());
		}
		return this.mvc.perform(request);
	}

	private MockHttpServletRequestBuilder as(long person, MockHttpServletRequestBuilder request) {
		return request.with(user(new TestPrincipal(this.hall.people.actor(person)))).with(csrf());
	}

}
