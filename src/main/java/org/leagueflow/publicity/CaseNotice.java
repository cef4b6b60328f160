package org.leagueflow.publicity;

import java.util.Map;
import java.util.Optional;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.CasePanel;
import org.leagueflow.kernel.Actor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows on a case how its public notice stands. */
@Component
@Order(20)
class CaseNotice implements CasePanel {

	private final NoticeService notices;

	CaseNotice(NoticeService notices) {
		this.notices = notices;
	}

	@Override
	public Optional<Panel> panel(CaseCard card, String box, Actor by) {
		return this.notices.noticeOf(card.id())
			.map((notice) -> new Panel("publicity/case", "notice",
					Map.of("notice", notice, "left", this.notices.workdaysLeft(notice))));
	}

}
