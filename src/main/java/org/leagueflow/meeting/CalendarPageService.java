package org.leagueflow.meeting;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Meetings by month and day, and those that somebody is going to. */
@Service
@Transactional(readOnly = true)
class CalendarPageService {

	private static final Limit MAX_PER_MONTH = Limit.of(3000);

	private static final Limit MAX_LISTED = Limit.of(60);

	private static final Limit MAX_MISSED = Limit.of(20);

	private static final Limit MAX_ON_HOME_PAGE = Limit.of(5);

	private final Meetings meetings;

	private final AgendaEntries entries;

	private final MeetingRights rights;

	private final People people;

	private final BusinessClock clock;

	CalendarPageService(Meetings meetings, AgendaEntries entries, MeetingRights rights, People people,
			BusinessClock clock) {
		this.meetings = meetings;
		this.entries = entries;
		this.rights = rights;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * @param month the month to show, this one when null
	 * @param day the day to list in full, or null
	 */
	MeetingsPage month(YearMonth month, LocalDate day, Actor by) {
		YearMonth shown = (month != null) ? month : YearMonth.from((day != null) ? day : this.clock.today());
		if (shown.getYear() < 2000 || shown.getYear() > 2100 || (day != null && Math.abs(day.getYear() - 2050) > 50)) {
			throw new Refusal.Invalid("refusal.meeting.month");
		}
		Set<Long> units = this.rights.units(by);
		List<UnitCard> own = this.rights.convenesFor(by);
		LocalDate first = shown.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
		LocalDate after = shown.atEndOfMonth().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
		Map<LocalDate, List<MeetingRow>> rows = rows(between(units, first, after, MAX_PER_MONTH, by)).stream()
			.collect(Collectors.groupingBy(MeetingRow::day));
		return new MeetingsPage(shown, weeks(shown, first, after, rows), day, listed(units, day, by), waiting(own),
				!own.isEmpty(), missed(by));
	}

	private List<MeetingLine> between(Set<Long> units, LocalDate from, LocalDate to, Limit limit, Actor by) {
		return this.meetings.between(units, by.personId(), this.clock.startOf(from), this.clock.startOf(to), limit);
	}

	private List<List<MeetingsPage.Day>> weeks(YearMonth month, LocalDate first, LocalDate after,
			Map<LocalDate, List<MeetingRow>> rows) {
		List<List<MeetingsPage.Day>> weeks = new ArrayList<>();
		for (LocalDate monday = first; monday.isBefore(after); monday = monday.plusWeeks(1)) {
			weeks.add(IntStream.range(0, 7).mapToObj(monday::plusDays).map((date) -> day(month, date, rows)).toList());
		}
		return weeks;
	}

	private MeetingsPage.Day day(YearMonth month, LocalDate date, Map<LocalDate, List<MeetingRow>> rows) {
		return new MeetingsPage.Day(date, YearMonth.from(date).equals(month), date.equals(this.clock.today()),
				rows.getOrDefault(date, List.of()));
	}

	/** Of the day; or from today on, soonest first. */
	private List<MeetingRow> listed(Set<Long> units, LocalDate day, Actor by) {
		return (day != null) ? rows(between(units, day, day.plusDays(1), Limit.of(500), by))
				: rows(between(units, this.clock.today(), this.clock.today().plusYears(2), MAX_LISTED, by));
	}

	/** Meetings that the person is going to, soonest first; for the home page. */
	List<MeetingRow> upcoming(Actor by) {
		return rows(this.meetings.expecting(by.personId(), this.clock.startOf(this.clock.today()), MAX_ON_HOME_PAGE));
	}

	/** Meetings that were not held and that the person can put off or call off. */
	List<MeetingRow> missed(Actor by) {
		List<Long> own = this.rights.convenesFor(by).stream().map(UnitCard::id).toList();
		return rows(this.meetings.missed(own, by.personId(), this.clock.instant().minus(Meeting.MAX_LATE), MAX_MISSED));
	}

	private List<MeetingRow> rows(List<MeetingLine> found) {
		Map<Long, String> names = new HashMap<>();
		return found.stream()
			.map((line) -> row(line, names.computeIfAbsent(line.unitId(), (id) -> this.people.unit(id).name())))
			.toList();
	}

	private MeetingRow row(MeetingLine line, String unit) {
		Instant start = line.startsAt();
		return new MeetingRow(line.id(), line.kind(), line.state(), unit, line.place(), start, this.clock.dateOf(start),
				line.checksIn(), (int) line.items(), (int) line.decided(),
				Meeting.isMissed(line.state(), start, this.clock.instant()));
	}

	private List<MeetingsPage.WaitingRow> waiting(List<UnitCard> units) {
		Map<Long, String> names = units.stream().collect(Collectors.toMap(UnitCard::id, UnitCard::name));
		return this.entries.findByUnitIdInAndStateOrderBySinceAscIdAsc(names.keySet(), AgendaEntry.State.WAITING)
			.stream()
			.map((entry) -> new MeetingsPage.WaitingRow(entry.view(), names.get(entry.unitId())))
			.toList();
	}

}
