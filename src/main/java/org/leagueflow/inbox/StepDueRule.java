package org.leagueflow.inbox;

import java.time.LocalDate;
import java.util.Optional;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.engine.Task;

/**
 * Says by when a step has to be done that its diagram gives no due date and for which the
 * days of the policy {@code inbox.dueDays} are not meant, such as months of observation;
 * one bean per process that has such steps.
 */
public interface StepDueRule {

	/** The policy key: calendar days for a step of which nothing else is said. */
	String DUE_DAYS = "inbox.dueDays";

	/** The process id this rule is about. */
	String process();

	/**
	 * The last day on which the step is in time, or empty where the policy's days hold.
	 */
	Optional<LocalDate> lastDay(Task task, CaseCard about);

}
