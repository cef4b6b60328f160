package org.leagueflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

class RefusalAdviceTests {

	private final ThrowingController thrower = new ThrowingController();

	private MockMvc mvc;

	@BeforeEach
	void mvc() throws Exception {
		var messages = WebConfiguration.messageSource();
		Words words = new Words(messages, new Dates(messages, new BusinessClock(java.time.ZoneId.of("Asia/Shanghai"))));
		this.mvc = MockMvcBuilders.standaloneSetup(this.thrower)
			.setControllerAdvice(new RefusalAdvice(words))
			.setViewResolvers((name, locale) -> (model, request, response) -> response.getWriter().write(name))
			.build();
	}

	static Stream<Arguments> mishaps() {
		return Stream.of(Arguments.of(new Refusal.NotFound("refusal.web.404"), 404),
				Arguments.of(new Refusal.NotAllowed("refusal.web.role"), 403),
				Arguments.of(new Refusal.Conflict("refusal.web.faster"), 409),
				Arguments.of(new Refusal.Invalid("refusal.invalid", 1), 422),
				Arguments.of(new OptimisticLockingFailureException("row 7 version 3"), 409),
				Arguments.of(new jakarta.persistence.OptimisticLockException("row 7 version 3"), 409),
				Arguments.of(new DuplicateKeyException("unique index"), 409),
				Arguments.of(new DataIntegrityViolationException("name", new SQLException("too long", "22001")), 422),
				Arguments.of(new DataIntegrityViolationException("name", new SQLException("null", "23502")), 500),
				Arguments.of(new MaxUploadSizeExceededException(1), 413),
				Arguments.of(new MultipartException("cut off"), 400),
				Arguments.of(new IllegalStateException("secret detail"), 500));
	}

	@ParameterizedTest
	@MethodSource("mishaps")
	void everyMishapHasItsStatusOnAPageAPartAndInJson(Exception mishap, int status) throws Exception {
		this.thrower.next = mishap;
		this.mvc.perform(get("/throw").accept(MediaType.TEXT_HTML))
			.andExpect(status().is(status))
			.andExpect(view().name("error/refusal"));
		this.mvc.perform(get("/throw").header("HX-Request", "true"))
			.andExpect(status().is(status))
			.andExpect(header().string("HX-Retarget", "#refusal"))
			.andExpect(view().name("error/refusal :: words"));
		this.mvc.perform(get("/throw").accept(MediaType.APPLICATION_JSON))
			.andExpect(status().is(status))
			.andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
			.andExpect(jsonPath("$.status").value(status))
			.andExpect(content().string(not(containsString("secret detail"))))
			.andExpect(content().string(not(containsString("version 3"))));
	}

	@Test
	void fieldMessagesKeepTheirNamesAndOrder() throws Exception {
		Map<String, Message> fields = new LinkedHashMap<>();
		fields.put("reason", Message.of("refusal.web.405"));
		fields.put("birthday", Message.of("dates.overdue", 2));
		this.thrower.next = new Refusal.Invalid(fields);
		this.mvc.perform(get("/throw").accept(MediaType.TEXT_HTML)).andExpect(model().attribute("fields", fields));
		this.mvc.perform(get("/throw").accept(MediaType.APPLICATION_JSON).locale(Locale.ENGLISH))
			.andExpect(jsonPath("$.detail").value("2 thing(s) need correction"))
			.andExpect(jsonPath("$.fields.birthday").value("2 days overdue"));
	}

	@Test
	void aRefusedFormIsGivenBackAsAForm() throws Exception {
		this.thrower.next = new Refusal.Invalid("refusal.invalid", 1);
		String text = "写了很久的一段情况反映，不能因为漏填一项就没有了";
		ReturnedForm returned = returned(post("/throw").param("content", text)
			.param("name", "张三")
			.param("day", "2026-09-01")
			.param("once", "0d1c8f0e-0000-4000-8000-000000000000")
			.param("_csrf", "a token of more than twenty letters"));
		assertThat(returned.action()).isEqualTo("/throw");
		assertThat(returned.complete()).isTrue();
		assertThat(returned.written()).containsExactly(new ReturnedForm.Field("content", text),
				new ReturnedForm.Field("name", "张三"));
		assertThat(returned.unseen()).extracting(ReturnedForm.Field::name).containsExactly("day", "once");
	}

	@Test
	void aRefusedFieldIsGivenBackToBeCorrectedHoweverShort() throws Exception {
		this.thrower.next = new Refusal.Invalid(new java.util.LinkedHashMap<>(
				java.util.Map.of("day", Message.of("refusal.date.missing"), "one", Message.of("refusal.date.missing"),
						"once", Message.of("refusal.date.missing"), "absent", Message.of("refusal.date.missing"))));
		ReturnedForm returned = returned(post("/throw").param("day", "")
			.param("places", "12")
			.param("one", "3")
			.param("one", "4")
			.param("once", "0d1c8f0e-0000-4000-8000-000000000000"));
		assertThat(returned.written()).containsExactly(new ReturnedForm.Field("day", ""));
		assertThat(returned.written().get(0).isLine()).isTrue();
		assertThat(returned.unseen()).extracting(ReturnedForm.Field::name)
			.containsExactlyInAnyOrder("places", "one", "one", "once");
		this.thrower.next = new Refusal.Conflict("refusal.web.faster");
		assertThat(returned(post("/throw").param("places", "12")).unseen()).as("to be sent again")
			.containsExactly(new ReturnedForm.Field("places", "12"));
		assertThat(returned(post("/throw").param("once", "0d1c8f0e-0000-4000-8000-000000000000"))).isNull();
		assertThat(new ReturnedForm.Field("reason", "一行\n两行").isLine()).isFalse();
	}

	@Test
	void answersOfAFormAreShownAsWordsAndNeverAsJson() throws Exception {
		this.thrower.next = new Refusal.Conflict("refusal.web.faster");
		ReturnedForm returned = returned(
				post("/throw").param("answers", "{\"reason\":\"我志愿加入\",\"rows\":[{\"what\":\"值日\"}],\"ok\":true}")
					.param("idempotencyKey", "0d1c8f0e-0000-4000-8000-000000000000"));
		assertThat(returned.texts()).containsExactly("我志愿加入", "值日");
		assertThat(returned.written()).isEmpty();
		for (String broken : List.of("{", "[[[[", "null", "")) {
			assertThat(returned(post("/throw").param("answers", broken).param("name", "张三")).texts()).isEmpty();
		}
	}

	@Test
	void secretsAreNotGivenBackAndAFormWithoutThemIsNotSentAgain() throws Exception {
		this.thrower.next = new Refusal.Invalid("refusal.invalid", 1);
		ReturnedForm returned = returned(
				post("/throw").param("password", "a password of more than twenty letters").param("name", "张三"));
		assertThat(returned.complete()).isFalse();
		assertThat(returned.toString()).doesNotContain("a password");
		assertThat(returned(post("/throw").param("password", "a password of more than twenty letters"))).isNull();
	}

	private ReturnedForm returned(org.springframework.test.web.servlet.RequestBuilder request) throws Exception {
		return (ReturnedForm) this.mvc.perform(request).andReturn().getModelAndView().getModel().get("returned");
	}

	@Test
	void aBugHasANumberAndNoStackTrace() throws Exception {
		this.thrower.next = new IllegalStateException("secret detail");
		Object said = this.mvc.perform(get("/throw").accept(MediaType.TEXT_HTML))
			.andReturn()
			.getModelAndView()
			.getModel()
			.get("refusal");
		assertThat(((Message) said).args().get(0).toString()).matches("[0-9A-F]{8}");
	}

	@Test
	void aMissingOrMistypedParameterIsMalformed() throws Exception {
		this.mvc.perform(get("/count").accept(MediaType.TEXT_HTML)).andExpect(status().isBadRequest());
		this.mvc.perform(get("/count?number=many").accept(MediaType.TEXT_HTML)).andExpect(status().isBadRequest());
		this.mvc.perform(post("/count").accept(MediaType.TEXT_HTML)).andExpect(status().isMethodNotAllowed());
		this.mvc.perform(post("/body").contentType(MediaType.APPLICATION_JSON).content("{").accept(MediaType.TEXT_HTML))
			.andExpect(status().isBadRequest());
	}

	@Test
	void aDayThatIsNoneIsSaidAtItsField() throws Exception {
		var model = this.mvc.perform(post("/day").param("on", "明天").param("at", "").accept(MediaType.TEXT_HTML))
			.andExpect(status().isUnprocessableEntity())
			.andReturn()
			.getModelAndView()
			.getModel();
		assertThat(model.get("fields")).isEqualTo(java.util.Map.of("on", Message.of("refusal.date.unreadable", "明天")));
		assertThat(((ReturnedForm) model.get("returned")).written())
			.containsExactly(new ReturnedForm.Field("on", "明天"));
		assertThat(this.mvc.perform(post("/day").param("on", "2026-03-05").param("at", "9").accept(MediaType.TEXT_HTML))
			.andExpect(status().isUnprocessableEntity())
			.andReturn()
			.getModelAndView()
			.getModel()
			.get("fields")).isEqualTo(java.util.Map.of("at", Message.of("refusal.date.unreadableMoment", "9")));
	}

	/** Goes wrong as it is told. */
	@Controller
	static class ThrowingController {

		Exception next;

		@RequestMapping("/throw")
		String fail() throws Exception {
			throw this.next;
		}

		@GetMapping("/count")
		@ResponseBody
		String count(@RequestParam int number) {
			return "" + number;
		}

		@PostMapping("/day")
		@ResponseBody
		String day(
				@RequestParam @org.springframework.format.annotation.DateTimeFormat(
						iso = org.springframework.format.annotation.DateTimeFormat.ISO.DATE) java.time.LocalDate on,
				@RequestParam(required = false) @org.springframework.format.annotation.DateTimeFormat(
						iso = org.springframework.format.annotation.DateTimeFormat.ISO.DATE_TIME) java.time.LocalDateTime at) {
			return on + " " + at;
		}

		@PostMapping("/body")
		@ResponseBody
		String body(@org.springframework.web.bind.annotation.RequestBody Map<String, Object> body) {
			return "" + body;
		}

	}

}
