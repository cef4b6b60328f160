package org.leagueflow.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.leagueflow.kernel.Message;
import org.leagueflow.life.DutyStatus.Past;
import org.leagueflow.life.DutyStatus.State;
import org.leagueflow.policy.EffectiveValue;
import org.leagueflow.policy.Frequency;

/**
 * Calculates the status of a branch's duty on one day. Periods that began before the
 * branch was watched, or more than twelve months ago, do not count; a missed period
 * counts until a later one is done in full.
 */
final class DutyStatusCalculator {

	/** How many past periods a page shows. */
	private static final int MAX_SHOWN = 8;

	private final LocalDate today;

	private final RequiredTimes requiredTimes;

	DutyStatusCalculator(LocalDate today, RequiredTimes requiredTimes) {
		this.today = today;
		this.requiredTimes = requiredTimes;
	}

	/**
	 * @param since since when the branch is watched
	 * @param held the days on which it was done
	 * @param coming the days for which it is convened, or on which it was done and waits
	 * for its minutes
	 * @param excused why the branch has no such duty at all, or null
	 */
	DutyStatus of(Duty duty, EffectiveValue effective, String unitPath, LocalDate since, List<LocalDate> held,
			List<LocalDate> coming, Message excused) {
		Frequency frequency = effective.frequency();
		if (!frequency.fixed() || excused != null) {
			Message why = (excused != null) ? excused : Message.of("life.free.frequency");
			return free(duty, effective, null, held, List.of(), why);
		}
		Period now = Period.of(frequency.per(), this.today);
		List<Past> past = past(frequency, now, unitPath, since, held);
		OptionalInt required = this.requiredTimes.times(frequency, now, unitPath);
		LocalDate overdueSince = overdueSince(past);
		int done = count(held, now);
		if (overdueSince == null && required.orElse(0) == 0) {
			return free(duty, effective, now, held, past,
					Message.of(required.isEmpty() ? "life.free.calendar" : "life.free.vacation"));
		}
		boolean met = done >= Math.max(1, required.orElse(0));
		State state = met ? State.MET : (overdueSince != null) ? State.OVERDUE : State.DUE;
		return new DutyStatus(duty, effective, state, now, required.orElse(0), done, count(coming, now),
				met ? null : overdueSince, last(held), null, shown(past), missed(past), asked(past));
	}

	private DutyStatus free(Duty duty, EffectiveValue effective, Period now, List<LocalDate> held, List<Past> past,
			Message why) {
		return new DutyStatus(duty, effective, State.FREE, now, 0, (now != null) ? count(held, now) : 0, 0, null,
				last(held), why, shown(past), missed(past), asked(past));
	}

	/** Periods that are over, the oldest first. */
	private List<Past> past(Frequency frequency, Period now, String unitPath, LocalDate since, List<LocalDate> held) {
		LocalDate earliest = this.today.minusMonths(12);
		LocalDate from = since.isAfter(earliest) ? since : earliest;
		List<Past> past = new ArrayList<>();
		for (Period one = now.previous(); !one.first().isBefore(from); one = one.previous()) {
			past.add(new Past(one, this.requiredTimes.times(frequency, one, unitPath).orElse(0), count(held, one)));
		}
		Collections.reverse(past);
		return past;
	}

	/**
	 * The day after the first period of the unbroken row of missed ones that ends now.
	 */
	private static LocalDate overdueSince(List<Past> past) {
		LocalDate since = null;
		for (int i = past.size() - 1; i >= 0; i--) {
			Past one = past.get(i);
			if (one.missed()) {
				since = one.period().last().plusDays(1);
			}
			else if (one.asked()) {
				return since;
			}
		}
		return since;
	}

	private static int count(List<LocalDate> days, Period period) {
		return (int) days.stream().filter(period::contains).count();
	}

	private static LocalDate last(List<LocalDate> held) {
		return held.stream().max(LocalDate::compareTo).orElse(null);
	}

	private static List<Past> shown(List<Past> past) {
		return List.copyOf(past.subList(Math.max(0, past.size() - MAX_SHOWN), past.size()));
	}

	private static int missed(List<Past> past) {
		return (int) past.stream().filter(Past::missed).count();
	}

	private static int asked(List<Past> past) {
		return (int) past.stream().filter(Past::asked).count();
	}

}
