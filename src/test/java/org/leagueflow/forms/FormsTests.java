package org.leagueflow.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leagueflow.engine.camunda.TestFeel;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;

class FormsTests {

	private final BusinessClock clock = new BusinessClock(ZoneId.of("Asia/Shanghai"));

	private final Forms forms = new Forms(TestFeel.at(this.clock), this.clock);

	FormsTests() {
		this.clock.moveTo(Instant.parse("2026-05-04T01:00:00Z"));
	}

	@Test
	void whatIsRequiredIsAskedForFieldByField() {
		String fields = """
				{"type":"textfield","key":"a","label":"A","validate":{"required":true}},
				{"type":"checkbox","key":"b","label":"B","validate":{"required":true}},
				{"type":"checklist","key":"c","label":"C","values":[{"label":"x","value":"x"}],"validate":{"required":true}}""";
		assertThat(refused(fields, Map.of("a", "  ", "b", false, "c", List.of())).keySet()).containsExactly("a", "b",
				"c");
		assertThat(keys(refused(fields, Map.of()))).containsOnly("refusal.forms.required");
	}

	@Test
	void emptyAnswersAreLeftOutAndAnUntickedBoxIsANo() {
		assertThat(checked("""
				{"type":"textfield","key":"a","label":"A"},{"type":"number","key":"n","label":"N"},
				{"type":"checkbox","key":"b","label":"B"}""", mapOf("a", "", "n", null))).isEqualTo(Map.of("b", false));
	}

	@ParameterizedTest
	@CsvSource({ "ab, min-length", "abcdef, max-length", "12a, said" })
	void textKeepsItsLengthAndItsPattern(String text, String fault) {
		assertThat(fault("\"validate\":{\"minLength\":3,\"maxLength\":5,\"pattern\":\"^[a-z]+$\","
				+ "\"patternErrorMessage\":\"请填写字母\"}", "textfield", text))
			.isEqualTo("refusal.forms." + fault);
	}

	@Test
	void aPatternSaysItsOwnWords() {
		Map<String, Message> said = refused("""
				{"type":"textfield","key":"a","label":"A","validate":{"pattern":"^\\\\d{4}$",
				"patternErrorMessage":"请填写四位数字"}}""", Map.of("a", "12"));
		assertThat(said.get("a")).isEqualTo(Message.of("refusal.forms.said", "请填写四位数字"));
	}

	@Test
	@Timeout(5)
	void aPatternThatWouldExplodeElsewhereTakesLinearTime() {
		assertThat(fault("\"validate\":{\"pattern\":\"^(a+)+$\",\"patternErrorMessage\":\"a\"}", "textarea",
				"a".repeat(9000) + "!"))
			.isEqualTo("refusal.forms.said");
	}

	@Test
	void anEssayOfTenThousandCharactersIsAcceptedAndALongerOneIsNot() {
		String essay = "团".repeat(10_000);
		assertThat(checked(field("textarea", ""), Map.of("a", essay))).containsEntry("a", essay);
		assertThat(fault("", "textarea", essay + "员")).isEqualTo("refusal.forms.max-length");
		assertThat(checked(field("textarea", ",\"validate\":{\"maxLength\":20000}"), Map.of("a", essay + essay)))
			.containsKey("a");
	}

	@Test
	void rareCharactersCountOnceAndScriptStaysPlainText() {
		assertThat(checked(field("textfield", ",\"validate\":{\"maxLength\":3}"), Map.of("a", "𬭩𠮷𪚥")))
			.containsEntry("a", "𬭩𠮷𪚥");
		assertThat(checked(field("textarea", ""), Map.of("a", "<script>alert(1)</script>\n=cmd"))).containsEntry("a",
				"<script>alert(1)</script>\n=cmd");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\\u0000", "\\ud83d", "\\u001b[0m", "\\uffff" })
	void charactersThatCannotBeStoredAreRefused(String escaped) {
		FormSchema schema = schema(field("textfield", ""));
		Refusal.Invalid refusal = catchThrowableOfType(Refusal.Invalid.class,
				() -> this.forms.check(schema, "{\"a\":\"x" + escaped + "\"}", Map.of()));
		assertThat(keys(refusal.fields())).containsExactly("refusal.forms.unreadable");
	}

	@ParameterizedTest
	@CsvSource({ "email, a@b.cn, true", "email, a b, false", "email, @b.cn, false", "phone, +8613800000000, true",
			"phone, 008613800000000, true", "phone, 13800000000, false", "phone, javascript, false" })
	void mailAndPhoneLookLikeThemselves(String kind, String text, boolean accepted) {
		String form = field("textfield", ",\"validate\":{\"validationType\":\"" + kind + "\"}");
		if (accepted) {
			assertThat(checked(form, Map.of("a", text))).containsEntry("a", text);
		}
		else {
			assertThat(keys(refused(form, Map.of("a", text)))).containsExactly("refusal.forms." + kind);
		}
	}

	@Test
	void numbersAreNormalised() {
		assertThat(number("", "12")).isEqualTo(12);
		assertThat(number("", " 12.50 ")).isEqualTo(12.5);
		assertThat(number("", 3.0)).isEqualTo(3);
		assertThat(number("", 5_000_000_000L)).isEqualTo(5_000_000_000L);
		assertThat(number(",\"serializeToString\":true", 7)).isEqualTo("7");
	}

	@ParameterizedTest
	@ValueSource(strings = { "NaN", "1e9", "1e999999999", "0x10", "--1", "９", "12345678901234567890", "1,000", "∞" })
	void whatIsNoPlainNumberIsRefused(String text) {
		assertThat(fault("", "number", text)).isEqualTo("refusal.forms.number");
	}

	@Test
	void numbersKeepTheirRangeTheirDigitsAndTheirSteps() {
		assertThat(fault("\"validate\":{\"min\":1}", "number", 0)).isEqualTo("refusal.forms.min");
		assertThat(fault("\"validate\":{\"max\":10}", "number", "10.01")).isEqualTo("refusal.forms.max");
		assertThat(fault("\"decimalDigits\":0", "number", 1.5)).isEqualTo("refusal.forms.integer");
		assertThat(fault("\"decimalDigits\":1", "number", "1.25")).isEqualTo("refusal.forms.digits");
		assertThat(fault("\"increment\":\"0.5\"", "number", 1.2)).isEqualTo("refusal.forms.increment");
		assertThat(number(",\"validate\":{\"min\":1,\"max\":1}", 1)).isEqualTo(1);
	}

	@Test
	void aLimitMayBeComputed() {
		String form = field("number", ",\"validate\":{\"max\":\"=places - 1\"}");
		assertThat(this.forms.check(schema(form), Map.of("a", 9), Map.of("places", 10))).containsEntry("a", 9);
		assertThatThrownBy(() -> this.forms.check(schema(form), Map.of("a", 10), Map.of("places", 10)))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void onlyOptionsOfTheFormCanBeChosen() {
		String options = ",\"values\":[{\"label\":\"甲\",\"value\":\"x\"},{\"label\":\"乙\",\"value\":2}]";
		for (String type : List.of("radio", "select")) {
			assertThat(checked(field(type, options), Map.of("a", "x"))).containsEntry("a", "x");
			assertThat(checked(field(type, options), Map.of("a", 2))).containsEntry("a", 2);
			assertThat(keys(refused(field(type, options), Map.of("a", "甲")))).containsExactly("refusal.forms.option");
			assertThat(keys(refused(field(type, options), Map.of("a", List.of("x")))))
				.containsExactly("refusal.forms.option");
		}
		for (String type : List.of("checklist", "taglist")) {
			assertThat(checked(field(type, options), Map.of("a", List.of("x", "x", 2)))).containsEntry("a",
					List.of("x", 2));
			assertThat(refused(field(type, options), Map.of("a", List.of("x", "z")))).containsKey("a");
			assertThat(keys(refused(field(type, options), Map.of("a", "x")))).containsExactly("refusal.forms.options");
		}
	}

	@Test
	void optionsMayComeFromWhatIsKnown() {
		Map<String, Object> known = Map.of("mentors", List.of(Map.of("label", "王老师", "value", 17)), "units",
				List.of("一班", "二班"));
		FormSchema schema = schema("""
				{"type":"select","key":"mentor","label":"M","valuesKey":"mentors"},
				{"type":"select","key":"unit","label":"U","valuesExpression":"=units"}""");
		assertThat(this.forms.check(schema, Map.of("mentor", 17, "unit", "二班"), known))
			.isEqualTo(Map.of("mentor", 17, "unit", "二班"));
		assertThatThrownBy(() -> this.forms.check(schema, Map.of("mentor", 18), known))
			.isInstanceOf(Refusal.Invalid.class);
		assertThat(this.forms.lines(schema, Map.of("mentor", 17), known, (field) -> true).get(0).values())
			.containsExactly("王老师");
	}

	@ParameterizedTest
	@CsvSource({ "date, 2026-05-04,", "date, 2026-02-29, date", "date, 04/05/2026, date", "date, 0001-01-01, date",
			"date, 99999-01-01, date", "time, 09:30,", "time, 09:30+08:00,", "time, 25:00, time",
			"datetime, 2026-05-04T09:30,", "datetime, 2026-05-04T09:30Z,", "datetime, 2026-05-04, datetime" })
	void daysAndTimesAreReal(String subtype, String text, String fault) {
		String form = field("datetime", ",\"subtype\":\"" + subtype + "\"");
		if (fault == null) {
			assertThat(checked(form, Map.of("a", text))).containsEntry("a", text);
		}
		else {
			assertThat(keys(refused(form, Map.of("a", text)))).containsExactly("refusal.forms." + fault);
		}
	}

	@Test
	void passedDaysAreReckonedByTheBusinessClock() {
		String form = field("datetime", ",\"subtype\":\"date\",\"disallowPassedDates\":true");
		assertThat(checked(form, Map.of("a", "2026-05-04"))).isNotEmpty();
		assertThat(keys(refused(form, Map.of("a", "2026-05-03")))).containsExactly("refusal.forms.passed-date");
		this.clock.moveTo(Instant.parse("2026-05-04T16:30:00Z"));
		assertThat(keys(refused(form, Map.of("a", "2026-05-04")))).containsExactly("refusal.forms.passed-date");
	}

	@Test
	void datesKeepTheirBounds() {
		String form = field("datetime",
				",\"subtype\":\"date\",\"properties\":{\"minDate\":\"today-P28Y\",\"maxDate\":\"today-P14Y\"}");
		assertThat(checked(form, Map.of("a", "2012-05-04"))).isNotEmpty();
		assertThat(keys(refused(form, Map.of("a", "2012-05-05")))).containsExactly("refusal.forms.max-date");
		assertThat(keys(refused(form, Map.of("a", "1998-05-03")))).containsExactly("refusal.forms.min-date");
	}

	@Test
	void whatIsHiddenHasNoValueAndIsNotRequired() {
		String form = """
				{"type":"checkbox","key":"away","label":"校外"},
				{"type":"textfield","key":"safety","label":"预案","validate":{"required":true},
				 "conditional":{"hide":"=not(away = true)"}},
				{"type":"textfield","key":"contact","label":"联系人","conditional":{"hide":"=safety = null"}}""";
		assertThat(checked(form, Map.of("away", false, "safety", "有", "contact", "某人")))
			.isEqualTo(Map.of("away", false));
		assertThat(keys(refused(form, Map.of("away", true)))).containsExactly("refusal.forms.required");
		assertThat(checked(form, Map.of("away", true, "safety", "有", "contact", "某人"))).hasSize(3);
	}

	@Test
	void aHiddenGroupHidesAllThatIsInIt() {
		String form = """
				{"type":"radio","key":"how","label":"H","values":[{"label":"a","value":"a"},{"label":"b","value":"b"}]},
				{"type":"group","path":"more","label":"G","conditional":{"hide":"=how != \\"a\\""},"components":[
				 {"type":"textfield","key":"why","label":"W","validate":{"required":true}}]}""";
		assertThat(checked(form, Map.of("how", "b", "more", Map.of("why", "x")))).isEqualTo(Map.of("how", "b"));
		assertThat(refused(form, Map.of("how", "a")).keySet()).containsExactly("more.why");
		assertThat(checked(form, Map.of("how", "a", "more", Map.of("why", "x"))))
			.isEqualTo(Map.of("how", "a", "more", Map.of("why", "x")));
	}

	@Test
	void conditionsMayNameWhatIsKnown() {
		FormSchema schema = schema("""
				{"type":"textfield","key":"a","label":"A","conditional":{"hide":"=member"}}""");
		assertThat(this.forms.check(schema, Map.of("a", "x"), Map.of("member", true))).isEmpty();
		assertThat(this.forms.check(schema, Map.of("a", "x"), Map.of("member", false))).hasSize(1);
	}

	@Test
	void conditionsThatHideEachOtherComeToAnEnd() {
		assertThat(checked("""
				{"type":"textfield","key":"a","label":"A","conditional":{"hide":"=b = null"}},
				{"type":"textfield","key":"b","label":"B","conditional":{"hide":"=a != null"}}""",
				Map.of("a", "1", "b", "2")))
			.isNotNull();
	}

	@Test
	void unknownKeysAreRefusedWhereverTheyStand() {
		String form = "{\"type\":\"textfield\",\"key\":\"p.name\",\"label\":\"N\"}";
		assertThat(refused(form, Map.of("caseId", 1)).keySet()).containsExactly("caseId");
		assertThat(refused(form, Map.of("p", Map.of("name", "x", "admin", true))).keySet()).containsExactly("p.admin");
		assertThat(refused(form, Map.of("p.name", "x")).keySet()).containsExactly("p.name");
		assertThat(refused(form, Map.of("p", "x")).keySet()).containsExactly("p");
		assertThat(checked(form, Map.of("p", Map.of("name", "x")))).isEqualTo(Map.of("p", Map.of("name", "x")));
	}

	@Test
	void whatOnlyReadsCannotBeWritten() {
		for (String lock : List.of("\"readonly\":true", "\"disabled\":true", "\"readonly\":\"=locked\"")) {
			FormSchema schema = schema(field("textfield", "," + lock));
			Refusal.Invalid refusal = catchThrowableOfType(Refusal.Invalid.class,
					() -> this.forms.check(schema, Map.of("a", "x"), Map.of("locked", true)));
			assertThat(keys(refusal.fields())).as(lock).containsExactly("refusal.forms.read-only");
			assertThat(this.forms.check(schema, Map.of(), Map.of("a", "known", "locked", true))).isEmpty();
		}
	}

	@Test
	void whatIsKnownCannotBeOverwrittenToShowAField() {
		FormSchema schema = schema("""
				{"type":"textfield","key":"a","label":"A","conditional":{"hide":"=p.locked"}},
				{"type":"textfield","key":"p.b","label":"B"}""");
		assertThat(
				this.forms.check(schema, Map.of("a", "x", "p", Map.of("b", "y")), Map.of("p", Map.of("locked", true))))
			.isEqualTo(Map.of("p", Map.of("b", "y")));
	}

	@Test
	void computedValuesAreComputedHereAndNotBelieved() {
		String form = """
				{"type":"number","key":"a","label":"A"},{"type":"expression","key":"twice","expression":"=a * 2"}""";
		assertThat(((Number) checked(form, Map.of("a", 4)).get("twice")).intValue()).isEqualTo(8);
		assertThat(keys(refused(form, Map.of("a", 4, "twice", 100)))).containsExactly("refusal.forms.read-only");
	}

	@Test
	void filesAreNamedByNumber() {
		String form = field("filepicker", ",\"multiple\":true");
		assertThat(checked(form, Map.of("a", List.of(3, "4", 3)))).containsEntry("a", List.of(3L, 4L));
		assertThat(schema(form).attachments(Map.of("a", List.of(3L, 4L)))).containsExactly(3L, 4L);
		assertThat(keys(refused(form, Map.of("a", List.of("files::1"))))).containsExactly("refusal.forms.files");
		assertThat(keys(refused(field("filepicker", ""), Map.of("a", List.of(1, 2)))))
			.containsExactly("refusal.forms.one-file");
	}

	@Test
	void wrongKindsOfValuesAreRefusedAndNeverABug() {
		for (String type : List.of("textfield", "textarea", "number", "checkbox", "filepicker")) {
			for (Object odd : Arrays.asList(Map.of("x", 1), List.of(List.of()), List.of(Map.of()))) {
				assertThat(refused(field(type, ""), Map.of("a", odd))).as(type + odd).isNotEmpty();
			}
		}
		assertThat(refused(field("datetime", ",\"subtype\":\"date\""), Map.of("a", Map.of("x", 1)))).isNotEmpty();
		assertThat(refused(field("textfield", ""), Map.of("a", true))).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "[1]", "\"x\"", "{\"a\":}", "nonsense", "12" })
	void malformedAnswersAreRefused(String json) {
		assertThatThrownBy(() -> this.forms.read(json)).isInstanceOf(Refusal.Invalid.class)
			.hasMessageContaining("malformed");
	}

	@Test
	void deepNestingIsRefused() {
		String deep = "{\"a\":".repeat(5000) + "1" + "}".repeat(5000);
		assertThatThrownBy(() -> this.forms.check(schema(field("textfield", "")), deep, Map.of()))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void oversizedAnswersAreRefused() {
		String json = Json.write(Map.of("a", "团".repeat(90_000)));
		assertThatThrownBy(() -> this.forms.read(json)).isInstanceOf(Refusal.Invalid.class)
			.hasMessageContaining("oversize");
		assertThatThrownBy(() -> checked(field("textarea", ",\"validate\":{\"maxLength\":900000}"),
				Map.of("a", "团".repeat(90_000))))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void pastAnswersReadInWords() {
		FormSchema schema = schema("""
				{"type":"radio","key":"d","label":"意见","values":[{"label":"同意","value":"approve"}]},
				{"type":"checkbox","key":"b","label":"校外"},{"type":"textarea","key":"t","label":"说明"},
				{"type":"datetime","subtype":"datetime","key":"w","label":"时间"},
				{"type":"filepicker","key":"f","label":"附件"},{"type":"textfield","key":"none","label":"无"}""");
		List<AnswerLine> lines = this.forms.lines(schema,
				Map.of("d", "approve", "b", false, "t", "一\n二", "w", "2026-05-04T09:30", "f", List.of(5)), Map.of(),
				(field) -> true);
		assertThat(lines).extracting(AnswerLine::label).containsExactly("意见", "校外", "说明", "时间", "附件");
		assertThat(lines.get(0).values()).containsExactly("同意");
		assertThat(lines.get(1).yes()).isFalse();
		assertThat(lines.get(2).essay()).isTrue();
		assertThat(lines.get(3).values()).containsExactly("2026-05-04 09:30");
		assertThat(lines.get(4).attachments()).containsExactly(5L);
	}

	@Test
	void aRefusedFormShowsWhatWasEnteredAndWhatIsKnown() {
		FormView view = FormView.of(schema(field("textfield", "")), Map.of("known", 1), "/x", null);
		assertThat(Json.readMap(view.refused("{\"a\":\"</script>\"}", Map.of()).valuesJson()))
			.isEqualTo(Map.of("known", 1, "a", "</script>"));
		assertThat(view.refused("{\"a\":\"</script>\"}", Map.of()).valuesBlock()).doesNotContain("<");
		assertThat(view.refused("{nonsense", Map.of()).valuesJson()).isEqualTo(view.valuesJson());
	}

	private Object number(String more, Object value) {
		return checked(field("number", more), Map.of("a", value)).get("a");
	}

	private String fault(String more, String type, Object value) {
		Map<String, Message> said = refused(field(type, more.isEmpty() ? "" : "," + more), Map.of("a", value));
		return said.get("a").key();
	}

	private static String field(String type, String more) {
		return "{\"type\":\"" + type + "\",\"key\":\"a\",\"label\":\"A\"" + more + "}";
	}

	static FormSchema schema(String components) {
		FormSchema schema = FormSchema
			.parse("{\"id\":\"probe-form\",\"type\":\"default\",\"components\":[" + components + "]}");
		assertThat(schema.problems()).isEmpty();
		return schema;
	}

	private Map<String, Object> checked(String components, Map<String, Object> answers) {
		return this.forms.check(schema(components), answers, Map.of());
	}

	private Map<String, Message> refused(String components, Map<String, Object> answers) {
		return catchThrowableOfType(Refusal.Invalid.class, () -> checked(components, answers)).fields();
	}

	private static List<String> keys(Map<String, Message> said) {
		return said.values().stream().map(Message::key).toList();
	}

	private static Map<String, Object> mapOf(String a, Object one, String b, Object two) {
		Map<String, Object> map = new java.util.HashMap<>();
		map.put(a, one);
		map.put(b, two);
		return map;
	}

}
