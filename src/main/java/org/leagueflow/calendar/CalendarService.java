package org.leagueflow.calendar;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CalendarChanged;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.WorkingDays;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Edits the calendar; every change is written at once, because {@link WorkingDays} reads
 * by SQL, recorded, and told to whoever counts days.
 */
@Service
class CalendarService {

	private final YearEntries years;

	private final CalendarEntries days;

	private final AuditLog auditLog;

	private final ApplicationEventPublisher events;

	CalendarService(YearEntries years, CalendarEntries days, AuditLog auditLog, ApplicationEventPublisher events) {
		this.years = years;
		this.days = days;
		this.auditLog = auditLog;
		this.events = events;
	}

	@Transactional(readOnly = true)
	public List<YearEntry> years() {
		return this.years.findAllByOrderByYearNoDesc();
	}

	@Transactional(readOnly = true)
	public List<CalendarEntry> days(int year) {
		return this.days.findByDayDateBetweenOrderByDayDate(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
	}

	/** Adds a year, or says whether it is complete and by which notice. */
	@Transactional
	public void putYear(int year, boolean complete, String source, Actor by) {
		Map<String, Message> wrong = new LinkedHashMap<>();
		if (year < 2000 || year > 2100) {
			wrong.put("year", Message.of("refusal.calendar.year"));
		}
		checkText("source", source, 200, wrong);
		refuse(wrong);
		this.years.saveAndFlush(new YearEntry(year, complete, source.strip()));
		changed(year, by, "calendar.year", Map.of("year", year, "complete", complete, "source", source.strip()));
	}

	/**
	 * Enters a holiday or a make-up working day, in place of what was said of that day.
	 */
	@Transactional
	public void putDay(LocalDate day, boolean working, String name, String source, Actor by) {
		Map<String, Message> wrong = new LinkedHashMap<>();
		if (!this.years.existsById(day.getYear())) {
			wrong.put("day", Message.of("refusal.calendar.noYear", Integer.toString(day.getYear())));
		}
		checkText("name", name, 60, wrong);
		checkText("source", source, 200, wrong);
		refuse(wrong);
		this.days.saveAndFlush(new CalendarEntry(day, working, name.strip(), source.strip()));
		changed(day.getYear(), by, "calendar.day",
				Map.of("day", day, "working", working, "name", name.strip(), "source", source.strip()));
	}

	/** Lets the day go by its weekday again. */
	@Transactional
	public void removeDay(LocalDate day, Actor by) {
		if (this.days.remove(day) > 0) {
			changed(day.getYear(), by, "calendar.dayRemoved", Map.of("day", day));
		}
	}

	private void changed(int year, Actor by, String what, Map<String, Object> detail) {
		this.auditLog.record(AuditEvent.of(by, what, "calendar:" + year).with(detail));
		this.events.publishEvent(new CalendarChanged(year));
	}

	private static void checkText(String field, String text, int longest, Map<String, Message> wrong) {
		if (text == null || text.isBlank() || text.length() > longest) {
			wrong.put(field, Message.of("refusal.calendar.text", longest));
		}
	}

	private static void refuse(Map<String, Message> wrong) {
		if (!wrong.isEmpty()) {
			throw new Refusal.Invalid(wrong);
		}
	}

}
