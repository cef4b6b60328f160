package org.leagueflow.marks;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leagueflow.kernel.Actor;

/**
 * Answers what persons were marked with. Every question is one SQL statement, whatever
 * the number of persons; persons without a mark are left out.
 */
public interface Marks {

	/**
	 * The marks in one item, earlier terms and attempts first.
	 * @param period a year ({@code 2023-2024}, all of its terms), one term of it
	 * ({@code 2023-2024-1}) or one month of it ({@code 2023-09})
	 */
	Map<Long, List<MarkValue>> of(String period, String item, Collection<Long> personIds);

	/**
	 * The marks in several items, each by its key or its name: courses of the registry
	 * have their codes as keys.
	 */
	Map<Long, List<MarkValue>> ofAll(String period, Collection<String> items, Collection<Long> personIds);

	/** The marks in all courses of the registry. */
	Map<Long, List<MarkValue>> courses(String period, Collection<Long> personIds);

	/**
	 * The marks in these items, each by its key or its name, and in all courses where
	 * they are wanted, without what their cells say and where these stand
	 * ({@link MarkValue#origin()} is null): for ranking thousands, in two statements.
	 */
	Map<Long, List<MarkValue>> figures(String period, Set<String> items, boolean courses, Collection<Long> personIds);

	/**
	 * How many courses each of the persons did not pass at the first sitting; a course
	 * counts where its term ends. Persons without one are left out.
	 */
	Map<Long, Integer> failed(LocalDate from, LocalDate to, Collection<Long> personIds);

	/**
	 * The first and the last day of a period, as {@link #of} takes it; empty for what is
	 * none.
	 */
	Optional<Days> days(String period);

	/** Everything that stands for a person, newest period first. */
	List<MarkValue> person(long personId);

	/** What the school of the unit marks people in, by name. */
	List<MarkItemCard> items(long unitId);

	/**
	 * Finds the item of the unit's school with that key, or makes it.
	 * @return its key
	 */
	MarkItemCard item(long unitId, MarkItemCard wanted, Actor by);

	/**
	 * Enters a mark by hand, or corrects the one that stands.
	 * @param reason why, for whoever asks later
	 * @return the mark's id
	 * @throws org.leagueflow.kernel.Refusal.NotAllowed when the person's class is not the
	 * actor's to keep, or the person is the actor
	 * @throws org.leagueflow.kernel.Refusal.Invalid when the mark is outside the item's
	 * range, or no reason is given
	 */
	long enter(MarkEntry entry, String reason, Actor by);

	/** See {@link #days}. */
	record Days(LocalDate from, LocalDate to) {
	}

}
