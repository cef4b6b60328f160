package org.leagueflow.deadline;

import java.time.LocalDate;
import java.util.List;

/**
 * Something that has to be done by a day.
 *
 * @param subject what it is about, unique within its kind, such as the number of a case;
 * at most sixty characters
 * @param day the last day on which it is in time; another day is another deadline of the
 * same subject
 * @param reminders what is said of it
 */
public record Deadline(String subject, LocalDate day, List<Reminder> reminders) {
}
