package org.leagueflow.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.paper.PaperPlan;
import org.leagueflow.plan.PlanStory.Told;
import org.leagueflow.web.Principal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What people see and send on the pages of plans. */
@StoryTest
class PlanPagesTests {

	@Autowired
	PlanStory story;

	@Autowired
	AssignmentStartJob job;

	@Autowired
	Assignments assignments;

	@Autowired
	SupervisionService supervision;

	@Autowired
	MockMvc mvc;

	@BeforeEach
	void begin() {
		this.story.begin();
	}

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
	}

	@Test
	void aPaperIsBroughtLookedThroughAndSavedAsADraft() throws Exception {
		var office = this.story.office();
		Actor by = office.by(0);
		assertThat(page("/plan/papers", by)).contains("粘贴计划");
		String unit = Long.toString(office.units().committee());
		String again = body(post("/plan/papers").param("unit", unit).param("year", "二三").param("text", "一段文字"), by,
				422);
		assertThat(again).contains("四位数字", "一段文字");
		body(multipart("/plan/papers")
			.file(new MockMultipartFile("file", "旧.docx", null,
					new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A,
							(byte) 0xE1 }))
			.param("unit", unit), by, 422);
		byte[] word = java.nio.file.Files.readAllBytes(java.nio.file.Path.of("src/test/resources/plan/plan-2023.docx"));
		String paper = sent(multipart("/plan/papers").file(new MockMultipartFile("file", "方案.docx", null, word))
			.param("unit", unit), by);
		String read = page(paper, by);
		assertThat(read).contains("方案.docx", "读出 66 个事项", "培训人数不少于2500人次", "指导思想", "表 1 第 2 行");
		body(get(paper), this.story.office().by(0), 404);
		PaperPlan plan = org.leagueflow.paper.PaperReader
			.read(java.nio.file.Path.of("src/test/resources/plan/plan-2023.docx"));
		int first = plan.items(org.leagueflow.paper.LineKind.MONTHLY_ITEM).get(0).number();
		String wrong = body(post(paper).param("months-" + first, "13"), by, 422);
		assertThat(wrong).contains("“13”不是月份");
		int task = plan.items(org.leagueflow.paper.LineKind.MAIN_TASK).get(3).number();
		String typed = body(post(paper).param("task-" + first, first + " 自己")
			.param("lead-" + first, "林知远")
			.param("indicators-" + first, "讲座三场"), by, 422);
		assertThat(typed).contains("不是这份文件里的主要任务", "林知远", "讲座三场");
		assertThat(typed.split("data-typed=\"1\"", -1)).as("three fields are sent again").hasSize(4);
		String edition = sent(post(paper).param("months-" + first, "2-3")
			.param("task-" + first, Integer.toString(task))
			.param("lead-" + first, "组织部")
			.param("owners-" + first, "林知远、苏晚晴，苏晚晴")
			.param("indicators-" + first, "讲座三场，力争五场；覆盖500人次以上")
			.param("text-" + first, "制定要点（改）")
			.param("kind-" + (first + 1), "NONE"), by);
		PlanContent content = this.story.contents.of(number(edition));
		assertThat(content.of(PlanItemKind.MAIN_TASK)).hasSize(15);
		assertThat(content.of(PlanItemKind.MONTHLY)).as("one was called no item").hasSize(41);
		assertThat(content.of(PlanItemKind.ALL_YEAR)).hasSize(9);
		assertThat(content.of(PlanItemKind.MONTHLY).get(0).spans())
			.containsExactly(new PlanSpan(LocalDate.of(2023, 2, 1), LocalDate.of(2023, 3, 31)));
		PlanLine corrected = content.of(PlanItemKind.MONTHLY).get(0);
		assertThat(corrected.owners()).extracting(PlanOwner::name).containsExactly("组织部", "林知远", "苏晚晴");
		assertThat(corrected.lead().orElseThrow().name()).isEqualTo("组织部");
		assertThat(content.mainTasks(corrected)).singleElement()
			.satisfies((one) -> assertThat(one.title()).startsWith("同心共进共促"));
		assertThat(content.indicators(corrected)).extracting(PlanIndicator::shown)
			.anySatisfy((shown) -> assertThat(shown).contains("3", "场"))
			.anySatisfy((shown) -> assertThat(shown).contains("500", "人次"));
		assertThat(page(edition, by)).contains("制定要点（改）", "2500");
		assertThat(content.indicators().stream().filter((one) -> "人次".equals(one.measure())).count())
			.as("2500 人次 once, two more, and one that was typed")
			.isEqualTo(4);
		assertThat(page(paper, by)).contains("已经存为草稿");
	}

	@Test
	void aPlanIsWrittenAndSubmittedInTheBrowser() throws Exception {
		var office = this.story.office();
		Actor by = office.by(0);
		assertThat(page("/plan", by)).contains("新建计划");
		String edition = sent(post("/plan").param("unit", Long.toString(office.units().committee()))
			.param("year", "2025")
			.param("title", "2025年工作计划"), by);
		assertThat(page(edition, by)).contains("计划没有内容");
		assertThat(page(edition + "/new?kind=MAIN_TASK", by)).contains("达标值");
		sent(post(edition + "/new").param("kind", "MAIN_TASK")
			.param("content", "着力打造实践育人共同体")
			.param("lead", office.named(0))
			.param("indicatorName", "应急救护培训")
			.param("base", "2500")
			.param("unit", "人次"), by);
		String typed = body(post(edition + "/new").param("kind", "MONTHLY")
			.param("content", "启动培训")
			.param("from", "2025-04-01")
			.param("to", "2025-03-01")
			.param("lead", office.named(0)), by, 422);
		assertThat(typed).as("nothing typed is lost").contains("启动培训", "2025-04-01", "起止日都要写");
		sent(post(edition + "/new").param("kind", "MONTHLY")
			.param("content", "启动培训")
			.param("from", "2025-03-01", "2025-09-01")
			.param("to", "2025-03-31", "2025-09-30")
			.param("owners", "组织部"), by);
		assertThat(page(edition, by)).contains("着力打造实践育人共同体", "≥ 2500 人次", "没有牵头人", "3、9月");
		PlanLine line = this.story.contents.of(number(edition)).of(PlanItemKind.MONTHLY).get(0);
		assertThat(page(edition + "/items/" + line.itemId(), by)).contains("组织部", "2025-09-30");
		body(post(edition + "/submit"), by, 422);
		PlanLine main = this.story.contents.of(number(edition)).of(PlanItemKind.MAIN_TASK).get(0);
		sent(post(edition + "/items/" + line.itemId()).param("kind", "MONTHLY")
			.param("content", "启动培训")
			.param("from", "2025-03-01")
			.param("to", "2025-03-31")
			.param("main", Long.toString(main.itemId())), by);
		sent(post(edition + "/inherit"), by);
		sent(post(edition + "/submit"), by);
		assertThat(page(edition, by)).contains("审议中", "撤回审议");
		sent(post(edition + "/recall").param("reason", "再想想"), by);
		assertThat(page("/plan/" + this.story.editions.of(number(edition)).planId(), by)).contains("重新起草", "已撤回");
	}

	private static long number(String edition) {
		return Long.parseLong(edition.substring(edition.lastIndexOf('/') + 1));
	}

	@Test
	void anItemIsReportedOnExtendedAndSupervisedInTheBrowser() throws Exception {
		Told told = this.story.office().drafts();
		long item = told.item("content", "启动培训", "from", "2025-03-01", "to", "2025-03-31", "lead", told.office.named(0),
				"indicatorName", "培训", "base", "2500", "unit", "人次", "stretch", "3000");
		told.published();
		Actor lead = this.story.people.actor(told.office.staff().get(0));
		assertThat(page("/plan/" + told.plan, lead)).contains("启动培训");
		this.job.start();
		Assignment begun = this.assignments.findByItemIdOrderByStartsOn(item).get(0);
		String number = Long.toString(begun.id());
		String path = "/plan/items/" + item;
		assertThat(page(path, lead)).contains("签收");
		this.story.inbox.submit(told.task(begun.caseId(), "accept").id(), lead,
				new HashMap<>(Map.of("verdict", "accept")), PlanStory.key());
		String field = "total-" + told.holds().indicators().get(0).id();
		MockMultipartFile file = new MockMultipartFile("file", "签到表.pdf", "application/pdf",
				"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes());
		sent(multipart(path + "/progress").file(file)
			.param("assignment", number)
			.param(field, "800")
			.param("words", "第一期"), lead);
		assertThat(body(post(path + "/progress").param("assignment", number).param(field, "700").param("words", "重数"),
				lead, 422))
			.as("nothing typed is lost")
			.contains("重数", "请写明理由");
		assertThat(page(path, lead)).contains("累计 800", "佐证 1", "申请延期", "≥ 2500 人次");
		long evidence = this.story.attachments.of(begun.caseId()).get(0).id();
		body(get("/attachments/" + evidence), told.office.by(1), 200);
		body(get("/attachments/" + evidence),
				this.story.people.actor(this.story.people.member(told.office.units().branch())), 404);
		assertThat(page("/plan/mine", lead)).contains("启动培训");
		sent(post(path + "/extensions").param("assignment", number)
			.param("until", "2025-04-10")
			.param("reason", "场地未定")
			.param("progress", "三分之一"), lead);
		Actor office = told.office.by(0);
		assertThat(page("/plan/mine", office)).contains("待答复的延期申请");
		assertThat(page(path, office)).contains("同意延期", "发督查单");
		long request = this.supervision.openOf(begun.id()).get(0).id();
		sent(post(path + "/extensions/" + request).param("granted", "true"), office);
		String slip = sent(post(path + "/slips").param("assignment", number)
			.param("methods", "onSite")
			.param("finding", "进度偏慢")
			.param("demand", "加快")
			.param("limit", "2025-03-20"), office);
		assertThat(page(slip, lead)).contains("进度偏慢", "报送整改情况");
		assertThat(body(post(slip + "/answer").param("answer", " "), lead, 422)).contains("必须填写");
		sent(post(slip + "/answer").param("answer", "已加开两期"), lead);
		assertThat(page(slip, office)).contains("已加开两期", "整改到位，销号");
		sent(post(slip + "/recheck").param("done", "true").param("recheck", "属实"), office);
		sent(post(path + "/hold").param("assignment", number).param("reason", "等场地"), office);
		assertThat(page(path, lead)).contains("等场地", "已销号", "挂账");
		this.story.at(LocalDate.of(2025, 3, 20));
		Actor member = this.story.people.actor(this.story.people.member(told.office.units().branch()));
		assertThat(page(path, member)).as("a reader sees how it stands, no slips")
			.contains("启动培训")
			.doesNotContain("督查单");
		body(get(slip), member, 404);
	}

	@Test
	void anAmendmentShowsWhatItChanges() throws Exception {
		Told told = this.story.office().drafts();
		long item = told.item("启动培训", "2025-04-01", "2025-04-30");
		told.published();
		String edition = sent(post("/plan/" + told.plan + "/amend").param("reason", "改期"), told.office.by(0));
		told.rewrites(item, "to", "2025-05-31");
		assertThat(page(edition, told.office.by(0))).contains("与上一版的差别", "2025-05-31");
		sent(post(edition + "/discard"), told.office.by(0));
		assertThat(page("/plan/" + told.plan, told.office.by(0))).as("what holds stays").contains("已撤回", "现行第 1 版");
		assertThat(told.plan().openId()).isNull();
		body(post(edition + "/discard"), told.office.by(0), 409);
		assertThat(body(get(edition), this.story.people.actor(told.office.staff().get(0)), 404)).isNotEmpty();
	}

	private String page(String path, Actor by) throws Exception {
		return body(get(path), by, 200);
	}

	private String body(MockHttpServletRequestBuilder request, Actor by, int status) throws Exception {
		MvcResult result = this.mvc.perform(request.with(csrf()).with(Principal.signedIn(by))).andReturn();
		assertThat(result.getResponse().getStatus()).as(result.getResponse().getContentAsString()).isEqualTo(status);
		return result.getResponse().getContentAsString();
	}

	private String sent(MockHttpServletRequestBuilder request, Actor by) throws Exception {
		MvcResult result = this.mvc.perform(request.with(csrf()).with(Principal.signedIn(by))).andReturn();
		assertThat(result.getResponse().getRedirectedUrl()).as(result.getResponse().getContentAsString()).isNotNull();
		return result.getResponse().getRedirectedUrl().replaceAll("#.*", "");
	}

}
