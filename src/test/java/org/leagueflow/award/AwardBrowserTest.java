package org.leagueflow.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.BrowserTest;
import org.leagueflow.award.AwardStory.College;
import org.leagueflow.award.AwardStory.Told;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Roles;
import org.leagueflow.marks.MarkFixture;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.people.UnitKind;
import org.leagueflow.scoring.ScoreComponent;
import org.leagueflow.scoring.ScoringScheme;
import org.leagueflow.scoring.TiePolicy;
import org.openqa.selenium.By;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Four awards from their announcement to the certificate. What only awards have is
 * clicked; meetings, notices and objections are taken by use cases, other stories click
 * them.
 */
class AwardBrowserTest extends BrowserTest {

	private static final Path PICTURES = Path.of("target/screenshots");

	@Autowired
	AwardStory story;

	@Autowired
	ShippedAwards shipped;

	@Autowired
	MonthlyBatchJob monthly;

	@Autowired
	CertificateService certificates;

	@Autowired
	ScoreSheetService sheets;

	@Autowired
	JdbcTemplate jdbc;

	@BeforeEach
	void begin() {
		this.story.begin();
	}

	@AfterEach
	void today() {
		this.story.clock.offset(Duration.ZERO);
	}

	/** 两红两优. */
	@Test
	void aMemberACadreABranchAndAGeneralBranchAreHonoured() throws IOException {
		College college = this.story.college();
		long cadre = college.one().get(2);
		this.story.people.appoint(cadre, Roles.BRANCH_COMMITTEE, college.units().branch());
		Told member = announces(college, "league-member");
		Told cadres = announces(college, "league-cadre");
		Told branch = announces(college, "league-branch");
		Told general = announces(college, "league-committee");
		List<Told> all = List.of(member, cadres, branch, general);
		member.hours(college.one().get(1), 40).hours(cadre, 40);
		phone();
		signIn(college.one().get(0));
		nominates(member, college.units().branch(), college.one().get(1));
		nominates(cadres, college.units().branch(), cadre);
		nominates(branch, college.units().branch(), college.units().branch());
		signIn(college.faculty().personId());
		nominates(general, college.units().generalBranch(), college.units().generalBranch());
		LocalDate last = general.batch().closesOn();
		all.forEach((told) -> told.until(last.plusDays(1)));
		for (Told told : List.of(branch, general)) {
			this.story.batches.panel(told.id, college.committee(), told.committee(0));
			marks(told, college.committee().get(0), "90", "扎实");
			marks(told, college.committee().get(1), "92", "材料详实");
			marks(told, college.committee().get(2), "88", "有创新");
			told.answers("sumUp", Map.of());
			enters(told);
		}
		all.forEach((told) -> honoured(told.reviewed().confirms()));
		assertThat(general.row(this.story.nominations.awarded(general.id).get(0).id()).score())
			.isEqualByComparingTo("90");
		all.forEach((told) -> assertThat(told.certificates()).hasSize(1));
		phone();
		signIn(college.one().get(1));
		open("/awards/mine");
		assertThat(words()).contains("优秀共青团员");
		pictures("mine");
		for (Told told : all) {
			paper("certificate-" + told.certificates().get(0).honour(),
					this.certificates.pdf(told.certificates().get(0)));
		}
		long row = this.story.nominations.awarded(branch.id).get(0).id();
		paper("explanation", this.sheets.sheet(row, branch.committee(0)).content());
	}

	/** 最佳团日活动, which no hand announces. */
	@Test
	void theBestLeagueDayOfAMonthIsAnnouncedByTheTimer() throws IOException {
		this.story.at(LocalDate.of(2025, 2, 10));
		College college = this.story.college();
		this.story.editions.edition(college.units().committee(), shipped("league-day"));
		long day = holds(college, LocalDate.of(2025, 2, 20));
		this.monthly.announce();
		this.monthly.announce();
		phone();
		signIn(college.one().get(0));
		open("/awards/batches");
		List<String> links = browser().findElements(By.partialLinkText("2025年2月最佳团日活动"))
			.stream()
			.map((link) -> link.getDomAttribute("href"))
			.toList();
		assertThat(links).as("once, however often the timer runs").hasSize(1);
		Told told = new Told(this.story, college, Long.parseLong(links.get(0).replaceAll("\\D", "")));
		told.allots();
		nominates(told, college.units().branch(), day);
		told.closes();
		this.story.batches.panel(told.id, college.committee(), told.committee(0));
		for (int judge = 0; judge < 3; judge++) {
			phone();
			signIn(college.committee().get(judge));
			open("/awards/batches/" + told.id + "/panel");
			fill("input[name$='.thought']", "" + (30 + judge));
			fill("input[name$='.novelty']", "28");
			fill("input[name$='.effect']", "20");
			fill("input[name$='.participation']", (judge == 0) ? "6" : "5");
			click(".award-bar button");
			if (judge == 0) {
				await("a refused mark is not said at its field",
						() -> present("input[name$='.participation'].is-invalid"));
				assertThat(find("input[name$='.thought']").getDomProperty("value")).as("what was typed stays")
					.isEqualTo("30");
				pictures("panel-refused");
				fill("input[name$='.participation']", "5");
				click(".award-bar button");
			}
			await("nothing was saved", () -> present(".said"));
		}
		told.answers("sumUp", Map.of());
		honoured(told.reviewed().confirms());
		assertThat(told.row(this.story.nominations.awarded(told.id).get(0).id()).score()).isEqualByComparingTo("84");
		paper("certificate-day", this.certificates.pdf(told.certificates().get(0)));
	}

	/** A branch holds a themed day that its general branch agreed to. */
	private long holds(College college, LocalDate day) {
		Actor secretary = this.story.people.actor(college.one().get(0));
		CaseId activity = this.story.inbox.start("activity", secretary,
				new HashMap<>(Map.of("title", "学雷锋主题团日", "kind", "themed-day", "themeSource", "own", "heldOn",
						day.toString(), "place", "大礼堂", "participants", 30, "offCampus", false, "teacher", "某老师",
						"plan", "参观、座谈、宣誓，分三个小组进行，由支委负责组织实施。")),
				AwardStory.key());
		answers(activity, college.faculty(), Map.of("decision", "approve"));
		this.story.at(day);
		answers(activity, secretary,
				Map.of("held", "yes", "actualDate", day.toString(), "attended", 28, "teacherPresent", true));
		this.story.begin();
		return activity.value();
	}

	private void answers(CaseId activity, Actor by, Map<String, Object> answers) {
		this.story.inbox.submit(this.story.tasks.open(activity).get(0).id(), by, new HashMap<>(answers),
				AwardStory.key());
	}

	/** A class is judged by points that the office pastes out of its own sheet. */
	@Test
	void twoClassesAreRankedByPastedPoints() {
		College college = this.story.college();
		Told told = this.story.announces(college, BatchPagesTests.entered(AwardJudged.CLASS)).allots();
		long one = this.story.nominating.nominate(told.id, college.units().branch(), college.units().branch(), "班风好",
				told.secretary(college.one()));
		long two = this.story.nominating.nominate(told.id, college.second(), college.second(), "学风好",
				told.secretary(college.two()));
		told.closes();
		desktop();
		signIn(college.committee().get(0));
		open("/awards/batches/" + told.id + "/entries");
		click("form details summary");
		type("pasted", told.row(one).subject().name() + " 81.5\n" + told.row(two).subject().name() + " 93\n无此班 70");
		click("button[name=op]");
		await("nothing was filled in", () -> words().contains("没有“无此班”"));
		pictures("entries");
		type("origin", "班级量化考核表");
		click(".award-bar button");
		await("nothing was saved", () -> present(".said"));
		told.reviewed();
		open("/awards/batches/" + told.id + "/ranking");
		pictures("ranking");
		assertThat(told.row(two).rank()).isEqualTo(1);
		honoured(told.confirms());
		assertThat(told.certificates()).singleElement()
			.satisfies((card) -> assertThat(card.subject().id()).isEqualTo(college.second()));
	}

	/** The four sheets of a school year, imported as they came. */
	@Test
	void anUpheldObjectionChangesAScholarshipOfImportedMarks() throws IOException {
		College college = classes();
		desktop();
		signIn(college.committee().get(0));
		for (String file : List.of("grades-registry", "assessment-class-sheets", "assessment-three-rows",
				"deductions-side-by-side")) {
			imports(college.units().committee(), file);
		}
		Told told = announces(college, scholarship(), "2023-2024");
		signIn(college.one().get(0));
		open("/awards/batches/" + told.id + "/units/" + college.units().branch());
		List<String> able = browser().findElements(By.cssSelector("input[name=subject]"))
			.stream()
			.limit(3)
			.map((box) -> "#" + box.getDomAttribute("id"))
			.toList();
		assertThat(able).as("nobody failed a course").hasSize(3);
		assertThat(words()).as("namesakes are told apart").containsPattern("张伟（\\d+）");
		able.forEach(this::click);
		type("grounds", "学习刻苦，成绩优良。");
		pictures("unit");
		click("main form button[type=submit]");
		await("nobody was nominated", () -> present(".said"));
		told.closes().reviewed().confirms();
		List<Nomination> before = this.story.nominations.placed(told.id);
		assertThat(before).hasSize(2).allMatch((row) -> row.score().signum() > 0);
		Nomination first = before.get(0);
		paper("explanation-scholarship", this.sheets.sheet(first.id(), told.committee(1)).content());
		told.settles(told.objects(first.subject().id(), "思想品德加分有误"), "upheld").noticeOver();
		desktop();
		signIn(college.committee().get(2));
		open("/awards/nominations/" + first.id());
		pictures("nomination");
		if (!present("form[action$='/corrections'] details[open]")) {
			click("form[action$='/corrections'] summary");
		}
		choose("component", "conduct");
		type("points", "0");
		find("#correction-why").sendKeys("核对原始记录，加分不成立");
		click("form[action$='/corrections'] button");
		await("nothing was corrected", () -> present(".said"));
		open("/awards/batches/" + told.id);
		assertThat(words()).contains("重新排名的变动");
		pictures("batch-moves");
		told.confirms();
		assertThat(this.story.nominations.placed(told.id)).extracting(Nomination::id).first().isNotEqualTo(first.id());
		honoured(told);
		assertThat(told.certificates()).hasSize(2);
	}

	/** Six classes with the people of the given sheets; two of them have a secretary. */
	private College classes() {
		College college = this.story.college();
		Map<String, Long> classes = new TreeMap<>();
		List<Object[]> rows = new ArrayList<>();
		List<Long> made = List.of(college.units().branch(), college.second());
		for (String[] person : MarkFixture.people()) {
			long unit = classes.computeIfAbsent(person[0], (name) -> {
				long id = (classes.size() < made.size()) ? made.get(classes.size())
						: this.story.people.unit(college.units().generalBranch(), UnitKind.BRANCH, "CLASS");
				this.jdbc.update("UPDATE unit SET name = ? WHERE id = ?", name + "团支部", id);
				return id;
			});
			rows.add(new Object[] { unit, person[2], person[1] });
		}
		this.jdbc.batchUpdate("INSERT INTO person (unit_id, name, student_number, staff, party_member, restricted,"
				+ " active, version) VALUES (?, ?, ?, FALSE, FALSE, FALSE, TRUE, 0)", rows);
		return college;
	}

	private AwardDefinition scholarship() {
		AwardDefinition like = shipped("scholarship");
		ScoringScheme scheme = new ScoringScheme(like.scheme()
			.components()
			.stream()
			.map((one) -> one.key().equals("conduct")
					? new ScoreComponent(one.key(), "思想品德", one.source(), "思想品德", false, one.min(), one.max()) : one)
			.toList(), like.scheme().formula(), like.scheme().rounding());
		return new AwardDefinition(like.name(), like.judged(), like.period(), false,
				List.of(AwardStory.level("一等奖学金", 1), AwardStory.level("二等奖学金", 1)), true, true,
				List.of(like.conditions().get(0)), scheme, List.of(), TiePolicy.ALL_IN, List.of(), List.of(),
				List.of(new AwardStep(AwardStep.Kind.NOTICE, AwardStep.Tier.SCHOOL, 3)), like.certificate());
	}

	/**
	 * A shipped award without the branch's ballot and without conditions that ask for
	 * years of records: stories of their own tell them.
	 */
	private AwardDefinition shipped(String key) {
		AwardDefinition one = AwardDefinition.read(this.shipped.json(key).orElseThrow());
		List<AwardCondition> conditions = one.conditions()
			.stream()
			.filter((condition) -> condition.fact().equals("ledger.VOLUNTEER_HOURS")
					|| condition.fact().startsWith("marks."))
			.toList();
		List<AwardStep> steps = one.steps()
			.stream()
			.filter((step) -> step.kind() != AwardStep.Kind.ASSESS || step.tier() != AwardStep.Tier.BRANCH)
			.toList();
		return new AwardDefinition(one.name(), one.judged(), one.period(), one.apply(), one.levels(), one.overflow(),
				one.fill(), conditions, one.scheme(), one.tieBreakers(), one.ties(), one.limits(), one.exclusions(),
				steps, one.certificate());
	}

	private Told announces(College college, String key) {
		return announces(college, shipped(key), "2024");
	}

	/** The office fills the form in; a day that is no day comes back with the rest. */
	private Told announces(College college, AwardDefinition definition, String period) {
		long edition = this.story.editions.edition(college.units().committee(), definition);
		desktop();
		signIn(college.committee().get(0));
		open("/awards/batches");
		choose("edition", Long.toString(edition));
		type("name", period + definition.name());
		type("period", "去年");
		browser().executeScript("arguments[0].value = arguments[1]", find("[name=closesOn]"),
				this.story.clock.today().plusDays(7).toString());
		click("main form button[type=submit]");
		await("a period that is none is taken", () -> present("[name=period].is-invalid"));
		assertThat(find("[name=name]").getDomProperty("value")).isEqualTo(period + definition.name());
		pictures("announce-refused");
		type("period", period);
		click("main form button[type=submit]");
		await("nothing was announced", () -> path().matches("/awards/batches/\\d+"));
		Told told = new Told(this.story, college, Long.parseLong(path().replaceAll("\\D", "")));
		return told.allots();
	}

	private void nominates(Told told, long unit, long subject) {
		open("/awards/batches/" + told.id + "/units/" + unit);
		click("#subject-" + subject);
		type("grounds", "思想坚定，工作扎实，成绩突出。");
		click("main form button[type=submit]");
		await("nobody was nominated", () -> present(".said"));
	}

	/** A judge on a phone. */
	private void marks(Told told, long judge, String points, String remark) {
		phone();
		signIn(judge);
		open("/awards/batches/" + told.id + "/panel");
		browser().findElements(By.cssSelector("main input[inputmode=decimal]"))
			.forEach((field) -> field.sendKeys(points));
		fill("input[name$='.remark']", remark);
		click(".award-bar button");
		await("nothing was saved", () -> present(".said"));
		assertThat(find("input[name$='.remark']").getDomProperty("value")).isEqualTo(remark);
		pictures("panel");
	}

	/** What the office knows of each, 90 of 100 throughout. */
	private void enters(Told told) {
		desktop();
		signIn(told.college.committee().get(0));
		open("/awards/batches/" + told.id + "/entries");
		browser().findElements(By.cssSelector("input[name^='points.']")).forEach((field) -> field.sendKeys("90"));
		type("origin", "年度考核表");
		click(".award-bar button");
		await("nothing was saved", () -> present(".said"));
	}

	/** Notices of every level, and the vote of the committee. */
	private void honoured(Told told) {
		while (Batch.PUBLICISE.equals(told.batch().stage())) {
			told.noticeOver();
		}
		told.votes(3);
	}

	private void imports(long unit, String file) {
		open("/marks/import");
		choose("unit", Long.toString(unit));
		find("[name=file]").sendKeys(MarkFixture.given(file + ".xlsx").toAbsolutePath().toString());
		click("form[enctype] button[type=submit]");
		patiently("form[action$='/columns']");
		type("year", "2023-2024");
		click("form[action$='/columns'] > button");
		patiently("form[action$='/commit'] input[value=clean]");
		browser().executeScript("window.confirm = () => true");
		click("form[action$='/commit']:has(input[value=clean]) button");
		patiently("a[href$='/export.xlsx']");
		screenshot("award-import-" + file);
	}

	/** Work that goes on behind the page may take longer than a click. */
	private void patiently(String css) {
		for (int i = 0; i < 5; i++) {
			try {
				await("still nothing", () -> present(css));
				return;
			}
			catch (TimeoutException ex) {
				assertThat(present("progress")).as("nobody works on it").isTrue();
			}
		}
		await("nothing came of it: " + css, () -> present(css));
	}

	private void choose(String name, String value) {
		new Select(find("[name=" + name + "]")).selectByValue(value);
	}

	private void fill(String css, String text) {
		find(css).clear();
		find(css).sendKeys(text);
	}

	private void signIn(long person) {
		takeOver(this.story.people.account(person), PeopleFixture.PASSWORD);
	}

	private void pictures(String name) {
		for (Runnable size : List.<Runnable>of(this::phone, this::desktop)) {
			size.run();
			screenshot("award-" + name
					+ ((browser().executeScript("return innerWidth < 600") == Boolean.TRUE) ? "-phone" : ""));
			assertThat(overflows()).as(name + " is wider than the screen").isFalse();
		}
	}

	/** A document as it is printed. */
	private static void paper(String name, byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 72);
			Files.createDirectories(PICTURES);
			ImageIO.write(page, "png", PICTURES.resolve("award-" + name + ".png").toFile());
			assertThat(page.getWidth()).isGreaterThan(500);
		}
	}

}
