package org.leagueflow.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.award.AwardStory.College;
import org.leagueflow.award.AwardStory.Told;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.scoring.TiePolicy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.util.HtmlUtils;

/** Forms of batches and nominations: what is refused comes back as it was typed. */
@StoryTest
class AwardFormsTests {

	@Autowired
	AwardStory story;

	@Autowired
	MockMvc mvc;

	private final Map<String, Form> forms = new LinkedHashMap<>();

	@BeforeEach
	void begin() {
		this.story.begin();
	}

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
	}

	/** A form as somebody sent it: names and values in turn. */
	private record Form(Actor by, String path, List<String> fields) {

		Set<String> names() {
			Set<String> names = new TreeSet<>();
			for (int i = 0; i < this.fields.size(); i += 2) {
				names.add(this.fields.get(i));
			}
			return names;
		}

		List<String> values() {
			return Stream.iterate(1, (i) -> i < this.fields.size(), (i) -> i + 2).map(this.fields::get).toList();
		}

		MockHttpServletRequestBuilder request() {
			MockHttpServletRequestBuilder request = post(this.path).accept(MediaType.TEXT_HTML);
			for (int i = 0; i < this.fields.size(); i += 2) {
				request.param(this.fields.get(i), this.fields.get(i + 1));
			}
			return request;
		}

	}

	private void form(String pattern, Actor by, String path, String... fields) {
		this.forms.put(pattern, new Form(by, path, List.of(fields)));
	}

	private MvcResult send(Actor by, MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request.with(user(this.story.people.signedIn(by.personId()))).with(csrf())).andReturn();
	}

	@Test
	void whatIsRefusedComesBackWhateverTheForm() throws Exception {
		College college = this.story.college();
		everyForm(college);
		assertThat(this.forms.keySet()).as("a form for each endpoint").containsExactlyInAnyOrderElementsOf(endpoints());
		for (Map.Entry<String, Form> one : this.forms.entrySet()) {
			Form form = one.getValue();
			MvcResult answer = send(form.by(), form.request());
			assertThat(answer.getResponse().getStatus()).as(one.getKey()).isIn(409, 422);
			String body = HtmlUtils.htmlUnescape(answer.getResponse().getContentAsString());
			assertThat(form.values()).as(one.getKey())
				.allSatisfy((value) -> assertThat(body).containsAnyOf("\"" + value + "\"", ">" + value + "<"));
			Map<?, ?> refused = (Map<?, ?>) answer.getModelAndView().getModel().get("fields");
			assertThat(form.names()).as("the message of " + one.getKey() + " finds its field")
				.containsAll(refused.keySet().stream().map(Object::toString).toList());
			MvcResult part = send(form.by(), form.request().header("HX-Request", "true"));
			assertThat(part.getResponse().getHeader("HX-Retarget")).as("the page with what was typed stays")
				.isEqualTo("#refusal");
		}
	}

	/** The posts of both controllers. */
	private static List<String> endpoints() {
		return Stream.of(BatchController.class, NominationController.class)
			.flatMap((controller) -> Arrays.stream(controller.getDeclaredMethods()))
			.filter((method) -> method.isAnnotationPresent(PostMapping.class))
			.map((method) -> method.getAnnotation(PostMapping.class).value()[0])
			.toList();
	}

	private void everyForm(College college) {
		Told told = this.story.announces(college, AwardStory.byHours(TiePolicy.LOT)).allots();
		long row = told.nominates(college.one(), 1);
		long person = college.one().get(1);
		String batch = "/awards/batches/" + told.id;
		String nomination = "/awards/nominations/" + row;
		Actor office = told.committee(0);
		long edition = told.batch().editionId();
		String tooLong = "长".repeat(4001);
		form("/awards/batches", office, "/awards/batches", "edition", "" + edition, "name", "三好学生评选", "period", "2025",
				"closesOn", "下周五");
		form("/awards/batches/{batch}/prolong", office, batch + "/prolong", "closesOn", "2025-02-30", "reason", "材料较多");
		form("/awards/batches/{batch}/places", office, batch + "/places", "places." + college.second(), "-1",
				"places." + college.units().branch(), "12");
		form("/awards/batches/{batch}/cancel", office, batch + "/cancel", "reason", tooLong);
		form("/awards/batches/{batch}/panel", office, batch + "/panel",
				LongStream.range(1, 52).boxed().flatMap((id) -> Stream.of("judge", "" + id)).toArray(String[]::new));
		form("/awards/batches/{batch}/tie", office, batch + "/tie", "seed", "0417");
		form("/awards/batches/{batch}/units/{unit}/review", college.faculty(),
				batch + "/units/" + college.units().generalBranch() + "/review", "remark", tooLong);
		form("/awards/batches/{batch}/units/{unit}/nominations", told.secretary(college.one()),
				batch + "/units/" + college.units().branch() + "/nominations", "subject", "" + person, "grounds",
				tooLong);
		form("/awards/batches/{batch}/corrections", told.committee(2), batch + "/corrections", "nomination", "" + row,
				"component", "hours", "points", "1e3", "reason", "核对原始记录");
		this.story.openRecounts.open(told.id, 1, row, this.story.clock.instant());
		long recount = this.story.openRecounts.of(told.id).get(0).id();
		form("/awards/recounts/{recount}/stands", told.committee(2), "/awards/recounts/" + recount + "/stands",
				"reason", tooLong);
		form("/awards/recounts/{recount}/strike", told.committee(2), "/awards/recounts/" + recount + "/strike",
				"nomination", "" + row, "reason", tooLong);
		form("/awards/batches/{batch}/apply", told.person(college.one().get(2)), batch + "/apply", "grounds", tooLong);
		form("/awards/nominations/{nomination}/withdraw", told.person(person), nomination + "/withdraw", "reason",
				tooLong);
		form("/awards/nominations/{nomination}/return", college.faculty(), nomination + "/return", "reason", tooLong);
		form("/awards/nominations/{nomination}/entries", office, nomination + "/entries", "component", "daily",
				"points", "88", "origin", "年度考核表");
		entries(college);
		form("/awards/nominations/{nomination}/questions", told.person(person), nomination + "/questions", "content",
				tooLong);
		this.story.questions.ask(row, "我的得分是怎样算的？", told.person(person));
		long question = this.story.pages.overview(told.id, office).questions().get(0).id();
		form("/awards/questions/{question}/answer", office, "/awards/questions/" + question + "/answer", "answer",
				tooLong);
		panel(college);
	}

	private void entries(College college) {
		Told told = this.story.announces(college, BatchPagesTests.entered(AwardJudged.PERSON)).allots();
		long row = told.nominatesAsIs(college.one(), 4);
		form("/awards/batches/{batch}/entries", told.committee(0), "/awards/batches/" + told.id + "/entries",
				EntrySheet.field(row, "daily"), "100.5", "was." + row + ".daily", "", "origin", "年度考核表");
	}

	@Test
	void aTableOfPointsIsPastedCheckedAndSavedAsAWhole() throws Exception {
		College college = this.story.college();
		Told told = this.story.announces(college, BatchPagesTests.entered(AwardJudged.PERSON)).allots();
		long one = told.nominatesAsIs(college.one(), 1);
		long two = told.nominatesAsIs(college.one(), 2);
		long other = told.nominatesAsIs(college.two(), 1);
		told.closes();
		Actor office = told.committee(0);
		String path = "/awards/batches/" + told.id + "/entries";
		long branch = college.units().branch();
		String page = send(office, get(path).param("unit", "" + branch)).getResponse().getContentAsString();
		assertThat(page).contains(EntrySheet.field(one, "daily"), EntrySheet.field(two, "daily"), "2 项未录入")
			.doesNotContain(EntrySheet.field(other, "daily"));
		assertThat(send(office, get(path)).getResponse().getContentAsString())
			.contains(EntrySheet.field(other, "daily"));
		String name = told.row(one).subject().name();
		String filled = send(office,
				post(path).param("unit", "" + branch)
					.param("op", "fill")
					.param("pasted", name + "\t88.5\n无此人\t70")
					.param(EntrySheet.field(two, "daily"), "7")
					.param("origin", "考核表"))
			.getResponse()
			.getContentAsString();
		assertThat(filled).as("pasted, typed before, and not saved yet")
			.contains("value=\"88.5\"", "value=\"7\"", "value=\"考核表\"", "没有“无此人”");
		assertThat(this.story.pages.nomination(one, office).entries()).isEmpty();
		Map<String, String> typed = new LinkedHashMap<>(
				Map.of(EntrySheet.field(one, "daily"), "88.5", EntrySheet.field(two, "daily"), "101", "origin", "考核表"));
		assertThat(save(office, path, typed, 422)).contains("data-field=\"" + EntrySheet.field(two, "daily") + "\"");
		assertThat(this.story.pages.nomination(one, office).entries()).as("all or nothing").isEmpty();
		typed.put(EntrySheet.field(two, "daily"), "");
		typed.put("origin", " ");
		assertThat(save(office, path, typed, 422)).contains("data-field=\"origin\"");
		typed.put("origin", "考核表");
		typed.put(EntrySheet.field(two, "daily"), "７２");
		save(office, path, typed, 302);
		told.reviewed();
		assertThat(told.row(one).score()).isEqualByComparingTo("88.5");
		assertThat(told.row(two).score()).isEqualByComparingTo("72");
		assertThat(save(told.committee(1), path,
				Map.of(EntrySheet.field(one, "daily"), "60", "was." + one + ".daily", "", "origin", "旧页面"), 422))
			.contains("已录入 88.5");
		save(office, path, Map.of(EntrySheet.field(other, "daily"), "95", "origin", "考核表"), 302);
		assertThat(told.row(other).rank()).as("ranked anew at once").isEqualTo(1);
		assertThat(this.story.pages.nomination(one, office).entries()).as("what nobody changed is left alone")
			.hasSize(1);
		save(told.secretary(college.one()), path, typed, 403);
		save(told.person(college.two().get(4)), path, typed, 403);
		assertThat(send(told.secretary(college.one()), get(path)).getResponse().getStatus()).isEqualTo(403);
		told.confirms();
		assertThat(save(office, path,
				Map.of(EntrySheet.field(one, "daily"), "60", "was." + one + ".daily", "88.5", "origin", "再改"), 422))
			.contains("现在不能录入");
	}

	private String save(Actor by, String path, Map<String, String> typed, int status) throws Exception {
		MockHttpServletRequestBuilder request = post(path).accept(MediaType.TEXT_HTML);
		typed.forEach(request::param);
		MvcResult answer = send(by, request);
		assertThat(answer.getResponse().getStatus()).isEqualTo(status);
		return answer.getResponse().getContentAsString();
	}

	private void panel(College college) {
		Told told = panelled(college);
		long row = this.story.nominations.eligible(told.id).get(0).id();
		form("/awards/batches/{batch}/marks", told.committee(1), "/awards/batches/" + told.id + "/marks",
				row + "." + AwardStory.PANEL, "101", row + ".remark", "现场表现好");
	}

	private Told panelled(College college) {
		Told told = this.story
			.announces(college,
					AwardStory.definition("十佳团员", AwardStory.panelled(), List.of(AwardStory.level("十佳", 1)),
							TiePolicy.ALL_IN, List.of()))
			.allots();
		told.nominates(college.one(), 3);
		told.nominates(college.two(), 3);
		told.closes();
		this.story.batches.panel(told.id,
				List.of(college.committee().get(0), college.committee().get(1), college.committee().get(2)),
				told.committee(0));
		return told;
	}

	@Test
	void aJudgeSavesChangesAndClearsMarksOfSeveralAtOnce() throws Exception {
		Told told = panelled(this.story.college());
		Actor judge = told.committee(1);
		List<Long> rows = this.story.nominations.eligible(told.id).stream().map(Nomination::id).toList();
		String first = rows.get(0) + ".";
		String second = rows.get(1) + ".";
		String path = "/awards/batches/" + told.id;
		this.mvc
			.perform(post(path + "/marks").param(first + AwardStory.PANEL, "90")
				.param(first + "remark", "从容")
				.param(second + AwardStory.PANEL, "")
				.param(second + "remark", "")
				.with(user(this.story.people.signedIn(judge.personId())))
				.with(csrf()))
			.andExpect(status().is3xxRedirection())
			.andExpect(redirectedUrl(path + "/panel"));
		PanelService.Row shown = row(told, judge, 0);
		assertThat(shown.points(AwardStory.PANEL)).isEqualTo("90");
		assertThat(shown.remark()).as("stands in its field, so that it is not lost when saving again").isEqualTo("从容");
		assertThat(row(told, judge, 1).marks()).as("an empty row is no mark").isEmpty();
		assertThat(send(judge, get(path + "/panel")).getResponse().getContentAsString()).contains("value=\"从容\"");
		Map<String, Message> wrong = this.story.panel.mark(told.id, Map.of(first + AwardStory.PANEL, "91",
				first + "remark", "评".repeat(501), second + AwardStory.PANEL, "80", second + "remark", "稳重"), judge);
		assertThat(wrong).containsOnlyKeys(first + "remark");
		assertThat(row(told, judge, 0).points(AwardStory.PANEL)).as("as it was").isEqualTo("90");
		assertThat(row(told, judge, 1).points(AwardStory.PANEL)).as("saved all the same").isEqualTo("80");
		assertThat(
				this.story.panel.mark(told.id, Map.of(second + AwardStory.PANEL, "", second + "remark", "稳重"), judge))
			.containsOnlyKeys(second + "remark");
		assertThat(this.story.panel.mark(told.id, Map.of(second + AwardStory.PANEL, "", second + "remark", ""), judge))
			.isEmpty();
		assertThat(row(told, judge, 1).marks()).as("taken back").isEmpty();
		assertThat(this.story.pages.nomination(rows.get(1), told.committee(0)).trail()).extracting(BatchTrail.Line::act)
			.contains("marked", "unmarked");
	}

	private PanelService.Row row(Told told, Actor judge, int at) {
		return this.story.panel.sheet(told.id, 0, judge).rows().get(at);
	}

	@Test
	void twoOfficesDoNotUndoEachOthersPlaces() throws Exception {
		College college = this.story.college();
		Told told = this.story.announces(college, AwardStory.byHours(TiePolicy.NONE)).allots();
		String one = AllottedPlaces.field(college.units().branch());
		String two = AllottedPlaces.field(college.second());
		String wasOne = one.replace("places.", "was.");
		String wasTwo = two.replace("places.", "was.");
		allot(told, told.committee(0), Map.of(one, "3", wasOne, "", two, "", wasTwo, ""), 302);
		allot(told, college.faculty(), Map.of(one, "", wasOne, "", two, "２", wasTwo, ""), 302);
		assertThat(placesOf(told)).as("each changed another unit")
			.containsEntry(college.units().branch(), 3)
			.containsEntry(college.second(), 2);
		String said = allot(told, told.committee(1), Map.of(one, "5", wasOne, ""), 422);
		assertThat(said).contains("名额已由他人改为 3 个");
		allot(told, told.committee(1), Map.of(one, "", wasOne, "3"), 302);
		assertThat(placesOf(told)).containsOnlyKeys(college.second());
		assertThat(allot(told, told.committee(1), Map.of(one, "5", wasOne, "3"), 422)).contains("已由他人取消");
		String faculty = AllottedPlaces.field(college.units().generalBranch());
		assertThat(allot(told, told.committee(0), Map.of(faculty, "1"), 422)).contains("有 1 个名额，下级合计 2 个");
		allot(told, told.committee(0), Map.of(faculty, "4"), 302);
		assertThat(allot(told, college.faculty(), Map.of(one, "9", wasOne, ""), 422)).as("said where it was typed")
			.contains("data-field=\"" + one + "\"");
		allot(told, college.faculty(), Map.of(faculty, "9", faculty.replace("places.", "was."), "4"), 404);
		allot(told, told.secretary(college.one()), Map.of(one, "9", wasOne, ""), 404);
		String page = send(college.faculty(), get("/awards/batches/" + told.id)).getResponse().getContentAsString();
		assertThat(page).contains("name=\"" + one + "\"").doesNotContain("name=\"" + faculty + "\"");
		assertThat(send(told.secretary(college.one()), get("/awards/batches/" + told.id)).getResponse()
			.getContentAsString()).doesNotContain("name=\"places.");
	}

	private Map<Long, Integer> placesOf(Told told) {
		Map<Long, Integer> places = new LinkedHashMap<>();
		this.story.pages.overview(told.id, told.committee(0))
			.standings()
			.stream()
			.filter((one) -> one.places() != null)
			.forEach((one) -> places.put(one.unitId(), one.places()));
		return places;
	}

	private String allot(Told told, Actor by, Map<String, String> typed, int status) throws Exception {
		MockHttpServletRequestBuilder request = post("/awards/batches/" + told.id + "/places")
			.accept(MediaType.TEXT_HTML);
		typed.forEach(request::param);
		MvcResult answer = send(by, request);
		assertThat(answer.getResponse().getStatus()).isEqualTo(status);
		return answer.getResponse().getContentAsString();
	}

	@Test
	void everyUnitThatIsLinkedOpens() throws Exception {
		College college = this.story.college();
		for (AwardJudged judged : List.of(AwardJudged.PERSON, AwardJudged.GENERAL_BRANCH, AwardJudged.BRANCH)) {
			AwardDefinition like = AwardStory.byHours(TiePolicy.NONE);
			Told told = this.story.announces(college,
					new AwardDefinition(like.name(), judged, like.period(), false, like.levels(), true, true, List.of(),
							null, List.of(), TiePolicy.NONE, List.of(), List.of(), like.steps(), like.certificate()))
				.allots();
			String page = send(told.committee(0), get("/awards/batches/" + told.id)).getResponse().getContentAsString();
			List<String> links = Pattern.compile("/awards/batches/" + told.id + "/units/[0-9]+")
				.matcher(page)
				.results()
				.map((one) -> one.group())
				.distinct()
				.toList();
			assertThat(links).as(judged.name()).isNotEmpty();
			for (String link : links) {
				assertThat(send(told.committee(0), get(link)).getResponse().getStatus()).as(judged + " " + link)
					.isEqualTo(200);
			}
		}
	}

	@Test
	void whoWasRefusedStaysTickedWithTheGrounds() throws Exception {
		College college = this.story.college();
		Told told = this.story.announces(college, AwardStory.byHours(TiePolicy.NONE)).allots();
		told.hours(college.one().get(1), 30);
		MvcResult answer = send(told.secretary(college.one()),
				post("/awards/batches/" + told.id + "/units/" + college.units().branch() + "/nominations")
					.param("subject", "" + college.one().get(1), "" + college.one().get(2))
					.param("grounds", "志愿服务突出"));
		assertThat(answer.getResponse().getStatus()).isEqualTo(302);
		assertThat(answer.getFlashMap().get("grounds")).isEqualTo("志愿服务突出");
		assertThat(answer.getFlashMap().get("chosen")).isEqualTo(Set.of(college.one().get(2)));
		assertThat(this.story.nominations.counts(told.id)).containsEntry(college.units().branch(), 1);
		NominationService.Outcome outcome = this.story.nominating.nominate(told.id, college.units().branch(),
				List.of(college.one().get(1), college.two().get(1)), "理由", told.secretary(college.one()));
		assertThat(outcome.nominated()).isEmpty();
		assertThat(outcome.refused().values()).hasSize(2)
			.hasOnlyElementsOfTypes(Refusal.Conflict.class, Refusal.Invalid.class);
	}

}
