package org.leagueflow.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.policy.Policies;

/** The last days of many cases. */
class CaseTermsTests {

	private static final LocalDate DAY = LocalDate.of(2025, 3, 10);

	@Test
	void aCaseThatCannotBeCountedKeepsNoOtherSilent() {
		People people = mock(People.class);
		UnitCard closed = mock(UnitCard.class);
		when(closed.path()).thenReturn("/1/7/");
		when(people.units()).thenReturn(List.of());
		when(people.unit(7)).thenReturn(closed);
		when(people.unit(8)).thenThrow(new IllegalStateException("a unit that is gone"));
		Policies policies = mock(Policies.class);
		when(policies.sheet(any())).thenReturn(null);
		List<One> cases = List.of(new One(id(), 7, DAY), new One(id(), 7, null), new One(id(), 8, DAY),
				new One(id(), 7, DAY.plusDays(1)));
		assertThat(new CaseTerms(people, policies).lastDays(cases, One::id, One::unit, List.of(),
				(one, number) -> one.day().plusMonths(1)))
			.containsOnlyKeys(cases.get(0).id(), cases.get(3).id())
			.containsEntry(cases.get(0).id(), LocalDate.of(2025, 4, 10));
	}

	private static CaseId id() {
		return new CaseId(UUID.randomUUID().getMostSignificantBits() >>> 1);
	}

	private record One(CaseId id, long unit, LocalDate day) {
	}

}
