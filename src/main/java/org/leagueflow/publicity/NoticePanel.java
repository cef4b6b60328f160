package org.leagueflow.publicity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.web.HomePanel;
import org.springframework.stereotype.Component;

/** Shows on the home page which notices are public today; nothing while there is none. */
@Component
class NoticePanel implements HomePanel {

	private static final int MAX_NOTICES = 4;

	private final NoticeService notices;

	NoticePanel(NoticeService notices) {
		this.notices = notices;
	}

	@Override
	public int order() {
		return 30;
	}

	@Override
	public String template() {
		return "publicity/panel";
	}

	@Override
	public Optional<Map<String, Object>> model(Actor reader) {
		List<NoticeService.PublicNotice> open = this.notices.publicNow();
		return open.isEmpty() ? Optional.empty()
				: Optional.of(Map.of("notices", open.stream().limit(MAX_NOTICES).toList(), "count", open.size()));
	}

}
