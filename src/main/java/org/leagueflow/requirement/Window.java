package org.leagueflow.requirement;

import java.time.LocalDate;

/** The days that a condition looks at. */
public enum Window {

	/** Everything up to the day. */
	EVER {
		@Override
		public LocalDate from(Asked asked, LocalDate day) {
			return LocalDate.of(1900, 1, 1);
		}
	},
	/** From the day that the asking process names for the person. */
	SINCE {
		@Override
		public LocalDate from(Asked asked, LocalDate day) {
			return asked.since();
		}
	},
	/** The twelve months that end with the day. */
	YEAR {
		@Override
		public LocalDate from(Asked asked, LocalDate day) {
			return day.minusYears(1).plusDays(1);
		}
	},
	/** The calendar year before that of the day. */
	LAST_CALENDAR_YEAR {
		@Override
		public LocalDate from(Asked asked, LocalDate day) {
			return LocalDate.of(day.getYear() - 1, 1, 1);
		}

		@Override
		public LocalDate to(LocalDate day) {
			return LocalDate.of(day.getYear() - 1, 12, 31);
		}
	};

	/** The first day. */
	public abstract LocalDate from(Asked asked, LocalDate day);

	/** The last day. */
	public LocalDate to(LocalDate day) {
		return day;
	}

	/** Whether it covers the date for that person. */
	public boolean covers(LocalDate date, Asked asked, LocalDate day) {
		return !date.isBefore(from(asked, day)) && !date.isAfter(to(day));
	}

}
