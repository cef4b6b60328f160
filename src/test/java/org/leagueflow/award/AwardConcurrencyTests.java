package org.leagueflow.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.award.AwardStory.Told;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.scoring.TiePolicy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What offices do at the same moment, and the ranking beside that of the database. */
@StoryTest
class AwardConcurrencyTests {

	@Autowired
	AwardStory story;

	@Autowired
	AwardService awards;

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

	/** All at once; what each came to, refused or not. */
	private static <T> List<Optional<T>> atOnce(List<Callable<T>> acts) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(acts.size());
		CyclicBarrier barrier = new CyclicBarrier(acts.size());
		try {
			List<Future<Optional<T>>> running = new ArrayList<>();
			for (Callable<T> act : acts) {
				running.add(threads.submit(() -> {
					barrier.await();
					try {
						return Optional.of(act.call());
					}
					catch (Refusal | ConcurrencyFailureException ex) {
						return Optional.empty();
					}
				}));
			}
			List<Optional<T>> ends = new ArrayList<>();
			for (Future<Optional<T>> one : running) {
				ends.add(one.get());
			}
			return ends;
		}
		finally {
			threads.shutdownNow();
		}
	}

	private Callable<Boolean> allots(Told told, long unit, int places, Actor by) {
		return () -> {
			this.story.batches.places(told.id, new AllottedPlaces(Map.of(unit, places), Map.of()), by);
			return true;
		};
	}

	private int allotted(Told told, long unit) {
		return this.jdbc.sql("SELECT COALESCE(SUM(places), 0) FROM award_place WHERE batch_id = ? AND unit_id = ?")
			.params(told.id, unit)
			.query(Integer.class)
			.single();
	}

	@Test
	void placesGivenAtTheSameMomentNeverComeToMoreThanTheUnitAboveHas() throws Exception {
		Told told = this.story.announces(this.story.college(), AwardStory.byHours(TiePolicy.NONE)).allots();
		long faculty = told.college.units().generalBranch();
		long one = told.college.units().branch();
		long two = told.college.second();
		Actor head = told.college.faculty();
		Actor other = this.story.people.holder(Roles.GENERAL_BRANCH, faculty);
		for (int round = 0; round < 5; round++) {
			this.jdbc.sql("DELETE FROM award_place WHERE batch_id = ?").param(told.id).update();
			allots(told, faculty, 4, told.committee(0)).call();
			List<Optional<Boolean>> ends = atOnce(List.of(allots(told, one, 3, head), allots(told, two, 3, other)));
			assertThat(ends.stream().filter(Optional::isPresent)).as("3 and 3 of 4").hasSize(1);
			assertThat(allotted(told, one) + allotted(told, two)).isEqualTo(3);
			ends = atOnce(List.of(allots(told, faculty, 2, told.committee(1)), allots(told, one, 4, head),
					allots(told, two, 4, other)));
			assertThat(allotted(told, one) + allotted(told, two)).as("whoever was first, whatever was taken back")
				.isLessThanOrEqualTo(allotted(told, faculty));
			assertThat(ends).isNotEmpty();
		}
	}

	@Test
	void nominationsAtTheSameMomentTakeNoMorePlacesThanThereAre() throws Exception {
		Told told = this.story.announces(this.story.college(), AwardStory.byHours(TiePolicy.NONE)).allots();
		long faculty = told.college.units().generalBranch();
		allots(told, faculty, 1, told.committee(0)).call();
		told.hours(told.college.one().get(1), 20).hours(told.college.two().get(1), 20);
		List<Optional<Long>> ends = atOnce(List.of(() -> told.nominatesAsIs(told.college.one(), 1),
				() -> told.nominatesAsIs(told.college.two(), 1)));
		assertThat(ends.stream().filter(Optional::isPresent)).hasSize(1);
		assertThat(this.story.nominations.live(told.id)).hasSize(1);
	}

	@Test
	void ofTwoOfficesThatSaveOneDraftTheSecondSeesWhatTheFirstWrote() throws Exception {
		var college = this.story.college();
		Actor office = this.story.people.actor(college.committee().get(0));
		Actor colleague = this.story.people.actor(college.committee().get(1));
		long id = this.awards.create(college.units().committee(), "shipped:scholarship", AwardStory.key(), office)
			.orElseThrow();
		for (int round = 0; round < 5; round++) {
			long version = this.awards.page(id, office).version();
			String mine = "甲办公室" + round;
			String theirs = "乙办公室" + round;
			List<Optional<Boolean>> ends = atOnce(
					List.of(saves(id, mine, version, office), saves(id, theirs, version, colleague)));
			assertThat(ends.stream().filter((end) -> end.orElse(false))).as("saved").hasSize(1);
			assertThat(this.awards.page(id, office).form().name()).isEqualTo(ends.get(0).orElse(false) ? mine : theirs);
		}
		List<Optional<Boolean>> released = atOnce(List.of(releases(id, office), releases(id, colleague)));
		assertThat(released.stream().filter(Optional::isPresent)).as("released once").hasSize(1);
		assertThat(saves(id, "改名", this.awards.page(id, office).version(), office))
			.satisfies((save) -> assertThat(atOnce(List.of(save)).get(0)).as("what is released stays").isEmpty());
	}

	private Callable<Boolean> saves(long id, String name, long version, Actor by) {
		return () -> {
			Map<String, Object> tree = new HashMap<>(this.awards.page(id, by).form().tree());
			tree.put("name", name);
			return this.awards.save(id, new AwardForm(tree), version, by).isEmpty();
		};
	}

	private Callable<Boolean> releases(long id, Actor by) {
		return () -> {
			this.awards.release(id, this.awards.page(id, by).version(), by);
			return true;
		};
	}

	/** Ranks and levels of a drawn group, beside a window function of the database. */
	@Test
	void theRankingIsThatOfAWindowFunction() {
		Told told = this.story.announces(this.story.college(), AwardStory.byHours(TiePolicy.ALL_IN)).allots();
		List<Long> crowd = new ArrayList<>(this.story.people.crowd(told.college.units().branch(), 40));
		crowd.addAll(this.story.people.crowd(told.college.second(), 40));
		Random random = new Random(20250303);
		for (long person : crowd) {
			told.hours(person, 20 + random.nextInt(12));
			long branch = this.story.directory.person(person).unitId();
			this.story.nominating.nominate(told.id, branch, person, "表现突出。",
					told.secretary((branch == told.college.second()) ? told.college.two() : told.college.one()));
		}
		told.closes().reviewed();
		List<String> differing = this.jdbc
			.sql("SELECT CONCAT(subject_id, ': ', rank_no, ' is not ', expected) FROM (SELECT subject_id, rank_no,"
					+ " RANK() OVER (ORDER BY score DESC) AS expected FROM award_nomination WHERE batch_id = ?"
					+ " AND state = 'ELIGIBLE') ranked WHERE rank_no <> expected")
			.param(told.id)
			.query(String.class)
			.list();
		assertThat(differing).isEmpty();
		assertThat(this.story.nominations.eligible(told.id)).hasSize(80)
			.allSatisfy((one) -> assertThat(one.level() != null).as("one place on each of two levels, and all equals")
				.isEqualTo(one.rank() <= placed(told)));
	}

	private int placed(Told told) {
		return this.story.nominations.placed(told.id).stream().mapToInt(Nomination::rank).max().orElse(0);
	}

}
