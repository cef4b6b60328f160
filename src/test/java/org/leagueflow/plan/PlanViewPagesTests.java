package org.leagueflow.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.plan.PlanStory.Told;
import org.leagueflow.plan.PlanYear.Told2025;
import org.leagueflow.web.Principal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What people take from a plan that holds, and how they plan it anew. */
@StoryTest
class PlanViewPagesTests {

	@Autowired
	PlanYear year;

	@Autowired
	PlanStory story;

	@Autowired
	PlanReportService reports;

	@Autowired
	PlanCopyService copies;

	@Autowired
	ReplanService replans;

	@Autowired
	MockMvc mvc;

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
	}

	@Test
	void bulletinsCountUpToTheirDay() throws Exception {
		Told2025 told = this.year.tell();
		long plan = told.told().plan;
		Actor office = told.told().office.by(0);
		PlanReport april = this.reports.report(plan, 4, office);
		assertThat(april.counts()).as("begun, done, under way, overdue, ended otherwise on 15 April")
			.isEqualTo(new PlanReport.Counts(5, 1, 3, 1, 0));
		assertThat(april.counts().percentDone()).isEqualTo("20.0");
		assertThat(april.doneInMonth()).as("done on 20 March").isZero();
		assertThat(april.overdue().stream().map((one) -> one.line().itemId())).containsExactly(told.late());
		assertThat(april.underWay().stream().map((one) -> one.line().itemId() + " " + one.pace()))
			.containsExactly(told.running() + " AHEAD", told.twice() + " OTHER", told.year() + " BEHIND");
		assertThat(april.units().stream().map(PlanReport.Unit::counts)).containsExactly(april.counts());
		PlanReport march = this.reports.report(plan, 3, office);
		assertThat(march.day()).isEqualTo(LocalDate.of(2025, 3, 31));
		assertThat(march.counts()).as("what was due that day is late at its end")
			.isEqualTo(new PlanReport.Counts(4, 1, 2, 1, 0));
		assertThat(march.units().stream().map(PlanReport.Unit::counts)).containsExactly(march.counts());
		assertThat(march.doneInMonth()).isEqualTo(1);
		assertThat(march.indicators().stream().map((one) -> one.now().value() + " " + one.now().pace()))
			.as("what was reported in April is not in March")
			.containsExactly("700 AHEAD", "– OTHER", "– MISSING");
		assertThat(march.before()).isNull();
		assertThat(this.reports.report(plan, 0, office).counts()).isEqualTo(april.counts());
		for (int month : new int[] { -1, 5, 13 }) {
			assertThatThrownBy(() -> this.reports.report(plan, month, office)).isInstanceOf(Refusal.Invalid.class);
		}
		String page = page("/plan/" + plan + "/report?month=3", office);
		assertThat(page).contains("2025年3月工作计划完成情况通报", "累计办结 1 项（25.0%），其中本月办结 1 项；在办 2 项，逾期 1 项", "提前完成 1", "没有上年同期");
		try (XWPFDocument word = new XWPFDocument(
				new ByteArrayInputStream(bytes("/plan/" + plan + "/report.docx?month=3", office)))) {
			assertThat(new XWPFWordExtractor(word).getText()).contains("累计办结 1 项（25.0%）", "启动培训", "2025-03-20", "28.0%")
				.doesNotContain("{{", "[number]");
			assertThat(word.getTables()).hasSize(5);
			assertThat(word.getTables().get(2).getRows()).as("a heading and one overdue item").hasSize(2);
		}
		byte[] pdf = bytes("/plan/" + plan + "/report.pdf?month=0", office);
		try (var document = Loader.loadPDF(pdf)) {
			assertThat(new PDFTextStripper().getText(document)).contains("2025年工作计划完成情况总结", "办结 1 项（20.0%）", "百生讲坛");
		}
		try (XSSFWorkbook workbook = new XSSFWorkbook(
				new ByteArrayInputStream(bytes("/plan/" + plan + "/year.xlsx", office)))) {
			assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
			XSSFSheet months = workbook.getSheetAt(1);
			assertThat(
					IntStream.rangeClosed(2, 5).mapToObj((row) -> months.getRow(row).getCell(0).getStringCellValue()))
				.as("one cell for a month")
				.containsExactly("3月", "", "3、9月", "4月");
			assertThat(months.getMergedRegions()).extracting((range) -> range.formatAsString()).contains("A3:A4");
			assertThat(months.getRow(2).getCell(4).getStringCellValue()).isEqualTo("培训人数 ≥ 2500 人次（700）");
		}
	}

	@Test
	void lastYearIsComparedWithAndCopiedWithoutWhoeverLeft() throws Exception {
		Told2025 told = this.year.tell();
		Actor office = told.told().office.by(0);
		List<Long> staff = told.told().office.staff();
		String left = this.story.directory.person(staff.get(1)).name();
		this.story.people.departs(staff.get(1));
		String edition = sent(post("/plan/" + told.told().plan + "/copy"), office);
		PlanContent copy = this.story.contents.of(Long.parseLong(edition.replaceAll(".*/", "")));
		assertThat(copy.lines().stream().map(PlanLine::content)).containsExactly("着力打造实践育人共同体", "启动培训", "春季调研", "百生讲坛",
				"学生会座谈", "每月团课");
		PlanLine early = copy.lines().get(1);
		assertThat(early.spans()).containsExactly(new PlanSpan(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31)));
		assertThat(early.mainTasks()).containsExactly(copy.lines().get(0).itemId());
		assertThat(early.indicators()).isEqualTo(copy.lines().get(0).indicators());
		assertThat(early.lead().orElseThrow().id()).isEqualTo(staff.get(0));
		PlanLine late = copy.lines().get(2);
		assertThat(late.lead()).as("whoever left leads nothing").isEmpty();
		assertThat(late.owners()).containsExactly(new PlanOwner(PlanOwnerKind.NAMED, null, left + "（已离开）", false));
		assertThat(early.coOwners()).hasSize(1);
		assertThat(page(edition, office)).contains(left + "（已离开）", "没有牵头人");
		assertThat(copy.indicators()).hasSize(3);
		assertThatThrownBy(() -> this.copies.copy(told.told().plan, office)).as("twice")
			.isInstanceOf(Refusal.Conflict.class);
		Actor member = this.story.people.actor(this.story.people.member(told.told().office.units().branch()));
		assertThatThrownBy(() -> this.copies.copy(told.told().plan, member)).isInstanceOf(Refusal.NotAllowed.class);
		long next = this.story.editions.of(Long.parseLong(edition.replaceAll(".*/", ""))).planId();
		Told copied = new Told(this.story, told.told().office, next);
		copied.rewrites(late.itemId(), "lead", told.told().office.named(0));
		copied.published();
		this.story.at(LocalDate.of(2026, 4, 15));
		PlanReport report = this.reports.report(next, 4, office);
		assertThat(report.before()).as("15 April of last year").isEqualTo(new PlanReport.Counts(5, 1, 3, 1, 0));
		assertThat(report.indicators().get(0).before()).isEqualTo("700");
		assertThat(report.counts().all()).isZero();
	}

	@Test
	void aBarIsMovedInADraftAndNeverSilently() throws Exception {
		Told2025 told = this.year.tell();
		long plan = told.told().plan;
		Actor office = told.told().office.by(0);
		String gantt = "/plan/" + plan + "/gantt";
		assertThat(page(gantt, office)).contains("left:24.658%;width:8.219%", "写入调整草稿");
		Actor member = this.story.people.actor(this.story.people.member(told.told().office.units().branch()));
		assertThat(page(gantt, member)).doesNotContain("写入调整草稿");
		String span = told.running() + ":2025-04-01";
		assertThat(body(post(gantt).param("span", span).param("from", "2025-05-01").param("to", "2025-05-20"), office,
				422))
			.as("not without a reason, and nothing typed is lost")
			.contains("2025-05-20");
		body(post(gantt).param("span", span)
			.param("from", "2025-05-01")
			.param("to", "2025-04-20")
			.param("reason", "改期"), office, 422);
		assertThat(told.told().plan().openId()).as("no draft is left behind by a refusal").isNull();
		body(post(gantt).param("span", span)
			.param("from", "2025-05-01")
			.param("to", "2025-05-20")
			.param("reason", "改期"), member, 403);
		String edition = sent(post(gantt).param("span", span)
			.param("from", "2025-05-01")
			.param("to", "2025-05-20")
			.param("reason", "场地改期"), office);
		long draft = Long.parseLong(edition.replaceAll(".*/", ""));
		PlanSpan moved = new PlanSpan(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 5, 20));
		assertThat(this.story.contents.of(draft).line(told.running()).orElseThrow().spans()).containsExactly(moved);
		assertThat(told.told().holds().line(told.running()).orElseThrow().spans()).as("what holds stays")
			.containsExactly(new PlanSpan(LocalDate.of(2025, 4, 1), LocalDate.of(2025, 4, 30)));
		assertThat(this.story.editions.of(draft).reason()).isEqualTo("场地改期");
		assertThat(sent(post(gantt).param("span", told.twice() + ":2025-09-01")
			.param("from", "2025-10-01")
			.param("to", "2025-10-31"), office)).as("the same draft").isEqualTo(edition);
		assertThat(this.story.contents.of(draft).line(told.twice()).orElseThrow().spans()).containsExactly(
				new PlanSpan(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 31)),
				new PlanSpan(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 31)));
		body(post(gantt).param("span", span).param("from", "2025-06-01").param("to", "2025-06-20"), office, 409);
		body(post(gantt).param("span", "x").param("from", "2025-06-01").param("to", "2025-06-20"), office, 422);
	}

	@Test
	void calendarsAreReadByASecretAddressUntilItIsRenewed() throws Exception {
		Told2025 told = this.year.tell();
		Actor helper = this.story.people.actor(told.told().office.staff().get(1));
		assertThat(page("/plan/calendar", helper)).contains("生成地址");
		String first = address(helper, 0);
		Calendar own = read(first);
		assertThat(own.getComponents(Component.VEVENT).stream().map((event) -> value(event, Property.SUMMARY)))
			.as("what is led and what is joined")
			.containsExactly("启动培训", "春季调研");
		Component early = own.getComponents(Component.VEVENT).get(0);
		assertThat(value(early, Property.DTSTART)).isEqualTo("20250301");
		assertThat(value(early, Property.DTEND)).as("the day after the last").isEqualTo("20250401");
		assertThat(value(early, Property.UID)).startsWith("plan-item-" + told.early() + "-1@");
		assertThat(value(early, Property.DESCRIPTION)).contains("牵头", "培训人数 ≥ 2500 人次");
		String second = address(helper, 0);
		assertThat(second).isNotEqualTo(first);
		assertThat(feed(first).getStatus()).as("the old address").isEqualTo(404);
		assertThat(value(read(second).getComponents(Component.VEVENT).get(0), Property.UID))
			.isEqualTo(value(early, Property.UID));
		assertThat(page("/plan/calendar", helper)).as("shown once").doesNotContain("/plan/feed/");
		long unit = told.told().office.units().committee();
		Actor member = this.story.people.actor(this.story.people.member(told.told().office.units().branch()));
		String ofUnit = address(member, unit);
		assertThat(read(ofUnit).getComponents(Component.VEVENT)).as("all spans of the unit's plan").hasSize(6);
		body(post("/plan/calendar").param("unit", Long.toString(unit)), this.story.office().by(0), 404);
		this.story.people.departs(member.personId());
		assertThat(feed(ofUnit).getStatus()).as("of somebody who left").isEqualTo(404);
		sent(post("/plan/calendar/end").param("unit", "0"), helper);
		assertThat(feed(second).getStatus()).isEqualTo(404);
		assertThat(feed("/plan/feed/" + "A".repeat(43) + ".ics").getStatus()).isEqualTo(404);
	}

	@Test
	void textsAreEscapedAndLinesFoldedByOctets() throws Exception {
		String content = "讲座,研讨;总结\\归档：" + "𠮷".repeat(40) + "完";
		PlanLine line = new PlanLine(7, 1, PlanItemKind.MONTHLY, 1, null, null, content, null, null, null, null, null,
				null, null, FiveHaves.NONE, null, null, List.of(), List.of(), List.of(), List.of());
		PlanCalendar calendar = new PlanCalendar("计划", "https://league.example.org");
		calendar.add(line, 2, new PlanSpan(LocalDate.of(2025, 12, 1), LocalDate.of(2025, 12, 31)), "第一行\n第二行",
				Instant.parse("2025-03-01T00:00:00Z"), 3);
		String written = calendar.write();
		assertThat(written.split("\r\n"))
			.allSatisfy((row) -> assertThat(row.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
		assertThat(written.replace("\r\n ", "")).contains("SUMMARY:讲座\\,研讨\\;总结\\\\归档", "DESCRIPTION:第一行\\n第二行",
				"DTSTART;VALUE=DATE:20251201", "DTEND;VALUE=DATE:20260101", "UID:plan-item-7-2@league.example.org");
		Component event = new CalendarBuilder().build(new StringReader(written)).getComponents(Component.VEVENT).get(0);
		assertThat(value(event, Property.SUMMARY)).isEqualTo(content);
	}

	private static String value(Component event, String property) {
		return event.getProperty(property).orElseThrow().getValue();
	}

	private String address(Actor by, long unit) throws Exception {
		String page = body(post("/plan/calendar").param("unit", Long.toString(unit)), by, 200);
		Matcher address = Pattern.compile("(/plan/feed/[A-Za-z0-9_-]{43}[.]ics)").matcher(page);
		assertThat(address.find()).isTrue();
		return address.group(1);
	}

	private MockHttpServletResponse feed(String address) throws Exception {
		return this.mvc.perform(get(address)).andReturn().getResponse();
	}

	private Calendar read(String address) throws Exception {
		MockHttpServletResponse response = feed(address);
		assertThat(response.getStatus()).isEqualTo(200);
		assertThat(response.getContentType()).startsWith("text/calendar");
		return new CalendarBuilder().build(new StringReader(response.getContentAsString(StandardCharsets.UTF_8)));
	}

	private String page(String path, Actor by) throws Exception {
		return body(get(path), by, 200);
	}

	private byte[] bytes(String path, Actor by) throws Exception {
		return this.mvc.perform(get(path).with(Principal.signedIn(by)))
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
	}

	private String body(MockHttpServletRequestBuilder request, Actor by, int status) throws Exception {
		MockHttpServletResponse response = this.mvc.perform(request.with(csrf()).with(Principal.signedIn(by)))
			.andReturn()
			.getResponse();
		assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(status);
		return response.getContentAsString();
	}

	private String sent(MockHttpServletRequestBuilder request, Actor by) throws Exception {
		MockHttpServletResponse response = this.mvc.perform(request.with(csrf()).with(Principal.signedIn(by)))
			.andReturn()
			.getResponse();
		assertThat(response.getRedirectedUrl()).as(response.getContentAsString()).isNotNull();
		return response.getRedirectedUrl();
	}

}
