package org.leagueflow.deadline;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is due is said once for each day on which it was due, whoever says it. */
@StoryTest
class DeadlineTests {

	@Autowired
	DeadlineJob job;

	@Autowired
	DeadlineService service;

	@Autowired
	CaseDeadlines deadlines;

	@Autowired
	BusinessClock clock;

	private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

	private final Kind kind = new Kind("test-" + UUID.randomUUID().toString().substring(0, 30));

	@BeforeEach
	void begin() {
		on("2025-03-03");
	}

	@AfterEach
	void back() {
		this.clock.offset(Duration.ZERO);
	}

	private void on(String day) {
		this.clock.moveTo(LocalDate.parse(day).atTime(10, 0).atZone(this.clock.getZone()).toInstant());
	}

	private void run() {
		this.job.run(this.kind, (deadline) -> true);
	}

	private Reminder says(String what, String from, int everyDays) {
		return new Reminder(what, LocalDate.parse(from), everyDays, () -> this.heard.add(what));
	}

	@Test
	void nothingIsSaidBeforeItsDayAndThenOnce() {
		this.kind.running("1", "2025-03-10", says("soon", "2025-03-04", 0), says("late", "2025-03-11", 0));
		run();
		assertThat(this.heard).isEmpty();
		on("2025-03-04");
		run();
		run();
		assertThat(this.heard).containsExactly("soon");
		on("2025-03-11");
		run();
		run();
		assertThat(this.heard).containsExactly("soon", "late");
	}

	@Test
	void daysOnWhichNobodyRanAreMadeUpFor() {
		this.kind.running("1", "2025-03-10", says("soon", "2025-03-04", 0), says("late", "2025-03-11", 0));
		on("2025-06-01");
		run();
		assertThat(this.heard).containsExactly("soon", "late");
	}

	@Test
	void whatIsSaidAgainIsSaidOnceInEachRound() {
		this.kind.running("1", "2025-03-10", says("asked", "2025-03-11", 30));
		on("2025-03-20");
		run();
		on("2025-04-09");
		run();
		assertThat(this.heard).as("29 days after the first").hasSize(1);
		on("2025-04-10");
		run();
		run();
		assertThat(this.heard).hasSize(2);
		on("2025-08-01");
		run();
		assertThat(this.heard).as("rounds that nobody ran are not made up for").hasSize(3);
	}

	@Test
	void anotherDayAndAnotherSubjectAreOtherDeadlines() {
		this.kind.running("1", "2025-03-01", says("late", "2025-03-02", 0));
		run();
		this.kind.running("1", "2025-03-02", says("late", "2025-03-03", 0));
		run();
		this.kind.running("2", "2025-03-02", says("late", "2025-03-03", 0));
		run();
		run();
		assertThat(this.heard).hasSize(3);
	}

	@Test
	void whatCannotBeSaidIsSaidInTheNextRun() {
		AtomicInteger tries = new AtomicInteger();
		Reminder fails = new Reminder("late", LocalDate.parse("2025-03-02"), () -> {
			if (tries.incrementAndGet() == 1) {
				throw new Refusal.Conflict("refusal.deadline.none");
			}
			this.heard.add("late");
		});
		this.kind.running("1", "2025-03-01", fails);
		run();
		assertThat(this.heard).isEmpty();
		run();
		run();
		assertThat(this.heard).containsExactly("late");
	}

	@Test
	void oneThatFailsKeepsNoOtherSilent() {
		Reminder broken = new Reminder("broken", LocalDate.parse("2025-03-02"), () -> {
			throw new IllegalStateException("meant to fail");
		});
		this.kind.running("1", "2025-03-01", broken, says("late", "2025-03-02", 0));
		run();
		assertThat(this.heard).containsExactly("late");
	}

	@Test
	void aCaseThatCannotBeLookedAtKeepsNoOtherSilent() {
		LocalDate due = LocalDate.parse("2025-03-10");
		CaseDeadline some = this.deadlines
			.named("test-guard", (today) -> Map.of(new CaseId(1), due, new CaseId(2), due))
			.before((caseId) -> {
				if (caseId.value() == 1) {
					throw new IllegalStateException("meant to fail");
				}
				return 3;
			}, "soon");
		assertThat(some.running(this.clock.today())).extracting(Deadline::subject).containsExactly("2");
	}

	@Test
	void moreTimeIsNotGrantedForDaysThatAreOver() {
		LocalDate started = LocalDate.parse("2025-03-01");
		Extensible range = new Extensible(started, LocalDate.parse("2025-04-01"), LocalDate.parse("2025-06-01"));
		assertThat(range.from(started)).isEqualTo("2025-04-02");
		assertThat(range.from(LocalDate.parse("2025-05-05"))).isEqualTo("2025-05-05");
		assertThat(range.open(LocalDate.parse("2025-06-01"))).isTrue();
		assertThat(range.open(LocalDate.parse("2025-06-02"))).isFalse();
	}

	@Test
	void ofTwoNodesOneSaysIt() throws Exception {
		this.kind.running("1", "2025-03-01", says("late", "2025-03-02", 0));
		ExecutorService nodes = Executors.newFixedThreadPool(4);
		try {
			List<Callable<Void>> runs = List.of(this::once, this::once, this::once, this::once);
			nodes.invokeAll(runs).forEach((one) -> assertThat(one).succeedsWithin(Duration.ofSeconds(30)));
		}
		finally {
			nodes.shutdownNow();
		}
		assertThat(this.heard).hasSize(1);
	}

	private Void once() {
		run();
		return null;
	}

	@Test
	void aSecondSayingFailsBeforeAnybodyHearsIt() {
		Reminder late = says("late", "2025-03-02", 0);
		Deadline deadline = new Deadline("1", LocalDate.parse("2025-03-01"), List.of(late));
		LocalDate today = this.clock.today();
		this.service.say(this.kind.name(), deadline, late, today);
		assertThatThrownBy(() -> this.service.say(this.kind.name(), deadline, late, today))
			.isInstanceOf(DuplicateKeyException.class);
		assertThat(this.heard).hasSize(1);
	}

	/** A kind whose deadlines the test sets. */
	private static final class Kind implements DeadlineKind {

		private final String name;

		private List<Deadline> running = List.of();

		Kind(String name) {
			this.name = name;
		}

		void running(String subject, String day, Reminder... reminders) {
			this.running = List.of(new Deadline(subject, LocalDate.parse(day), List.of(reminders)));
		}

		@Override
		public String name() {
			return this.name;
		}

		@Override
		public Collection<Deadline> running(LocalDate today) {
			return this.running;
		}

	}

}
