package org.leagueflow.meeting;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.meeting.MeetingRecord.Stage;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Remembers what was told about meetings, and stops those that a test asks it to stop.
 */
@Component
class MeetingChanges implements MeetingGuard {

	private final List<MeetingRecord> told = new CopyOnWriteArrayList<>();

	private final Set<String> stopped = ConcurrentHashMap.newKeySet();

	@EventListener
	void on(MeetingChanged event) {
		this.told.add(event.meeting());
	}

	@Override
	public void before(Stage next, MeetingRecord meeting) {
		if (this.stopped.contains(meeting.id() + " " + next)) {
			throw new Refusal.Conflict("refusal.meeting.none");
		}
	}

	void stop(long meeting, Stage next) {
		this.stopped.add(meeting + " " + next);
	}

	void letGo() {
		this.stopped.clear();
	}

	List<MeetingRecord> of(long meeting) {
		return this.told.stream().filter((record) -> record.id() == meeting).toList();
	}

}
