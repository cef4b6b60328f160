package org.leagueflow.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.award.AwardStory.College;
import org.leagueflow.award.BatchService.Announcing;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Subject;
import org.leagueflow.marks.MarkFixture;
import org.leagueflow.scoring.Inputs;
import org.leagueflow.scoring.Score;
import org.leagueflow.scoring.ScoreComponent.Source;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Shipped awards of persons find the marks that a sheet brought. */
@StoryTest
class ShippedAwardMarksTests {

	private static final String YEAR = "2023-2024";

	@Autowired
	AwardStory story;

	@Autowired
	BatchScores scores;

	@Autowired
	BatchPlans plans;

	@Autowired
	MarkFixture marks;

	@Autowired
	JdbcClient jdbc;

	@AfterEach
	void back() {
		this.story.clock.offset(Duration.ZERO);
	}

	@Test
	void everyComponentHasItsMarksAndPenaltiesAreTakenOff() {
		this.story.begin();
		College college = this.story.college();
		Actor office = this.story.people.actor(college.committee().get(0));
		List<Long> persons = college.one().subList(1, 4);
		Object[][] sheet = new Object[persons.size() + 1][];
		sheet[0] = new Object[] { "学号", "姓名", "高等数学（4学分）", "大学英语（2学分）", "德育考评", "德育加分", "德育扣分", "体育", "美育", "劳育" };
		for (int i = 0; i < persons.size(); i++) {
			String number = "2024" + persons.get(i);
			this.jdbc.sql("UPDATE person SET student_number = ? WHERE id = ?").params(number, persons.get(i)).update();
			String name = this.jdbc.sql("SELECT name FROM person WHERE id = ?")
				.param(persons.get(i))
				.query(String.class)
				.single();
			sheet[i + 1] = new Object[] { number, name, 90 - 5 * i, 80, 90, 3, 2, 80, 80, 80 };
		}
		this.marks.imports(college.units().committee(), YEAR, office, sheet);
		new ShippedAwards().all().forEach((key, json) -> {
			AwardDefinition definition = AwardDefinition.read(json);
			if (definition.judged().person() && definition.scheme() != null
					&& definition.scheme().components().stream().anyMatch((one) -> one.source() == Source.MARKS)) {
				ranked(key, definition, college, persons, office);
			}
		});
	}

	private void ranked(String key, AwardDefinition definition, College college, List<Long> persons, Actor office) {
		long edition = this.story.editions.edition(college.units().committee(), definition);
		long id = this.story.batches.announce(
				new Announcing(edition, definition.name() + key, YEAR, this.story.clock.today().plusDays(7), null),
				office);
		Batch batch = this.story.repository.of(id);
		List<Nomination> rows = persons.stream()
			.map((person) -> new Nomination(person, id, new Subject(Subject.Kind.PERSON, person, "某"),
					college.units().branch(), "班", "/", false, person, "", NominationState.values()[0], List.of(), null,
					null, null, null, null))
			.toList();
		BatchPlan plan = this.plans.of(edition);
		Map<Long, Inputs> inputs = new HashMap<>();
		this.scores.inputs(batch, plan, rows, inputs::put);
		definition.scheme()
			.components()
			.stream()
			.filter((component) -> component.source() == Source.MARKS)
			.forEach((component) -> inputs.values()
				.forEach((entered) -> assertThat(entered.of(component.key())).as("%s %s", key, component.key())
					.hasSize(component.key().equals("courses") ? 2 : 1)));
		if (definition.scheme().components().stream().allMatch((component) -> component.source() == Source.MARKS)) {
			Map<Long, Score> scored = this.scores.score(batch, plan, rows);
			assertThat(persons).as(key)
				.extracting((person) -> scored.get(person).value())
				.doesNotContainNull()
				.isSortedAccordingTo(java.util.Comparator.<BigDecimal>reverseOrder())
				.doesNotHaveDuplicates();
		}
		if (key.equals("comprehensive-scholarship")) {
			assertThat(this.scores.score(batch, plan, rows).get(persons.get(0)).value())
				.as("20%% of 80 + 3 - 2, 60%% of 520 / 6, 20%% of 80")
				.isEqualByComparingTo("84.2");
		}
	}

}
