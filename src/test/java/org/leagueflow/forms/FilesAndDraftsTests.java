package org.leagueflow.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.leagueflow.OfficeFiles;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.ActsAs;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

@StoryTest
class FilesAndDraftsTests {

	private static final AtomicLong IDS = new AtomicLong(7_700_000);

	@Autowired
	Forms forms;

	@Autowired
	MockMvc mvc;

	@Autowired
	Drafts drafts;

	@Autowired
	Attachments attachments;

	@Autowired
	AttachmentService service;

	@Autowired
	FileNames names;

	@Autowired
	DraftRepository rows;

	@Autowired
	AttachmentRepository files;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	IdempotencyKeys keys;

	@Autowired
	BusinessClock clock;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	SpringTemplateEngine templates;

	@Autowired
	ApplicationContext context;

	private final Actor writer = someone();

	@Test
	void aDraftIsKeptPerPersonAndReplacedByTheNext() throws Exception {
		save(this.writer, "task:4f-1", "{\"a\":\"一\"}").andExpect(status().isNoContent());
		save(this.writer, "task:4f-1", "{\"a\":\"𬭩<script>\"}").andExpect(status().isNoContent());
		assertThat(this.drafts.find(this.writer.personId(), "task:4f-1").orElseThrow().answers())
			.isEqualTo("{\"a\":\"𬭩<script>\"}");
		assertThat(this.drafts.find(someone().personId(), "task:4f-1")).isEmpty();
		this.drafts.delete(this.writer.personId(), "task:4f-1");
		assertThat(this.drafts.find(this.writer.personId(), "task:4f-1")).isEmpty();
	}

	@Test
	void twoWindowsThatSaveTheFirstDraftAtOnceBothSucceed() throws Exception {
		CompletableFuture<Integer> second = this.transaction.execute((status) -> {
			this.drafts.save(this.writer.personId(), "task:twice", "f", "{\"a\":1}");
			status.flush();
			CompletableFuture<Integer> waiting = CompletableFuture
				.supplyAsync(() -> statusOf("task:twice", "{\"a\":2}"));
			assertThatThrownBy(() -> waiting.get(700, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
			return waiting;
		});
		assertThat(second.get(1, TimeUnit.MINUTES)).isEqualTo(204);
		assertThat(this.drafts.find(this.writer.personId(), "task:twice").orElseThrow().answers())
			.isEqualTo("{\"a\":2}");
	}

	private int statusOf(String key, String answers) {
		try {
			return save(this.writer, key, answers).andReturn().getResponse().getStatus();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void aDraftThatIsNoJsonOrTooLargeOrNowhereIsRefused() throws Exception {
		save(this.writer, "task:x", "{nonsense").andExpect(status().isUnprocessableEntity());
		save(this.writer, "task:x", "{\"a\":\"" + "x".repeat(300_000) + "\"}")
			.andExpect(status().isUnprocessableEntity());
		save(this.writer, "elsewhere", "{}").andExpect(status().isUnprocessableEntity());
		assertThat(this.rows.count(this.writer.personId())).isZero();
	}

	@Test
	void nobodyKeepsDraftsWithoutEnd() throws Exception {
		for (int number = 0; number < 200; number++) {
			this.drafts.save(this.writer.personId(), "task:" + number, "f", "{}");
		}
		save(this.writer, "task:one-more", "{}").andExpect(status().isConflict());
		save(this.writer, "task:7", "{}").andExpect(status().isNoContent());
	}

	@Test
	void draftsNeedALogInAndTheSecurityToken() throws Exception {
		this.mvc.perform(post("/drafts/task:1").param("form", "f").content("{}").with(csrf()))
			.andExpect(status().isUnauthorized());
		this.mvc.perform(post("/drafts/task:1").param("form", "f").content("{}").with(as(this.writer)))
			.andExpect(status().isForbidden());
	}

	@Test
	void anUploadIsServedAsADownloadOnly() throws Exception {
		upload(this.writer, "总结 报告.pdf", FileKindTests.PDF).andExpect(status().isCreated())
			.andExpect(jsonPath("$.name").value("总结 报告.pdf"));
		long id = this.attachments.all(List.of(lastUpload())).get(0).id();
		this.mvc.perform(get("/attachments/" + id).with(as(this.writer)))
			.andExpect(status().isOk())
			.andExpect(content().contentType("application/pdf"))
			.andExpect(content().bytes(FileKindTests.PDF))
			.andExpect(header().string("Content-Disposition", containsString("attachment")))
			.andExpect(header().string("X-Content-Type-Options", "nosniff"))
			.andExpect(header().string("Content-Security-Policy", containsString("sandbox")));
	}

	@Test
	void whatBelongsToNoFormWeighsOnlySoMuchPerPerson() throws Exception {
		upload(this.writer, "first.pdf", FileKindTests.PDF).andExpect(status().isCreated());
		long first = lastUpload();
		this.jdbc.sql("UPDATE attachment SET byte_count = ? WHERE id = ?")
			.params(AttachmentService.MAX_UNFILED_BYTES, first)
			.update();
		upload(this.writer, "second.pdf", FileKindTests.PDF).andExpect(status().isConflict());
		upload(someone(), "other.pdf", FileKindTests.PDF).andExpect(status().isCreated());
		this.jdbc.sql("UPDATE attachment SET byte_count = ? WHERE id = ?")
			.params(AttachmentService.MAX_UNFILED_BYTES - FileKindTests.PDF.length, first)
			.update();
		upload(this.writer, "second.pdf", FileKindTests.PDF).andExpect(status().isCreated());
	}

	@Test
	void aPageDisguisedAsAPictureAProgramAndAnEmptyFileAreRefused() throws Exception {
		byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
		upload(this.writer, "photo.png", page).andExpect(status().isUnprocessableEntity());
		upload(this.writer, "setup.pdf", new byte[] { 'M', 'Z', 0, 0 }).andExpect(status().isUnprocessableEntity());
		upload(this.writer, "photo.png", FileKindTests.PDF).andExpect(status().isUnprocessableEntity());
		upload(this.writer, "empty.pdf", new byte[0]).andExpect(status().isUnprocessableEntity());
		assertThat(this.files.unfiled(this.writer.personId())).isZero();
	}

	@Test
	void aNameOf255CharactersIsKeptAndALongerOneRefusedInWords() throws Exception {
		String longest = "𬭩".repeat(251) + ".pdf";
		upload(this.writer, longest, FileKindTests.PDF).andExpect(status().isCreated())
			.andExpect(jsonPath("$.name").value(longest));
		assertThat(this.attachments.find(lastUpload()).orElseThrow().name()).isEqualTo(longest);
		upload(this.writer, "长".repeat(300) + ".pdf", FileKindTests.PDF).andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("文件名太长")));
	}

	@Test
	void whatMayNotBeAttachedIsNamedForWhatItIs() throws Exception {
		upload(this.writer, "名单.xlsx", "学号,姓名\n1,张伟".getBytes("GBK")).andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("CSV")));
		upload(this.writer, "总结.docx",
				OfficeFiles.office("word/d2.xml", "word/d2.xml", OfficeFiles.DOCX, "word/vbaProject.bin"))
			.andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("宏")));
		upload(this.writer, "总结.docx", OfficeFiles.office("word/d2.xml", "word/d2.xml", OfficeFiles.DOCX))
			.andExpect(status().isCreated());
	}

	@Test
	void aPhotoIsKeptWithoutItsPlaceAndShownUprightToItsReaders() throws Exception {
		byte[] taken = PhotosTests.photo(6, ByteOrder.BIG_ENDIAN);
		upload(this.writer, "申请书.jpg", taken).andExpect(status().isCreated());
		long id = lastUpload();
		byte[] kept = this.mvc.perform(get("/attachments/" + id).with(as(this.writer)))
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
		assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("GPS");
		for (String size : List.of("", "?small=true")) {
			this.mvc.perform(get("/attachments/" + id + "/picture" + size).with(as(this.writer)))
				.andExpect(status().isOk())
				.andExpect(header().string("Content-Type", "image/jpeg"))
				.andExpect(header().string("X-Content-Type-Options", "nosniff"))
				.andExpect(header().doesNotExist("Content-Disposition"));
			this.mvc.perform(get("/attachments/" + id + "/picture" + size).with(as(someone())))
				.andExpect(status().isNotFound());
		}
		long paper = this.service.upload("a.pdf", FileKindTests.PDF, this.writer).id();
		this.mvc.perform(get("/attachments/" + paper + "/picture").with(as(this.writer)))
			.andExpect(status().isNotFound());
	}

	@Test
	void aPhotoInTheFormatOfIPhonesIsNamedAndSoIsTheWayOut() throws Exception {
		byte[] heic = java.util.HexFormat.of()
			.parseHex("00000018667479706865696300000000" + "6d69663168656963" + "00".repeat(40));
		for (String name : List.of("IMG_0001.HEIC", "IMG_0001.jpg")) {
			upload(this.writer, name, heic).andExpect(status().isUnprocessableEntity())
				.andExpect(content().string(containsString("HEIC")));
		}
	}

	@Test
	void aFileThatIsTooLargeIsRefused() {
		byte[] large = java.util.Arrays.copyOf(FileKindTests.PDF, AttachmentService.MAX_BYTES + 1);
		assertThatThrownBy(() -> this.service.upload("big.pdf", large, this.writer)).isInstanceOf(Refusal.Invalid.class)
			.hasMessageContaining("file-too-large");
	}

	@Test
	void othersAreToldThatThereIsNoSuchFile() throws Exception {
		AttachmentCard card = this.service.upload("a.png", FileKindTests.PNG, this.writer);
		this.mvc.perform(get("/attachments/" + card.id()).with(as(someone()))).andExpect(status().isNotFound());
		this.mvc.perform(get("/attachments/999999999").with(as(this.writer))).andExpect(status().isNotFound());
	}

	@Test
	void theSameContentIsStoredOnceAndHasItsHash() {
		AttachmentCard one = this.service.upload("a.png", FileKindTests.PNG, this.writer);
		AttachmentCard two = this.service.upload("b.png", FileKindTests.PNG, this.writer);
		assertThat(one.sha256()).isEqualTo(two.sha256()).hasSize(64);
		assertThat(one.id()).isNotEqualTo(two.id());
	}

	@Test
	void anUploadIsFiledUnderOneCaseByItsUploaderOnly() {
		CaseId caseId = new CaseId(IDS.incrementAndGet());
		AttachmentCard card = this.service.upload("a.png", FileKindTests.PNG, this.writer);
		assertThatThrownBy(() -> this.attachments.file(caseId, List.of(card.id()), someone()))
			.isInstanceOf(Refusal.Invalid.class);
		this.attachments.file(caseId, List.of(card.id()), this.writer);
		this.attachments.file(caseId, List.of(card.id()), someone());
		assertThat(this.attachments.of(caseId)).extracting(AttachmentCard::id).containsExactly(card.id());
		assertThatThrownBy(
				() -> this.attachments.file(new CaseId(IDS.incrementAndGet()), List.of(card.id()), this.writer))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void uploadsThatBelongToNothingAreClearedAwayAfterAMonthUnlessADraftNamesThem() {
		Actor by = this.writer;
		byte[] pdf = "%PDF-1.4\n% einmalig\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes();
		long stray = this.service.upload("a.pdf", pdf, by).id();
		long drafted = this.service.upload("b.pdf", pdf, by).id();
		long filed = this.service.upload("c.pdf", pdf, by).id();
		this.attachments.file(new CaseId(IDS.incrementAndGet()), List.of(filed), by);
		long kept = this.service.keep("d.pdf", pdf, "ledger:7", by).id();
		this.drafts.save(by.personId(), "task:x", "f", "{\"files\":[" + drafted + "]}");
		this.service.removeUnfiled();
		assertThat(this.attachments.find(stray)).as("not yet a month").isPresent();
		this.clock.offset(Duration.ofDays(31));
		try {
			this.service.removeUnfiled();
			assertThat(this.attachments.find(stray)).isEmpty();
			assertThat(List.of(drafted, filed, kept)).allMatch((id) -> this.attachments.find(id).isPresent());
			assertThat(this.service.open(kept, by).content()).isEqualTo(pdf);
			this.drafts.delete(by.personId(), "task:x");
			this.service.removeUnfiled();
			assertThat(this.attachments.find(drafted)).isEmpty();
		}
		finally {
			this.clock.offset(Duration.ZERO);
		}
	}

	@Test
	void aFormKeyCountsOnceAndOnlyWhenItsFormWasSaved() {
		String key = java.util.UUID.randomUUID().toString();
		this.transaction.executeWithoutResult((status) -> {
			assertThat(this.keys.first(key)).isTrue();
			status.setRollbackOnly();
		});
		assertThat(this.transaction.<Boolean>execute((status) -> this.keys.first(key))).as("the first was refused")
			.isTrue();
		assertThat(this.transaction.<Boolean>execute((status) -> this.keys.first(key))).isFalse();
		assertThat(this.transaction.<Boolean>execute((status) -> this.keys.first(""))).isTrue();
		assertThatThrownBy(() -> this.transaction.execute((status) -> this.keys.first("'; DROP")))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void theFormFragmentShowsMessagesAndBreaksOutOfNoScriptBlock() {
		FormSchema schema = FormsTests.schema("{\"type\":\"textfield\",\"key\":\"a\",\"label\":\"甲\"}");
		FormView view = FormView.of(schema, Map.of(), "/somewhere", "task:1")
			.refused("{\"a\":\"</script><script>alert(1)</script>\"}",
					Map.of("a", Message.of("refusal.forms.required")));
		String page = render("forms/form", "form", Map.of("view", view));
		assertThat(page).contains("必填", "data-draft=\"task:1\"", view.idempotencyKey(), "action=\"/somewhere\"")
			.doesNotContain("<script>alert", "??");
	}

	@Test
	void pastAnswersAreEscaped() {
		AnswerLine line = new AnswerLine("a", "说明", List.of("<b>一</b>"), null, List.of(5L), true, null);
		String page = render("forms/answers", "answers", Map.of("list", List.of(line), "files", Map.of(5L, "<b>.png")));
		assertThat(page).contains("&lt;b&gt;一", "/attachments/5", "&lt;b&gt;.png").doesNotContain("<b>", "??");
	}

	@Test
	void datesThatWereAnsweredAreSaidInWords() {
		FormSchema schema = FormsTests.schema("""
				{"type":"datetime","subtype":"date","key":"d","dateLabel":"日期","label":"日期"},
				{"type":"datetime","subtype":"datetime","key":"w","dateLabel":"时间","label":"时间"},
				{"type":"datetime","subtype":"time","key":"t","timeLabel":"钟点","label":"钟点"}""");
		List<AnswerLine> lines = this.forms.lines(schema,
				Map.of("d", "2023-05-04", "w", "2022-05-04T09:30", "t", "15:00"), Map.of(), (field) -> true);
		assertThat(render("forms/answers", "answers", Map.of("list", lines, "files", Map.of())))
			.contains("2023年5月4日", "2022年5月4日 09:30", "15:00")
			.doesNotContain("2023-05-04", "2022-05-04");
	}

	@Test
	void aFormNamesTheFilesThatItKeepsToWhoeverMayOpenThem() {
		AttachmentCard card = this.service.upload("</script>签到表.png", FileKindTests.PNG, this.writer);
		FormSchema schema = FormsTests.schema("{\"type\":\"filepicker\",\"key\":\"files\",\"label\":\"附件\"}");
		FormView view = FormView.of(schema, Map.of("files", List.of(card.id(), "no number")), "/somewhere", null);
		assertThat(this.names.block(view, this.writer)).contains("\"" + card.id() + "\":", "签到表.png")
			.doesNotContain("</script>");
		assertThat(this.names.block(view, someone())).isEqualTo("{}");
	}

	private String render(String template, String fragment, Map<String, Object> model) {
		var request = new org.springframework.mock.web.MockHttpServletRequest(
				this.context.getBean(jakarta.servlet.ServletContext.class));
		var exchange = org.thymeleaf.web.servlet.JakartaServletWebApplication
			.buildApplication(request.getServletContext())
			.buildExchange(request, new org.springframework.mock.web.MockHttpServletResponse());
		var context = new org.thymeleaf.context.WebContext(exchange, Locale.SIMPLIFIED_CHINESE, model);
		context.setVariable(ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
				new ThymeleafEvaluationContext(this.context, null));
		LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
		try {
			return this.templates.process(template, java.util.Set.of(fragment), context);
		}
		finally {
			LocaleContextHolder.resetLocaleContext();
		}
	}

	private org.springframework.test.web.servlet.ResultActions save(Actor by, String key, String json)
			throws Exception {
		return this.mvc.perform(post("/drafts/" + key).param("form", "probe-form")
			.contentType(MediaType.APPLICATION_JSON)
			.accept(MediaType.APPLICATION_JSON)
			.content(json.getBytes(StandardCharsets.UTF_8))
			.with(csrf())
			.with(as(by)));
	}

	private org.springframework.test.web.servlet.ResultActions upload(Actor by, String name, byte[] bytes)
			throws Exception {
		return this.mvc.perform(multipart("/attachments").file(new MockMultipartFile("file", name, "image/png", bytes))
			.accept(MediaType.APPLICATION_JSON)
			.with(csrf())
			.with(as(by)));
	}

	private long lastUpload() {
		return this.context.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
			.sql("SELECT MAX(id) FROM attachment WHERE uploaded_by = ?")
			.param(this.writer.personId())
			.query(Long.class)
			.single();
	}

	private static Actor someone() {
		long id = IDS.incrementAndGet();
		return new Actor(id, "writer" + id, "某人", List.of());
	}

	private static RequestPostProcessor as(Actor actor) {
		return user(new Login(actor));
	}

	private record Login(Actor actor) implements UserDetails, ActsAs {

		@Override
		public Collection<? extends GrantedAuthority> getAuthorities() {
			return List.of();
		}

		@Override
		public String getPassword() {
			return "";
		}

		@Override
		public String getUsername() {
			return this.actor.account();
		}

	}

}
