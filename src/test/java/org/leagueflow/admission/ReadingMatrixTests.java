package org.leagueflow.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.admission.AdmissionStory.College;
import org.leagueflow.admission.AdmissionStory.Told;
import org.leagueflow.cases.Submission;
import org.leagueflow.engine.Catalogue;
import org.leagueflow.engine.Catalogue.ProcessInfo;
import org.leagueflow.forms.Attachments;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Roles;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.publicity.Objections.Objecting;
import org.leagueflow.web.Principal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Who reads which answer: every field of every form of every process × every kind of
 * reader, over the real pages. What is expected is derived from the form files alone.
 */
@StoryTest
class ReadingMatrixTests {

	private static final Pattern SHOWN = Pattern.compile("data-(step-form|answer)=\"([^\"]*)\"");

	/** Fewer than are on one page of {@link #LISTS}. */
	private static final int LISTED_AT_ONCE = 10;

	/** Pages that list many cases and show the answers of none. */
	private static final List<String> LISTS = List.of("/inbox", "/inbox?tab=DONE", "/cases", "/notifications",
			"/meetings");

	private static final Set<String> BY_THE_SUBJECT = Set.of("start", "fillBook");

	@Autowired
	AdmissionStory story;

	@Autowired
	Catalogue catalogue;

	@Autowired
	Attachments attachments;

	@Autowired
	MockMvc mvc;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void begin() {
		this.story.begin();
	}

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
	}

	@Test
	void everyReaderReadsOfEveryFieldWhatItsFormSays() throws Exception {
		College college = this.story.college();
		Actor official = this.story.people.actor(college.committee().get(0));
		Map<String, Reader> readers = readers(college);
		List<String> faults = new ArrayList<>();
		List<Field> notYetListed = new ArrayList<>();
		int asked = 0;
		int opened = 0;
		List<ProcessInfo> processes = this.catalogue.all();
		for (ProcessInfo process : processes) {
			CaseId caseId = caseOf(process, college, readers);
			List<Field> fields = answerEverything(process, caseId, readers.get("subject").actor(), official);
			notYetListed.addAll(fields);
			for (Map.Entry<String, Reader> reader : readers.entrySet()) {
				asked += fields.size();
				String who = process.id() + " as " + reader.getKey();
				faults.addAll(faults(who, caseId, fields, reader.getValue()));
				faults.addAll(faultsElsewhere(who, fields, reader.getValue().actor(), List.of("/")));
			}
			if (++opened % LISTED_AT_ONCE == 0 || opened == processes.size()) {
				for (Map.Entry<String, Reader> reader : readers.entrySet()) {
					faults.addAll(faultsElsewhere(reader.getKey(), notYetListed, reader.getValue().actor(), LISTS));
				}
				notYetListed.clear();
			}
		}
		System.out.printf("Reading matrix: %d answers asked for, %d kinds of readers%n", asked, readers.size());
		assertThat(faults).isEmpty();
		assertThat(asked).isGreaterThan(500);
	}

	private List<String> faults(String who, CaseId caseId, List<Field> fields, Reader reader) throws Exception {
		List<String> faults = new ArrayList<>();
		for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
			MockHttpServletResponse page = page("/cases/" + caseId, reader.actor(), locale);
			if (page.getStatus() != (reader.sees() ? 200 : 403)) {
				faults.add(who + " gets " + page.getStatus());
			}
			Set<String> expected = new TreeSet<>();
			String text = page.getContentAsString(StandardCharsets.UTF_8);
			for (Field field : fields) {
				boolean reads = reader.reads(field);
				if (reads) {
					expected.add(field.name());
				}
				if (field.mark() != null && text.contains(field.mark()) != reads) {
					faults.add(who + (reads ? " does not read " : " reads ") + field.name());
				}
			}
			if (!shown(text).equals(expected)) {
				faults.add(who + " is shown " + shown(text) + " instead of " + expected);
			}
			for (Field field : fields) {
				if (field.file() != null && opens(field.file(), reader.actor()) != reader.reads(field)) {
					faults.add(who + (reader.reads(field) ? " cannot open " : " opens ") + field.name());
				}
			}
		}
		return faults;
	}

	private List<String> faultsElsewhere(String who, List<Field> fields, Actor reader, List<String> pages)
			throws Exception {
		List<String> faults = new ArrayList<>();
		for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
			for (String other : pages) {
				String elsewhere = page(other, reader, locale).getContentAsString(StandardCharsets.UTF_8);
				fields.stream()
					.filter((field) -> field.mark() != null && elsewhere.contains(field.mark()))
					.forEach((field) -> faults.add(who + " reads " + field.name() + " on " + other));
			}
		}
		return faults;
	}

	/** One of each kind, none of them holding an open task. */
	private Map<String, Reader> readers(College college) {
		Map<String, Reader> readers = new LinkedHashMap<>();
		long branch = college.units().branch();
		readers.put("subject",
				Reader.told(
						this.story.people
							.actor(this.story.people.youth(branch, this.story.clock.today().minusYears(17))),
						"subject", "everyone"));
		readers.put("mentor", Reader.told(member(college, 3), "mentor", "everyone"));
		readers.put("introducer", Reader.told(member(college, 4), "introducer", "everyone"));
		readers.put("both", Reader.told(member(college, 5), "mentor", "introducer", "everyone"));
		readers.put("starter", Reader.told(member(college, 6), "starter", "everyone"));
		readers.put("administrator",
				Reader.told(this.story.people.holder(Roles.ADMIN, college.units().county()), "everyone"));
		readers.put("branch secretary", Reader.works(member(college, 0)));
		readers.put("branch committee", Reader.works(member(college, 1)));
		readers.put("general branch",
				Reader.works(this.story.people.holder(Roles.GENERAL_BRANCH, college.units().generalBranch())));
		readers.put("approving committee", Reader.works(this.story.people.actor(college.committee().get(1))));
		readers.put("county", Reader.works(college.county()));
		readers.put("auditor", Reader.works(this.story.people.holder(Roles.AUDITOR, college.units().county())));
		readers.put("another member", Reader.stranger(member(college, 8)));
		College other = this.story.college();
		readers.put("another branch", Reader.stranger(member(other, 0)));
		readers.put("another committee", Reader.stranger(this.story.people.actor(other.committee().get(0))));
		return readers;
	}

	private Actor member(College college, int index) {
		return this.story.people.actor(college.members().get(index));
	}

	private CaseId caseOf(ProcessInfo process, College college, Map<String, Reader> readers) {
		CaseId caseId = this.story.cases.open(process.id(), "阅读规则", readers.get("subject").id(),
				college.units().branch(), readers.get("starter").actor());
		this.story.cases.giveRole(caseId, AdmissionRoles.MENTOR,
				List.of(readers.get("mentor").id(), readers.get("both").id()));
		this.story.cases.giveRole(caseId, AdmissionRoles.INTRODUCER,
				List.of(readers.get("introducer").id(), readers.get("both").id()));
		return caseId;
	}

	/** Answers every field of every form of the process as deployed. */
	private List<Field> answerEverything(ProcessInfo process, CaseId caseId, Actor subject, Actor official)
			throws Exception {
		List<Field> all = new ArrayList<>();
		List<String> boxes = new ArrayList<>(process.boxes().keySet());
		boxes.add("start");
		for (String box : boxes) {
			String form = process.id() + "-" + box;
			String json = this.catalogue.form(process.version(), form).orElse(null);
			if (json == null) {
				continue;
			}
			Actor by = BY_THE_SUBJECT.contains(box) ? subject : official;
			Map<String, Object> answers = new LinkedHashMap<>();
			for (JsonNode component : keyed(Json.read(json))) {
				Field field = field(form, component, by);
				all.add(field);
				answers.put(component.path("key").asText(), answer(component, field, subject));
			}
			List<Long> files = all.stream()
				.filter((field) -> field.form().equals(form) && field.file() != null)
				.map(Field::file)
				.toList();
			this.attachments.file(caseId, files, by);
			this.story.cases.record(new Submission(0, caseId, process.id(), box, box, "start".equals(box) ? null : box,
					form, process.version(), answers, by.personId(), by.name(), null, null, AdmissionStory.key()));
		}
		return all;
	}

	private Field field(String form, JsonNode component, Actor by) throws Exception {
		String key = component.path("key").asText();
		Set<String> readers = Set.of(component.path("properties").path("readers").asText("").split("[, ]+"));
		String type = component.path("type").asText();
		String mark = type.startsWith("text") ? "M." + form + "." + key + ".M" : null;
		return new Field(form, key, readers, by.personId(), mark, type.equals("filepicker") ? upload(by) : null);
	}

	private static Object answer(JsonNode component, Field field, Actor subject) {
		String person = Long.toString(subject.personId());
		return switch (component.path("type").asText()) {
			case "textfield", "textarea" -> field.mark();
			case "number" -> 7;
			case "checkbox" -> true;
			case "datetime" -> "date".equals(component.path("subtype").asText()) ? "2025-03-03" : "2025-03-03T10:00";
			case "filepicker" -> List.of(field.file());
			case "taglist", "checklist" -> List.of(component.hasNonNull("valuesKey") ? person
					: component.path("values").path(0).path("value").asText());
			default -> component.path("valuesKey").asText().equals("people") ? person
					: component.path("values").path(0).path("value").asText("1");
		};
	}

	private static List<JsonNode> keyed(JsonNode parent) {
		List<JsonNode> keyed = new ArrayList<>();
		for (JsonNode component : parent.path("components")) {
			if (component.hasNonNull("key")) {
				keyed.add(component);
			}
			keyed.addAll(keyed(component));
		}
		return keyed;
	}

	private long upload(Actor by) throws Exception {
		MockMultipartFile file = new MockMultipartFile("file", "材料.pdf", "application/pdf",
				"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes());
		String made = this.mvc.perform(multipart("/attachments").file(file).with(csrf()).with(Principal.signedIn(by)))
			.andReturn()
			.getResponse()
			.getContentAsString();
		return ((Number) Json.readMap(made).get("id")).longValue();
	}

	private boolean opens(long file, Actor by) throws Exception {
		return page("/attachments/" + file, by, Locale.SIMPLIFIED_CHINESE).getStatus() == 200;
	}

	/** Who reads from outside says why first; nobody else is asked. */
	private MockHttpServletResponse page(String path, Actor by, Locale locale) throws Exception {
		if (path.startsWith("/cases/")) {
			this.mvc
				.perform(post(path + "/reading").with(csrf()).with(Principal.signedIn(by)).param("reason", "年度审计检查"));
		}
		return this.mvc.perform(get(path).locale(locale).with(Principal.signedIn(by))).andReturn().getResponse();
	}

	private static Set<String> shown(String page) {
		Set<String> shown = new TreeSet<>();
		Matcher found = SHOWN.matcher(page);
		String form = null;
		while (found.find()) {
			if (found.group(1).equals("step-form")) {
				form = found.group(2);
			}
			else {
				shown.add(form + ":" + found.group(2));
			}
		}
		return shown;
	}

	@Test
	void theMentorReadsWhatItTakesToMentorForAsLongAsItLasts() throws Exception {
		Told told = this.story.applies(this.story.college()).activist();
		assertThat(shown(told, told.mentor())).contains("admission-nominate:massesOpinion", "admission-talk:record");
		told.observed();
		assertThat(shown(told, told.mentor())).contains("admission-start:reason", "admission-cultivate:report")
			.doesNotContain("admission-nominate:massesOpinion", "admission-talk:record");
	}

	@Test
	void theTaskPageAnswersLikeTheCasePage() throws Exception {
		Told told = this.story.applies(this.story.college()).onNotice().candidate();
		String task = told.task("fillBook").id();
		Set<String> onTask = shown(text("/inbox/" + task, told.applicant));
		assertThat(onTask).isEqualTo(shown(told, told.applicant))
			.contains("admission-start:reason", "admission-preReview:preReview")
			.doesNotContain("admission-evaluate:massesOpinion", "admission-preReview:opinion");
	}

	@Test
	void nothingOnAnyPageOfTheSubjectTellsThatAnObjectionCameIn() throws Exception {
		Told told = this.story.applies(this.story.college()).onNotice();
		long notice = this.story.notices.noticeOf(told.caseId).orElseThrow().id();
		Map<String, String> before = pagesOf(told, notice);
		this.story.objections.file(notice, new Objecting("张同学", "13900000000", "情况不实"), null);
		assertThat(pagesOf(told, notice)).isEqualTo(before);
		assertThat(text("/cases/" + told.caseId, told.committee())).contains("公示期间收到一条异议");
		told.investigated("dismissed", "经核查不属实");
		assertThat(pagesOf(told, notice)).isEqualTo(before);
		assertThat(text("/cases/" + told.caseId, told.committee())).contains("经核查不属实");
	}

	@Test
	void whenAnObjectionIsUpheldTheSubjectLearnsThatAndNotWhoOrWhy() throws Exception {
		Told told = this.story.applies(this.story.college()).onNotice();
		long notice = this.story.notices.noticeOf(told.caseId).orElseThrow().id();
		this.story.objections.file(notice, new Objecting("张同学", "13900000000", "学时造假"), null);
		told.investigated("upheld", "学时确有虚假").noticeOver();
		assertThat(text("/cases/" + told.caseId, told.applicant)).contains("公示期间的异议成立")
			.doesNotContain("张同学", "学时造假", "学时确有虚假");
		told.answers("afterObjection", told.member(1), Map.of("course", "continue", "opinion", "补学后再议"));
		assertThat(shown(told, told.applicant)).contains("admission-afterObjection:course")
			.doesNotContain("admission-afterObjection:opinion");
	}

	@Test
	void theSubjectIsToldTheOutcomeOfTheBranchMeetingAndNotHowTheVotesFell() throws Exception {
		Told told = this.story.applies(this.story.college()).awaitingVote();
		long meeting = this.story.meetings.decide(MeetingKind.BRANCH_GENERAL_MEETING, told.college.units().branch(),
				told.secretary(), told.college.members(), Map.of(told.caseId, 9));
		assertThat(text("/cases/" + told.caseId, told.secretary())).contains("赞成 9 票");
		assertThat(text("/cases/" + told.caseId, told.applicant)).contains("支部大会表决通过").doesNotContain("赞成 9 票");
		told.submitted().committeeVotes(5);
		Actor admitted = this.story.people.actor(told.applicant.personId());
		for (String path : List.of("", "/minutes", "/now")) {
			assertThat(text("/meetings/" + meeting + path, told.secretary())).isNotEmpty();
			assertThat(text("/meetings/" + meeting + path, admitted)).as(path).doesNotContain("赞成 9 票", "依次讨论，逐个表决。");
		}
		assertThat(text("/meetings/" + meeting + "/minutes", told.secretary())).contains("赞成 9 票");
		assertThat(text("/cases/" + told.caseId, admitted)).doesNotContain("赞成 9 票", "赞成 5 票");
	}

	/** What the subject can look at, without what differs from one look to the next. */
	private Map<String, String> pagesOf(Told told, long notice) throws Exception {
		Map<String, String> pages = new TreeMap<>();
		for (String path : List.of("/", "/inbox", "/inbox?tab=STARTED", "/cases", "/cases/" + told.caseId, "/notices",
				"/notices/" + notice, "/notifications", "/meetings")) {
			pages.put(path,
					text(path, told.applicant).replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "key")
						.replaceAll("(_csrf\"[^>]*value=|data-csrf=|content=)\"[^\"]{40,}\"", "token")
						.replaceAll("nonce[-=]\"?[^\"']+", "nonce"));
		}
		return pages;
	}

	/** An administrator made himself auditor, read every case, and left no trace. */
	@Test
	void whoReadsFromOutsideSaysWhyAndTheApplicantSeesIt() throws Exception {
		Told told = this.story.applies(this.story.college()).activist();
		String path = "/cases/" + told.caseId;
		for (String role : List.of(Roles.AUDITOR, Roles.ADMIN)) {
			Actor outside = this.story.people.holder(role, told.college.units().county());
			String asked = this.mvc.perform(get(path).with(Principal.signedIn(outside)))
				.andReturn()
				.getResponse()
				.getContentAsString(StandardCharsets.UTF_8);
			assertThat(asked).contains("请说明查阅原因");
			assertThat(shown(asked)).isEmpty();
			this.mvc.perform(get("/inbox/" + task(told.caseId)).with(Principal.signedIn(outside)))
				.andExpect(redirectedUrl(path + "/reading"));
			for (String reason : List.of("", "   ", "查", "长".repeat(201))) {
				this.mvc.perform(
						post(path + "/reading").with(csrf()).with(Principal.signedIn(outside)).param("reason", reason))
					.andExpect(status().isUnprocessableEntity());
			}
			assertThat(text(path, outside)).doesNotContain("请说明查阅原因");
			assertThat(text("/account", told.applicant)).contains(outside.name(), "年度审计检查");
		}
		Actor secretary = told.secretary();
		assertThat(text(path, secretary)).doesNotContain("请说明查阅原因");
		assertThat(text(path, secretary)).doesNotContain("请说明查阅原因");
		assertThat(text("/account", told.applicant)).contains(secretary.name());
		assertThat(this.jdbc
			.sql("SELECT COUNT(*) FROM audit_entry WHERE what = 'case.read' AND case_id = ? AND person_id = ?")
			.params(told.caseId.value(), secretary.personId())
			.query(Integer.class)
			.single()).as("once a day").isEqualTo(1);
		assertThat(text(path, told.applicant)).doesNotContain("请说明查阅原因");
		Actor stranger = this.story.people.holder(Roles.AUDITOR, this.story.people.college().county());
		this.mvc
			.perform(post(path + "/reading").with(csrf()).with(Principal.signedIn(stranger)).param("reason", "年度审计检查"))
			.andExpect(status().isForbidden());
	}

	private String task(CaseId caseId) {
		return this.jdbc.sql("SELECT MAX(task_id) FROM inbox_item WHERE case_id = ? AND state = 'OPEN'")
			.param(caseId.value())
			.query(String.class)
			.single();
	}

	/** By its address an auditor opened any file of a case without a word. */
	@Test
	void whoOpensAFileFromOutsideSaysWhyLikeForTheCaseAndTheApplicantSeesIt() throws Exception {
		Told told = this.story.applies(this.story.college()).activist();
		long file = upload(told.applicant);
		this.attachments.file(told.caseId, List.of(file), told.applicant);
		Actor auditor = this.story.people.holder(Roles.AUDITOR, told.college.units().county());
		String reading = "/cases/" + told.caseId + "/reading?file=" + file;
		this.mvc.perform(get("/attachments/" + file).with(Principal.signedIn(auditor)))
			.andExpect(redirectedUrl(reading));
		assertThat(opened(auditor)).as("nothing was opened yet").isZero();
		assertThat(text(reading, auditor)).contains("请说明查阅原因", "file=" + file);
		this.mvc.perform(post(reading).with(csrf()).with(Principal.signedIn(auditor)).param("reason", "查"))
			.andExpect(status().isUnprocessableEntity());
		this.mvc.perform(post(reading).with(csrf()).with(Principal.signedIn(auditor)).param("reason", "核查附件真伪"))
			.andExpect(redirectedUrl("/attachments/" + file));
		assertThat(opens(file, auditor)).isTrue();
		this.mvc.perform(get(reading).with(Principal.signedIn(auditor)))
			.andExpect(redirectedUrl("/attachments/" + file));
		assertThat(opened(auditor)).isEqualTo(1);
		assertThat(text("/account", told.applicant)).contains("附件“材料.pdf”", "核查附件真伪", auditor.name());
		assertThat(opens(file, told.secretary())).isTrue();
		assertThat(opens(file, told.applicant)).isTrue();
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM reading WHERE kind = 'attachment' AND ref_id = ?")
			.param(file)
			.query(Integer.class)
			.single()).as("the auditor and the secretary, not the applicant").isEqualTo(2);
		Actor stranger = this.story.people.holder(Roles.AUDITOR, this.story.people.college().county());
		assertThat(page("/attachments/" + file, stranger, Locale.SIMPLIFIED_CHINESE).getStatus()).isEqualTo(404);
		this.mvc.perform(get(reading).with(Principal.signedIn(stranger))).andExpect(status().isForbidden());
		this.mvc.perform(get(reading).with(Principal.signedIn(told.secretary()))).andExpect(status().isForbidden());
	}

	private int opened(Actor by) {
		return this.jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE what = 'attachment.opened' AND person_id = ?")
			.param(by.personId())
			.query(Integer.class)
			.single();
	}

	private Set<String> shown(Told told, Actor reader) throws Exception {
		return shown(text("/cases/" + told.caseId, reader));
	}

	private String text(String path, Actor by) throws Exception {
		return page(path, by, Locale.SIMPLIFIED_CHINESE).getContentAsString(StandardCharsets.UTF_8);
	}

	/** A field that was answered. */
	private record Field(String form, String key, Set<String> readers, long by, String mark, Long file) {

		String name() {
			return this.form + ":" + this.key;
		}

	}

	/** Somebody, and what forms call him. */
	private record Reader(Actor actor, boolean sees, boolean works, Set<String> words) {

		static Reader works(Actor actor) {
			return new Reader(actor, true, true, Set.of());
		}

		static Reader told(Actor actor, String... words) {
			return new Reader(actor, true, false, new TreeSet<>(Arrays.asList(words)));
		}

		static Reader stranger(Actor actor) {
			return new Reader(actor, false, false, Set.of());
		}

		long id() {
			return this.actor.personId();
		}

		boolean reads(Field field) {
			return this.works
					|| this.sees && (field.by() == id() || field.readers().stream().anyMatch(this.words::contains));
		}

	}

}
