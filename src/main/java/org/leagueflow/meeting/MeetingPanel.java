package org.leagueflow.meeting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.web.HomePanel;
import org.springframework.stereotype.Component;

/** Meetings that the reader is going to, on the home page. */
@Component
class MeetingPanel implements HomePanel {

	private final CalendarPageService pages;

	MeetingPanel(CalendarPageService pages) {
		this.pages = pages;
	}

	@Override
	public int order() {
		return 40;
	}

	@Override
	public String template() {
		return "meeting/panel";
	}

	@Override
	public Optional<Map<String, Object>> model(Actor reader) {
		List<MeetingRow> upcoming = this.pages.upcoming(reader);
		List<MeetingRow> missed = this.pages.missed(reader);
		return Optional.of(Map.of("upcoming", upcoming.stream().filter((row) -> !missed.contains(row)).toList(),
				"missed", missed));
	}

}
