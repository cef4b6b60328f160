package org.leagueflow.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.people.UnitKind;
import org.leagueflow.quota.PlaceAllotments.Standing;
import org.leagueflow.quota.Places.Account;
import org.springframework.beans.factory.annotation.Autowired;

/** Places go down the tree and never become more on the way. */
@StoryTest
class PlaceAllotmentTests {

	private static final AtomicLong IDS = new AtomicLong(7_500_000_000L);

	@Autowired
	PlaceAllotments allotments;

	@Autowired
	Places places;

	@Autowired
	PeopleFixture people;

	private PeopleFixture.College college;

	private String purpose;

	@BeforeEach
	void begin() {
		this.college = this.people.college();
		this.purpose = "award-" + IDS.incrementAndGet();
	}

	private Account of(long unitId) {
		return new Account(this.purpose, unitId, "2026");
	}

	private static CaseId aCase() {
		return new CaseId(IDS.incrementAndGet());
	}

	@Test
	void aUnitGivesOnWhatItHasAndNoMore() {
		Account school = of(this.college.committee());
		Account faculty = of(this.college.generalBranch());
		Account branch = of(this.college.branch());
		this.allotments.open(school, 10);
		this.allotments.allot(school, faculty.unitId(), 6);
		this.allotments.allot(faculty, branch.unitId(), 2);
		assertThat(this.allotments.standing(school)).isEqualTo(new Standing(10, 6, 0));
		assertThat(this.allotments.standing(faculty).left()).isEqualTo(4);
		assertThatThrownBy(() -> this.allotments.allot(faculty, branch.unitId(), 7)).as("above the parent")
			.isInstanceOf(Refusal.Conflict.class);
		assertThatThrownBy(() -> this.allotments.allot(school, faculty.unitId(), 11))
			.isInstanceOf(Refusal.Conflict.class);
		assertThatThrownBy(() -> this.allotments.allot(school, faculty.unitId(), 1)).as("below what it gave on")
			.isInstanceOf(Refusal.Conflict.class);
		assertThatThrownBy(() -> this.allotments.open(school, 5)).as("below what it gave on")
			.isInstanceOf(Refusal.Conflict.class);
		assertThat(this.allotments.standing(school)).as("nothing moved").isEqualTo(new Standing(10, 6, 0));
		this.allotments.allot(school, faculty.unitId(), 2);
		this.allotments.allot(faculty, branch.unitId(), 0);
		assertThat(this.allotments.standings(this.purpose,
				List.of(school.unitId(), faculty.unitId(), branch.unitId(), -1L), "2026"))
			.containsOnlyKeys(school.unitId(), faculty.unitId(), branch.unitId())
			.containsEntry(school.unitId(), new Standing(10, 2, 0));
	}

	@Test
	void placesBelowZeroUpwardsOrFromTwoOfficesAreRefused() {
		Account school = of(this.college.committee());
		Account faculty = of(this.college.generalBranch());
		assertThatThrownBy(() -> this.allotments.open(school, -1)).isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.allotments.allot(school, faculty.unitId(), 1)).as("nothing to give")
			.isInstanceOf(Refusal.Conflict.class);
		this.allotments.open(school, 3);
		assertThatThrownBy(() -> this.allotments.allot(school, faculty.unitId(), -1))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.allotments.allot(school, school.unitId(), 1)).isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.allotments.allot(school, this.people.college().branch(), 1))
			.as("of another college")
			.isInstanceOf(Refusal.Invalid.class);
		this.allotments.allot(school, faculty.unitId(), 1);
		assertThatThrownBy(() -> this.allotments.allot(faculty, school.unitId(), 1))
			.isInstanceOf(Refusal.Invalid.class);
		this.allotments.allot(school, this.college.branch(), 1);
		assertThatThrownBy(() -> this.allotments.allot(faculty, this.college.branch(), 1))
			.as("has some from the school")
			.isInstanceOf(Refusal.Conflict.class);
		assertThat(this.allotments.standing(faculty)).isEqualTo(new Standing(1, 0, 0));
	}

	@Test
	void whoHasNoneLeftOfOneOfficeMayGetSomeFromAnother() {
		Account school = of(this.college.committee());
		Account faculty = of(this.college.generalBranch());
		Account branch = of(this.college.branch());
		this.allotments.open(school, 4);
		this.allotments.allot(school, faculty.unitId(), 2);
		this.allotments.allot(school, branch.unitId(), 1);
		assertThatThrownBy(() -> this.allotments.allot(faculty, branch.unitId(), 0)).as("not its own to take back")
			.isInstanceOf(Refusal.Conflict.class);
		this.allotments.allot(school, branch.unitId(), 0);
		this.allotments.allot(faculty, branch.unitId(), 1);
		assertThat(this.allotments.standing(branch)).isEqualTo(new Standing(1, 0, 0));
		assertThat(this.allotments.standing(faculty)).isEqualTo(new Standing(2, 1, 0));
		assertThat(this.allotments.standing(school)).isEqualTo(new Standing(4, 2, 0));
		assertThatThrownBy(() -> this.allotments.allot(school, branch.unitId(), 1)).as("has some from the faculty")
			.isInstanceOf(Refusal.Conflict.class);
	}

	@Test
	void casesTakeWhatIsAllottedAndNotGivenOn() {
		Account school = of(this.college.committee());
		CaseId one = aCase();
		assertThat(this.places.take(one, school)).as("nothing allotted").isFalse();
		this.allotments.open(school, 2);
		assertThat(this.places.take(one, school)).isTrue();
		assertThat(this.places.take(one, school)).isTrue();
		this.allotments.allot(school, this.college.branch(), 1);
		assertThat(this.places.take(aCase(), school)).isFalse();
		assertThat(this.places.take(aCase(), school, 9)).as("nor by a higher limit").isFalse();
		assertThatThrownBy(() -> this.allotments.allot(school, this.college.branch(), 2))
			.isInstanceOf(Refusal.Conflict.class);
		this.places.release(one, this.purpose);
		this.allotments.allot(school, this.college.branch(), 2);
		assertThat(this.allotments.standing(school)).isEqualTo(new Standing(2, 2, 0));
	}

	@Test
	void manyWhoAllotAndTakeAtOnceNeverExceedTheParent() throws Exception {
		Account school = of(this.college.committee());
		this.allotments.open(school, 10);
		List<Callable<Boolean>> work = new ArrayList<>();
		List<Long> units = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			long unit = this.people.unit(this.college.committee(), UnitKind.GENERAL_BRANCH, null);
			units.add(unit);
			work.add(() -> allots(school, unit, 3));
			work.add(() -> this.places.take(aCase(), school));
		}
		CountDownLatch start = new CountDownLatch(1);
		ExecutorService threads = Executors.newFixedThreadPool(work.size());
		try {
			List<Future<Boolean>> results = work.stream().map((one) -> threads.submit(() -> {
				start.await();
				return one.call();
			})).toList();
			start.countDown();
			for (Future<Boolean> result : results) {
				result.get();
			}
		}
		finally {
			threads.shutdown();
		}
		Standing after = this.allotments.standing(school);
		int given = this.allotments.standings(this.purpose, units, "2026")
			.values()
			.stream()
			.mapToInt(Standing::places)
			.sum();
		assertThat(after.given()).isEqualTo(given);
		assertThat(after.taken()).isEqualTo(this.places.taken(school));
		assertThat(after.left()).as("%s", after).isBetween(0, 2);
	}

	private boolean allots(Account school, long unit, int number) {
		try {
			this.allotments.allot(school, unit, number);
			return true;
		}
		catch (Refusal.Conflict ex) {
			return false;
		}
	}

}
