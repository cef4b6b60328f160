package org.leagueflow.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Subject;

/** Books hours and credits of persons and answers how much there is. */
public interface Ledger {

	/**
	 * How much of a kind a person has, counter-entries taken off, in the kind's units
	 * (tenths of an hour, or a count).
	 * @param from the first day, or null for all before
	 * @param to the last day, or null for all after
	 */
	int total(long personId, EntryKind kind, LocalDate from, LocalDate to);

	/**
	 * How much of a kind each of the persons has, as {@link #total}; persons without
	 * anything are left out. One statement.
	 */
	Map<Long, Integer> totals(Collection<Long> personIds, EntryKind kind, LocalDate from, LocalDate to);

	/**
	 * The days up to one on which something of the kind stands for each of the persons,
	 * the earliest first; persons without any are left out. One statement.
	 */
	Map<Long, List<LocalDate>> days(Collection<Long> personIds, EntryKind kind, LocalDate until);

	/**
	 * Who booked anything of the kind for each of the persons, counter-entries too;
	 * persons without anything are left out. One statement.
	 */
	Map<Long, Set<Long>> recorders(Collection<Long> personIds, EntryKind kind);

	/** Every line of a person, the newest day first; for callers that may know. */
	List<LedgerEntry> entries(long personId);

	/**
	 * Whether anything of the kind on that day can be booked for the person at all: not
	 * before birth, and no study before the month of the fourteenth birthday.
	 */
	boolean counts(long personId, EntryKind kind, LocalDate on);

	/**
	 * Books one line.
	 * @return the line's id
	 * @throws org.leagueflow.kernel.Refusal.NotAllowed when the recorder has no part in
	 * the person's development, or is the person
	 * @throws org.leagueflow.kernel.Refusal.Invalid when day, amount or title break a
	 * rule
	 */
	long record(long personId, Booking booking, Actor by);

	/**
	 * Books one line of a person or of a unit. Of units only honours are booked, and only
	 * by the system: they come of decisions.
	 * @return the line's id
	 * @throws org.leagueflow.kernel.Refusal as {@link #record(long, Booking, Actor)}
	 */
	long record(Subject subject, Booking booking, Actor by);

	/** Books the same for many persons, all or none: one lecture, many listeners. */
	List<Long> recordAll(Collection<Long> personIds, Booking booking, Actor by);

	/**
	 * Takes back all or a part of a line by a counter-entry of the same day.
	 * @param amount how much, above zero, at most what is left of the line
	 * @return the counter-entry's id
	 */
	long correct(long entryId, int amount, String reason, Actor by);

}
