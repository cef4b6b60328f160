package org.leagueflow.kernel;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Moments as {@code DATETIME(3)} columns keep them: in UTC, to the millisecond. */
public final class Utc {

	private Utc() {
	}

	/** The moment as a column value, or null. */
	public static LocalDateTime column(Instant moment) {
		return (moment != null) ? LocalDateTime.ofInstant(moment.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC) : null;
	}

	/** The column value as a moment, or null. */
	public static Instant moment(LocalDateTime column) {
		return (column != null) ? column.toInstant(ZoneOffset.UTC) : null;
	}

}
