package org.leagueflow.meeting;

import java.util.Map;
import java.util.Optional;
import org.leagueflow.kernel.Actor;

/** A part that another module adds to the page of a meeting. */
public interface MeetingAside {

	/** The template that holds the fragment {@code aside(p)}, {@code life/aside}. */
	String template();

	/** What it shows of this meeting, or empty where it has nothing to say. */
	Optional<Map<String, Object>> model(MeetingRecord meeting, Actor reader);

}
