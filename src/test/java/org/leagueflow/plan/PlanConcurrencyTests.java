package org.leagueflow.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.plan.PlanStory.Told;
import org.leagueflow.plan.ProgressService.Report;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several people at once, and sums against sums that are made otherwise. */
@StoryTest
class PlanConcurrencyTests {

	private static final int PEOPLE = 3;

	@Autowired
	PlanStory story;

	@Autowired
	AssignmentStartJob job;

	@Autowired
	Assignments assignments;

	@Autowired
	ProgressService progress;

	@Autowired
	ProgressEntries entries;

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
	void onePlanOfAUnitAndYearThoughAllMakeIt() throws Exception {
		var office = this.story.office();
		List<Object> made = together((i) -> this.story.service
			.create(office.units().committee(), PlanStory.YEAR, "工作计划", PlanStory.key(), office.by(i))
			.orElseThrow());
		assertThat(made).filteredOn(Long.class::isInstance).hasSize(1);
		assertThat(this.story.plans.findByUnitIdAndPlanYear(office.units().committee(), PlanStory.YEAR)).isPresent();
	}

	@Test
	void numbersOfItemsHaveNoGapAndNoTwin() throws Exception {
		Told told = this.story.office().drafts();
		List<Object> written = together((i) -> {
			for (int item = 0; item < 5; item++) {
				told.story.service.write(told.open(), 0, PlanStory.form("content", "第" + i + "人的第" + item + "项", "from",
						"2025-04-01", "to", "2025-04-30", "lead", told.office.named(i)), told.office.by(i));
			}
			return i;
		});
		assertThat(written).allMatch(Integer.class::isInstance);
		assertThat(told.content().lines()).extracting(PlanLine::number)
			.containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, PEOPLE * 5).boxed().toList());
	}

	@Test
	void anEditionIsSubmittedAndApprovedOnce() throws Exception {
		Told told = this.story.office().drafts();
		told.item("开展调研", "2025-04-01", "2025-04-30");
		long edition = told.open();
		List<Object> submitted = together((i) -> this.story.approval.submit(edition, false, told.office.by(i)));
		assertThat(submitted).filteredOn((one) -> one instanceof Refusal || one instanceof RuntimeException)
			.hasSize(PEOPLE - 1);
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM case_file WHERE process = 'workplan' AND unit_id = ?")
			.param(told.office.units().committee())
			.query(Integer.class)
			.single()).as("one case").isOne();
		told.votes(this.story.editions.of(edition).caseId(), PEOPLE);
		assertThat(told.plan().publishedId()).isEqualTo(edition);
		List<Object> amended = together((i) -> this.story.service.amend(told.plan, null, "调整", told.office.by(i)));
		assertThat(amended).as("one amendment at a time").filteredOn(Long.class::isInstance).hasSize(1);
	}

	@Test
	void reportsOnASharedNumberAddUpExactly() throws Exception {
		Told told = this.story.office().drafts();
		long first = told.item("content", "第一项", "from", "2025-03-01", "to", "2025-03-31", "lead", told.office.named(0),
				"indicatorName", "培训", "base", "2500", "unit", "人次");
		long shared = told.content().indicators().get(0).id();
		told.item("content", "第二项", "from", "2025-03-01", "to", "2025-03-31", "lead", told.office.named(1), "share",
				Long.toString(shared));
		told.published();
		this.job.start();
		List<Assignment> begun = this.assignments.findByPlanIdOrderByStartsOnAscIdAsc(told.plan);
		begun.forEach((one) -> this.story.inbox.submit(told.task(one.caseId(), "accept").id(),
				this.story.people.actor(one.lead().id()), new HashMap<>(Map.of("verdict", "accept")), PlanStory.key()));
		String once = PlanStory.key();
		List<Object> said = together((i) -> {
			Assignment mine = begun.get(i % 2);
			return this.progress.report(mine.id(), new Report(Map.of("total-" + shared, "0.1"), "同一张表交两次", null,
					List.of(), (i < 2) ? PlanStory.key() : once), told.office.by(0));
		});
		assertThat(said).as("a later one says the same total").hasSize(PEOPLE);
		BigDecimal sum = this.jdbc.sql("SELECT SUM(amount) FROM plan_progress WHERE indicator_id = ?")
			.param(shared)
			.query(BigDecimal.class)
			.single();
		assertThat(this.entries.totals(told.plan).get(shared).total()).isEqualByComparingTo(sum)
			.isEqualByComparingTo("0.1");
		assertThat(first).isPositive();
	}

	/**
	 * A random tree of units, whose totals are summed up by walking it: numbers as they
	 * are, rates as numerator and denominator, persons by name once.
	 */
	@Test
	void aRollUpIsWhatWalkingTheTreeSays() {
		Told told = this.story.office().drafts();
		told.item("content", "汇总", "from", "2025-03-01", "to", "2025-12-31", "lead", told.office.named(0),
				"indicatorName", "场次", "base", "100", "unit", "场", "indicatorName", "参与率", "base", "50", "unit", "%",
				"indicatorName", "覆盖", "base", "100", "unit", "人");
		told.published();
		List<PlanIndicator> indicators = told.holds().indicators();
		assertThat(indicators).extracting(PlanIndicator::rollUp)
			.containsExactly(PlanRollUp.SUM, PlanRollUp.RATE, PlanRollUp.PERSONS);
		Random random = new Random(14);
		for (PlanIndicator root : indicators) {
			grow(told, root, random);
			Set<Long> persons = new HashSet<>();
			Walked walked = walk(root.id(), persons);
			PlanTotal total = this.entries.totals(told.plan).get(root.id());
			BigDecimal expected = (root.rollUp() == PlanRollUp.PERSONS) ? walked.total()
				.subtract(BigDecimal.valueOf(walked.named()))
				.add(BigDecimal.valueOf(persons.size())) : walked.total();
			assertThat(total.total()).as("%s", root.name()).isEqualByComparingTo(expected);
			assertThat(total.ofTotal()).isEqualByComparingTo(walked.of());
			if (root.rollUp() == PlanRollUp.RATE) {
				assertThat(total.value(PlanRollUp.RATE)).isEqualByComparingTo(walked.total()
					.multiply(BigDecimal.valueOf(100))
					.divide(walked.of(), 2, java.math.RoundingMode.HALF_UP));
			}
		}
	}

	/** Forty indicators below the root, each below one that is there. */
	private void grow(Told told, PlanIndicator root, Random random) {
		List<Long> there = new ArrayList<>(List.of(root.id()));
		boolean persons = root.rollUp() == PlanRollUp.PERSONS;
		for (int i = 0; i < 40; i++) {
			long id = this.story.contents.newIndicator(told.plan);
			this.story.contents.indicatorParent(id, there.get(random.nextInt(there.size())));
			there.add(id);
			int named = persons ? random.nextInt(4) : 0;
			Set<Integer> who = new HashSet<>();
			while (who.size() < named) {
				who.add(1 + random.nextInt(12));
			}
			who.forEach((person) -> this.jdbc.sql("INSERT INTO plan_person (indicator_id, person_id) VALUES (?, ?)")
				.params(id, person)
				.update());
			int of = (root.rollUp() == PlanRollUp.RATE) ? 1 + random.nextInt(50) : 0;
			int total = (of > 0) ? random.nextInt(of + 1) : named + random.nextInt(30);
			this.jdbc.sql("UPDATE plan_indicator SET total = ?, of_total = ?, reports = 1 WHERE id = ?")
				.params(total, of, id)
				.update();
		}
	}

	private Walked walk(long indicator, Set<Long> persons) {
		List<Long> mine = this.jdbc.sql("SELECT person_id FROM plan_person WHERE indicator_id = ?")
			.param(indicator)
			.query(Long.class)
			.list();
		persons.addAll(mine);
		Walked all = this.jdbc.sql("SELECT total, of_total FROM plan_indicator WHERE id = ?")
			.param(indicator)
			.query((row, number) -> new Walked(row.getBigDecimal(1), row.getBigDecimal(2), mine.size()))
			.single();
		for (long child : this.jdbc.sql("SELECT id FROM plan_indicator WHERE parent_id = ?")
			.param(indicator)
			.query(Long.class)
			.list()) {
			all = all.add(walk(child, persons));
		}
		return all;
	}

	/**
	 * All do it at the same moment: what came of each, its refusal where it was refused.
	 */
	private List<Object> together(Doing doing) throws Exception {
		CyclicBarrier barrier = new CyclicBarrier(PEOPLE);
		ExecutorService threads = Executors.newFixedThreadPool(PEOPLE);
		try {
			List<Future<Object>> all = IntStream.range(0, PEOPLE)
				.mapToObj((i) -> threads.submit((Callable<Object>) () -> {
					barrier.await();
					return doing.by(i);
				}))
				.toList();
			List<Object> results = new ArrayList<>();
			for (Future<Object> one : all) {
				try {
					results.add(one.get());
				}
				catch (ExecutionException ex) {
					assertThat(ex.getCause()).isInstanceOfAny(Refusal.class, ConcurrencyFailureException.class,
							DuplicateKeyException.class);
					results.add(ex.getCause());
				}
			}
			return results;
		}
		finally {
			threads.shutdown();
		}
	}

	private interface Doing {

		Object by(int person) throws Exception;

	}

	private record Walked(BigDecimal total, BigDecimal of, int named) {

		Walked add(Walked other) {
			return new Walked(this.total.add(other.total), this.of.add(other.of), this.named + other.named);
		}

	}

}
