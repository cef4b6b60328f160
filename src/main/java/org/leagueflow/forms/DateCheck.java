package org.leagueflow.forms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.util.Optional;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;

/**
 * Checks days and times. Beside form-js' own {@code disallowPassedDates} a field may name
 * bounds in its {@code properties}: {@code minDate} and {@code maxDate}, each an ISO date
 * or {@code today}, moved by a period as in {@code today-P14Y}; both are included.
 */
class DateCheck {

	private static final int FIRST_YEAR = 1900;

	private static final int LAST_YEAR = 2199;

	private final BusinessClock clock;

	DateCheck(BusinessClock clock) {
		this.clock = clock;
	}

	/** What is wrong with the value, or empty. */
	Optional<Message> fault(FormField field, Object raw) {
		String subtype = field.text("subtype");
		try {
			return subtype.equals("time") ? time(raw.toString()) : day(field, subtype, raw.toString());
		}
		catch (DateTimeException ex) {
			return Optional.of(Message.of("refusal.forms." + subtype));
		}
	}

	private static Optional<Message> time(String text) {
		if (text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")) {
			OffsetTime.parse(text);
		}
		else {
			LocalTime.parse(text);
		}
		return Optional.empty();
	}

	private Optional<Message> day(FormField field, String subtype, String text) {
		LocalDate day = subtype.equals("date") ? LocalDate.parse(text) : moment(text).toLocalDate();
		if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
			return Optional.of(Message.of("refusal.forms.date"));
		}
		if (field.definition().path("disallowPassedDates").asBoolean() && day.isBefore(this.clock.today())) {
			return Optional.of(Message.of("refusal.forms.passed-date", this.clock.today().toString()));
		}
		return within(field, day);
	}

	private LocalDateTime moment(String text) {
		return text.matches(".*T.*(Z|[+-]\\d\\d:\\d\\d)")
				? OffsetDateTime.parse(text).atZoneSameInstant(this.clock.getZone()).toLocalDateTime()
				: LocalDateTime.parse(text);
	}

	private Optional<Message> within(FormField field, LocalDate day) {
		LocalDate from = bound(field.property("minDate"));
		LocalDate to = bound(field.property("maxDate"));
		if (from != null && day.isBefore(from)) {
			return Optional.of(Message.of("refusal.forms.min-date", from.toString()));
		}
		if (to != null && day.isAfter(to)) {
			return Optional.of(Message.of("refusal.forms.max-date", to.toString()));
		}
		return Optional.empty();
	}

	private LocalDate bound(String text) {
		if (text == null) {
			return null;
		}
		if (!text.startsWith("today")) {
			return LocalDate.parse(text);
		}
		String move = text.substring("today".length());
		return move.isEmpty() ? this.clock.today() : this.clock.today()
			.plus(move.startsWith("-") ? Period.parse(move.substring(1)).negated() : Period.parse(move.substring(1)));
	}

}
