package org.leagueflow.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.leagueflow.kernel.Json;
import org.leagueflow.scoring.Entrant;
import org.leagueflow.scoring.Fault;
import org.leagueflow.scoring.Input;
import org.leagueflow.scoring.Inputs;
import org.leagueflow.scoring.LevelRules;
import org.leagueflow.scoring.Levels;
import org.leagueflow.scoring.TiePolicy;

/** An award is data that is checked as a whole; the shipped ones pass the same check. */
class AwardDefinitionTests {

	private static final Set<String> FACTS = Set.of("person.member", "person.leagueAge", "ledger.SANCTION",
			"ledger.APPRAISAL", "ledger.REGISTRATION", "ledger.VOLUNTEER_HOURS", "marks.failed", "marks.open");

	private static final ShippedAwards SHIPPED = new ShippedAwards();

	static Set<String> shipped() {
		return SHIPPED.all().keySet();
	}

	@ParameterizedTest
	@MethodSource("shipped")
	void everyShippedAwardIsWhole(String key) {
		AwardForm.Reading reading = AwardForm.of(SHIPPED.json(key).orElseThrow()).read();
		assertThat(reading.faults(FACTS)).isEmpty();
		AwardDefinition definition = reading.definition();
		assertThat(AwardDefinition.read(Json.write(definition))).isEqualTo(definition);
		assertThat(definition.requirements().conditions()).hasSameSizeAs(definition.conditions());
	}

	@Test
	void theAwardsThatTheDocumentsNameAreThere() {
		assertThat(SHIPPED.names().values()).contains("三好学生", "优秀学生干部", "先进班集体", "奖学金", "助学金", "综合素质奖学金", "优秀共青团员",
				"优秀共青团干部", "五四红旗团支部", "五四红旗团总支", "最佳团日活动");
		AwardDefinition scholarship = AwardDefinition.read(SHIPPED.json("scholarship").orElseThrow());
		assertThat(scholarship.levels()).extracting((level) -> level.quota().places(100)).containsExactly(3, 7, 10);
	}

	@Test
	void theGrantIsScoredAsItsOfficeWritesIt() {
		AwardDefinition grant = AwardDefinition.read(SHIPPED.json("grant").orElseThrow());
		assertThat(grant.scheme()
			.score(Inputs.of(List.of(Input.word("scholarship", "一等", null), Input.word("poverty", "B", null),
					Input.of("good", new java.math.BigDecimal("0.90"), null))))
			.value()).isEqualTo("0.6775");
	}

	@Test
	void aLevelIsOpenToTheBestShareOfTheWholeGroup() {
		AwardDefinition scholarship = AwardDefinition.read(SHIPPED.json("scholarship").orElseThrow());
		assertThat(List.of(1, 5, 6, 15, 16, 25)).extracting((rank) -> scholarship.bestLevel(rank, 100).orElseThrow())
			.containsExactly(0, 0, 1, 1, 2, 2);
		assertThat(scholarship.bestLevel(26, 100)).isEmpty();
		assertThat(scholarship.bestLevel(1, 3)).as("a third is not among the best quarter").isEmpty();
		assertThat(AwardDefinition.read(SHIPPED.json("league-member").orElseThrow()).bestLevel(99, 100)).contains(0);
	}

	@Test
	void atMostTwoPerBranchOneMoreWhereHonouredAndFortyPercentFromClasses() {
		AwardDefinition cadre = AwardDefinition.read(SHIPPED.json("student-cadre").orElseThrow());
		Map<String, Integer> limits = cadre.groupLimits(10, List.of(7L, 8L), Set.of(8L));
		assertThat(limits).isEqualTo(Map.of("branch:7", 2, "branch:8", 3, "others", 6));
		List<Entrant> entrants = new java.util.ArrayList<>();
		for (int place = 1; place <= 20; place++) {
			entrants.add(new Entrant(place, place, 0,
					(place <= 12) ? Set.of("others") : Set.of((place % 2 == 0) ? "branch:8" : "branch:7")));
		}
		assertThat(
				Levels.allocate(new LevelRules(List.of(10), false, false, TiePolicy.NONE, limits), entrants, Map.of())
					.levels()
					.get(0))
			.as("six others, two of branch 7, two of branch 8 until the places are gone")
			.containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 13L, 14L, 15L, 16L);
		assertThat(
				Levels.allocate(new LevelRules(List.of(20), false, false, TiePolicy.NONE, limits), entrants, Map.of())
					.levels()
					.get(0))
			.as("no place goes beyond a limit, however many are left")
			.containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 13L, 14L, 15L, 16L, 18L);
	}

	private static List<String> faults(String key, Map<String, String> changes) {
		Map<String, String> fields = new LinkedHashMap<>();
		AwardForm.of(SHIPPED.json(key).orElseThrow()).fields().forEach((path, value) -> fields.put("d." + path, value));
		changes.forEach((path, value) -> fields.put("d." + path, value));
		return AwardForm.of(fields)
			.read()
			.faults(FACTS)
			.stream()
			.map((fault) -> fault.path() + " " + fault.words().key())
			.toList();
	}

	@ParameterizedTest
	@CsvSource({ "levels[0].quota.share, abc, levels[0].quota.share award.fault.unreadable",
			"levels[0].quota.share, -3%, levels[0].quota scoring.fault.quotaBelowZero",
			"levels[0].quota.share, 101%, levels[0].quota scoring.fault.quotaShare",
			"levels[0].quota.share, 90%, levels award.fault.shares",
			"levels[0].quota.count, 2.5, levels[0].quota scoring.fault.quotaKind",
			"levels[0].quota.rounding, '', levels[0].quota scoring.fault.rounding",
			"levels[0].quota.rounding, UPWARDS, levels[0].quota.rounding award.fault.unreadable",
			"levels[0].base, '', levels[0].base award.fault.base",
			"levels[0].base, BRANCHES, levels[0].base award.fault.baseFits",
			"levels[1].name, 一等奖学金, levels[1].name award.fault.levelName",
			"levels[2].topShare, 1%, levels[2].topShare award.fault.topOrder",
			"levels[2].topShare, 0, levels[2].topShare award.fault.top",
			"scheme.formula.terms[0].weight, 79%, scheme.formula scoring.fault.weights",
			"scheme.formula.terms[1].of.key, gone, scheme.formula.terms[1].of scoring.fault.unknown",
			"scheme.formula.terms[0].of.type, script, scheme.formula.terms[0].of award.fault.unreadable",
			"scheme.rounding.scale, 1.5, scheme.rounding.scale award.fault.unreadable",
			"scheme.rounding.scale, 99, scheme.rounding scoring.fault.scale",
			"tieBreakers[0], courses, tieBreakers[0] award.fault.tieBreaker", "ties, '', ties award.fault.ties",
			"conditions[0].fact, gone, conditions[0].fact award.fault.fact",
			"conditions[0].need, -1, conditions[0].need award.fault.need",
			"conditions[0].need, 1/3, conditions[0].need award.fault.need",
			"conditions[0].window, SINCE, conditions[0].window award.fault.window",
			"conditions[0].source, '', conditions[0].source award.fault.source",
			"conditions[1].fact, marks.failed, conditions[1].fact award.fault.conditionTwice",
			"steps[1].workingDays, 0, steps[1].workingDays award.fault.workdays",
			"steps[1].workingDays, '', steps[1].workingDays award.fault.workdays",
			"steps[0].workingDays, 3, steps[0].workingDays award.fault.workdays",
			"steps[0].tier, SCHOOL, steps[1].tier award.fault.stepOrder",
			"steps[4].kind, REVIEW, steps award.fault.noCommittee",
			"certificate.text, 特发此证, certificate.text award.fault.certificateName",
			"certificate.text, {name}{number}, certificate.text award.fault.placeholder",
			"limits[0].kind, HONOURED_BRANCH, limits[0].kind award.fault.limitHonoured",
			"exclusions[0].kind, COLLECTIVE_FAILED, exclusions[0].kind award.fault.exclusionFits",
			"exclusions[0].kind, OTHER_AWARD, exclusions[0].award award.fault.exclusionAward" })
	void whatIsWrongIsNamedWhereItStands(String path, String value, String fault) {
		assertThat(faults("scholarship", Map.of(path, value))).contains(fault);
	}

	@ParameterizedTest
	@CsvSource({ "scheme.components[1].source, LEDGER, scheme.components[1].item award.fault.ledgerItem",
			"scheme.components[1].item, '', scheme.components[1].item award.fault.marksItem",
			"scheme.components[1].item, ' ', scheme.components[1].item award.fault.marksItem",
			"judged, CLASS, scheme.components[1].source award.fault.sourcePerson",
			"judged, BRANCH, scheme.components[0].source award.fault.sourcePerson",
			"judged, ACTIVITY, scheme.components[0].source award.fault.sourcePerson" })
	void aSourceHasWhatTheComponentTakes(String path, String value, String fault) {
		assertThat(faults("scholarship", Map.of(path, value))).contains(fault);
	}

	@Test
	void theLedgerIsAskedForSomethingThatItAddsUp() {
		for (org.leagueflow.ledger.EntryKind kind : org.leagueflow.ledger.EntryKind.values()) {
			assertThat(faults("scholarship",
					Map.of("scheme.components[1].source", "LEDGER", "scheme.components[1].item", kind.name())))
				.as("%s", kind)
				.hasSize(kind.graded() ? 1 : 0);
		}
		for (String wrong : List.of("", "VOLUNTEER", "volunteer_hours", "德育考评")) {
			assertThat(faults("scholarship",
					Map.of("scheme.components[1].source", "LEDGER", "scheme.components[1].item", wrong)))
				.contains("scheme.components[1].item award.fault.ledgerItem");
		}
	}

	@Test
	void everythingThatIsWrongIsSaidAtOnceAndNothingTypedIsLost() {
		List<Fault> faults = AwardForm.of(Map.<String, String>of()).read().faults(FACTS);
		assertThat(faults).extracting(Fault::path)
			.contains("name", "judged", "period", "ties", "levels", "steps", "certificate");
		AwardForm form = AwardForm.of(Map.of("d.levels[3].quota.share", "abc", "d.levels[7].name", "二等",
				"d.scheme.formula.terms[0].weight", "x", "other", "1", "d.a..b", "2", "d.levels[0", "3"));
		assertThat(form.at("levels[0].quota.share")).isEqualTo("abc");
		assertThat(form.at("levels[1].name")).isEqualTo("二等");
		assertThat(form.tree()).containsOnlyKeys("levels", "scheme");
		assertThat(AwardForm.of(form.json()).at("levels[0].quota.share")).isEqualTo("abc");
	}

	@Test
	void listsGrowAndShrinkAndOddRequestsChangeNothing() {
		AwardForm form = AwardForm.of(SHIPPED.json("scholarship").orElseThrow());
		form.change("add:levels");
		form.change("add:scheme.formula.terms");
		assertThat(form.at("levels[3]")).isEqualTo(Map.of());
		form.change("remove:levels[0]");
		assertThat(form.at("levels[0].name")).isEqualTo("二等奖学金");
		String before = form.json();
		for (String odd : List.of("", "remove:levels[99]", "remove:levels", "add:name", "add:name.x", "remove:[",
				"remove:levels[x]", "add:levels[99].x", "kind", "add:")) {
			form.change(odd);
		}
		assertThat(form.fields()).isEqualTo(AwardForm.of(before).fields());
	}

	@Test
	void fieldsOfAnotherKindOfPartAreDropped() {
		Map<String, String> fields = Map.of("d.scored", "true", "d.scheme.formula.type", "constant",
				"d.scheme.formula.value", "3", "d.scheme.formula.terms[0].weight", "60%");
		assertThat(AwardForm.of(fields).json()).contains("\"value\":\"3\"").doesNotContain("terms");
		assertThat(AwardForm.of(Map.of("d.scored", "false", "d.scheme.formula.type", "constant")).json())
			.doesNotContain("scheme");
	}

	@Test
	void aPartOfAnyKindBecomesAnyOther() {
		for (String from : AwardForm.PARTS.keySet()) {
			for (String to : AwardForm.PARTS.keySet()) {
				Map<String, String> fields = new LinkedHashMap<>(
						Map.of("d.scored", "true", "d.scheme.formula.type", to));
				AwardForm.PARTS.get(from).forEach((part) -> fields.put("d.scheme.formula." + switch (part) {
					case "of" -> from.equals("sum") ? "of[0].type" : "of.type";
					case "terms" -> from.equals("weightedMean") ? "terms[0].of.type" : "terms";
					case "rows" -> "rows[0].value";
					case "base", "plus", "minus", "heads" -> part + ".type";
					case "rule" -> "rule.scale";
					default -> part;
				}, switch (part) {
					case "of", "base", "plus", "minus", "heads" -> "component";
					case "terms" -> from.equals("weightedMean") ? "component" : "2";
					case "which" -> "LATEST";
					case "bands" -> "true";
					default -> "1";
				}));
				AwardForm form = AwardForm.of(fields);
				assertThat(form.read().unreadable()).as("%s becomes %s: %s", from, to, form.json()).isEmpty();
				form.change("add:scheme.formula.of");
				form.change("add:scheme.formula.terms");
				assertThat(form.json()).contains(to);
			}
		}
	}

	@Test
	void tenFailuresDoNotBarAndElevenDo() {
		AwardExclusion failed = AwardDefinition.read(SHIPPED.json("class-collective").orElseThrow())
			.exclusion(AwardExclusion.Kind.COLLECTIVE_FAILED)
			.orElseThrow();
		assertThat(failed.bars(10)).isFalse();
		assertThat(failed.bars(11)).isTrue();
		AwardExclusion sanction = new AwardExclusion(AwardExclusion.Kind.COLLECTIVE_SANCTION, null, null);
		assertThat(sanction.bars(0)).isFalse();
		assertThat(sanction.bars(1)).isTrue();
	}

	@Test
	void aFormulaIsTriedWithWhatSomebodyTyped() {
		AwardDefinition award = AwardDefinition.read(SHIPPED.json("scholarship").orElseThrow());
		Map<String, String> typed = Map.of("try.courses", "高等数学:85*4@2025-2026-1 英语:优秀*2@2025-2026-1", "try.conduct",
				"90");
		assertThat(award.scheme().score(AwardTryOut.inputs(award.scheme(), typed)).value()).isEqualTo("88.67");
		assertThat(award.scheme().score(AwardTryOut.inputs(award.scheme(), Map.of("try.conduct", "-"))).value())
			.isNull();
		assertThat(award.scheme()
			.score(AwardTryOut.inputs(award.scheme(),
					Map.of("try.courses", ":::*@ 1e9 9999999999", "try.conduct", "9")))
			.value()).isNull();
	}

	@Test
	void aBallotBelongsToABranchAndCountsForSomething() {
		assertThat(ballot("PERSON", "{\"kind\":\"ASSESS\",\"tier\":\"BRANCH\",\"ballot\":\"PASS\"}", "[0,100]"))
			.isEmpty();
		assertThat(ballot("PERSON", "{\"kind\":\"ASSESS\",\"tier\":\"BRANCH\",\"ballot\":\"COUNT\"}", "[0,100]"))
			.isEmpty();
		assertThat(ballot("PERSON", "{\"kind\":\"ASSESS\",\"tier\":\"BRANCH\",\"ballot\":\"COUNT\"}", null))
			.containsExactly("steps[0].ballot award.fault.ballotUncounted");
		assertThat(ballot("PERSON", "{\"kind\":\"ASSESS\",\"tier\":\"FACULTY\",\"ballot\":\"PASS\"}", "[0,100]"))
			.containsExactly("steps[0].ballot award.fault.ballotStep");
		assertThat(ballot("PERSON", "{\"kind\":\"REVIEW\",\"tier\":\"BRANCH\",\"ballot\":\"PASS\"}", "[0,100]"))
			.containsExactly("steps[0].ballot award.fault.ballotStep");
		assertThat(ballot("CLASS", "{\"kind\":\"ASSESS\",\"tier\":\"BRANCH\",\"ballot\":\"PASS\"}", "[0,100]"))
			.containsExactly("steps[0].ballot award.fault.ballotPerson");
		String step = "{\"kind\":\"ASSESS\",\"tier\":\"BRANCH\",\"ballot\":\"PASS\"}";
		assertThat(ballot("PERSON", step + "," + step, "[0,100]"))
			.containsExactly("steps[0].ballot award.fault.ballotTwice", "steps[1].ballot award.fault.ballotTwice");
		assertThat(ballot("PERSON", step, "[0,null]")).containsExactly("scheme award.fault.ballotRange");
		assertThat(ballot("PERSON", step, "[10,100]")).containsExactly("scheme award.fault.ballotRange");
		assertThat(ballot("PERSON", "{\"kind\":\"ASSESS\",\"tier\":\"BRANCH\",\"ballot\":\"SHOUT\"}", null))
			.containsExactly("steps[0].ballot award.fault.unreadable");
	}

	/** What is wrong with an award that has these steps, and a meeting's component. */
	private static List<String> ballot(String judged, String steps, String range) {
		Map<String, Object> award = Json.readMap(SHIPPED.json("league-branch").orElseThrow());
		award.put("judged", judged);
		award.put("levels", Json.readMap("{\"levels\":[{\"name\":\"一等\",\"quota\":{\"count\":\"1\"}}]}").get("levels"));
		award.remove("exclusions");
		award.remove("limits");
		award.put("tieBreakers", List.of());
		award.put("steps", Json.readMap("{\"steps\":[" + steps
				+ ",{\"kind\":\"NOTICE\",\"tier\":\"SCHOOL\",\"workingDays\":2},{\"kind\":\"COMMITTEE\",\"tier\":\"SCHOOL\"}]}")
			.get("steps"));
		award.remove("scheme");
		if (range != null) {
			String[] ends = range.substring(1, range.length() - 1).split(",");
			award.put("scheme", Json.readMap(
					"{\"components\":[{\"key\":\"vote\",\"name\":\"民主评议\",\"source\":\"MEETING\",\"many\":false,\"min\":\""
							+ ends[0] + "\"" + (ends[1].equals("null") ? "" : ",\"max\":\"" + ends[1] + "\"")
							+ "}],\"formula\":{\"type\":\"component\",\"key\":\"vote\"},\"rounding\":{\"mode\":\"HALF_UP\",\"scale\":2}}"));
		}
		return AwardForm.of(Json.write(award))
			.read()
			.faults(FACTS)
			.stream()
			.map((fault) -> fault.path() + " " + fault.words().key())
			.toList();
	}

}
