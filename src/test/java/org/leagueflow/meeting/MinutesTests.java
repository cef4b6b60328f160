package org.leagueflow.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.ballot.Count;
import org.leagueflow.ballot.Mark;
import org.leagueflow.kernel.Actor;
import org.leagueflow.meeting.Hall.Branch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ContentDisposition;
import org.springframework.test.web.servlet.MockMvc;

/** What the minutes say of ballots, in Word and on their page. */
@StoryTest
class MinutesTests {

	private static final MeetingKind GENERAL = MeetingKind.BRANCH_GENERAL_MEETING;

	@Autowired
	Hall hall;

	@Autowired
	MeetingService meetings;

	@Autowired
	MotionService motions;

	@Autowired
	MinutesDocument document;

	@Autowired
	MockMvc mvc;

	@Test
	void eachBallotOfAnElectionHasItsOwnPaperAndItsOwnCounts() throws Exception {
		Branch branch = this.hall.branch(10);
		long meeting = put(branch, "election", 2, branch.voters().subList(5, 8));
		long item = item(meeting, branch);
		Actor recused = this.hall.people.actor(branch.voters().get(9));
		this.meetings.recuse(meeting, item, recused.personId(), "亲属", recused);
		this.hall.ballot(meeting, item, branch);
		count(meeting, item, branch, 9, inFavour(9, 8, 5, 5));
		this.meetings.openAgain(meeting, item, tellers(branch), List.of(), branch.secretary());
		this.meetings.assist(meeting, item, branch.voters().get(8), branch.voters().get(3), branch.secretary());
		count(meeting, item, branch, 9, inFavour(9, 3, 6));
		this.meetings.close(meeting, branch.secretary());
		MeetingPage page = this.hall.page(meeting, branch);
		String word = word(page);
		List<String> names = branch.voters().stream().map((voter) -> name(page, voter)).toList();
		assertThat(word).contains(names.get(5) + "\t8\t1\t0", names.get(6) + "\t5\t4\t0", names.get(7) + "\t5\t4\t0")
			.as("the second ballot asks only of those tied, and counts anew")
			.contains("票数相同，进行第 2 轮投票", names.get(6) + "\t3\t6\t0", names.get(7) + "\t6\t3\t0")
			.contains("应到会有表决权 10 人，实到 9 人", "空缺 0 名", "回避：" + names.get(9) + "（本人提出）",
					"第 2 轮投票，" + names.get(3) + " 代 " + names.get(8), "监票人（" + names.get(1))
			.as("who counted each of the two ballots")
			.contains("第 1 轮投票。监票人：" + names.get(1) + "、" + names.get(2), "第 2 轮投票（票数相同重投）。监票人：")
			.doesNotContain("亲属");
		assertThat(word).as("a line on the roll for each")
			.contains("1\t" + names.get(0) + "\t应到", "10\t" + names.get(9) + "\t应到")
			.doesNotContain("[name]");
		assertThat(word.indexOf(names.get(5) + "\t8")).isLessThan(word.indexOf(names.get(7) + "\t6"));
		String header = this.mvc
			.perform(get("/meetings/" + meeting + "/minutes.docx").with(user(new TestPrincipal(branch.secretary()))))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getHeader("Content-Disposition");
		assertThat(ContentDisposition.parse(header).getFilename()).startsWith("团支部大会会议记录-" + page.unit() + "-20")
			.endsWith(".docx");
		this.mvc.perform(get("/meetings/" + meeting + "/minutes").with(user(new TestPrincipal(branch.secretary()))))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString(names.get(3) + " 代 " + names.get(8))))
			.andExpect(content().string(containsString(names.get(9) + "（本人提出）")))
			.andExpect(content().string(containsString("第 2 轮")));
	}

	@Test
	void theGradesThatTheCommitteeProposesStandUnderTheCounts() throws Exception {
		Branch branch = this.hall.branch(10);
		long meeting = put(branch, "appraisal", 1, branch.voters());
		long item = item(meeting, branch);
		this.hall.ballot(meeting, item, branch);
		count(meeting, item, branch, 10, graded(10, 9, 8, 8, 7, 0, 0, 0, 0, 0));
		Map<Long, Mark> proposed = new HashMap<>();
		branch.voters().forEach((voter) -> proposed.put(voter, Mark.QUALIFIED));
		branch.voters().subList(0, 3).forEach((voter) -> proposed.put(voter, Mark.EXCELLENT));
		this.meetings.propose(meeting, item, proposed, branch.secretary());
		this.meetings.close(meeting, branch.secretary());
		MeetingPage page = this.hall.page(meeting, branch);
		String excellent = name(page, branch.voters().get(0)) + "、" + name(page, branch.voters().get(1)) + "、"
				+ name(page, branch.voters().get(2));
		assertThat(word(page)).contains("支委会建议等次：优秀 3 人：" + excellent, "支委会建议等次：合格 7 人", "优秀不超过 3 人");
		this.mvc.perform(get("/meetings/" + meeting + "/minutes").with(user(new TestPrincipal(branch.secretary()))))
			.andExpect(content().string(containsString(excellent.replace("、", " · "))));
	}

	private long put(Branch branch, String matter, int seats, List<Long> persons) {
		Motion motion = new Motion(matter, GENERAL, branch.college().branch(), "本次" + matter, List.of(), seats);
		this.motions.put(motion, persons, null, branch.secretary());
		return this.hall.open(branch, branch.voters().size());
	}

	private long item(long meeting, Branch branch) {
		return this.hall.page(meeting, branch).items().get(0).id();
	}

	private static Tellers tellers(Branch branch) {
		return new Tellers(branch.voters().get(1), branch.voters().get(2));
	}

	private static List<Map<Mark, Integer>> inFavour(int papers, int... votes) {
		return IntStream.of(votes).mapToObj((own) -> Map.of(Mark.FOR, own, Mark.AGAINST, papers - own)).toList();
	}

	private static List<Map<Mark, Integer>> graded(int... excellent) {
		return IntStream.of(excellent)
			.mapToObj((own) -> Map.of(Mark.EXCELLENT, own, Mark.QUALIFIED, 10 - own))
			.toList();
	}

	private void count(long meeting, long item, Branch branch, int papers, List<Map<Mark, Integer>> lines) {
		Count nothing = new Count(lines.stream().map((line) -> Map.<Mark, Integer>of()).toList(), 0);
		PaperCount count = new PaperCount(papers, papers, new Count(lines, 0), nothing);
		this.hall.count(meeting, item, branch, 1, count);
		this.hall.count(meeting, item, branch, 2, count);
	}

	private static String name(MeetingPage page, long person) {
		return page.roll().stream().filter((line) -> line.personId() == person).findFirst().orElseThrow().name();
	}

	private String word(MeetingPage page) throws Exception {
		byte[] word = this.document.write(page);
		try (XWPFWordExtractor extractor = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(word)))) {
			return extractor.getText();
		}
	}

}
