package org.leagueflow.deadline;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.notification.CaseNotifications;
import org.springframework.stereotype.Component;

/** Makes the kinds of deadlines that cases of a process have to meet. */
@Component
public class CaseDeadlines {

	private final CaseNotifications notifications;

	private final Extensions extensions;

	CaseDeadlines(CaseNotifications notifications, Extensions extensions) {
		this.notifications = notifications;
		this.extensions = extensions;
	}

	/**
	 * A kind of deadline of a process's cases.
	 * @param name {@code <process>-<what is due>}; the words of its reminders are the
	 * messages {@code <process>.told.<key>}
	 * @param running the last days of the cases that have not met it, given today; those
	 * may be left out of which nothing is said today
	 */
	public CaseDeadline named(String name, Function<LocalDate, Map<CaseId, LocalDate>> running) {
		return new CaseDeadline(this.notifications, this.extensions, name, running);
	}

}
