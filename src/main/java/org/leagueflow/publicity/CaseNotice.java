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

	private final Objections objections;

	CaseNotice(NoticeService notices, Objections objections) {
		this.notices = notices;
		this.objections = objections;
	}

	@Override
	public Optional<Panel> panel(CaseCard card, String box, Actor by) {
		return this.notices.noticeOf(card.id())
			.map((notice) -> new Panel("publicity/case", "notice",
					Map.of("notice", notice, "left", this.notices.workdaysLeft(notice), "state", state(notice))));
	}

	/** Whether nobody objected, or nobody rightly. */
	private String state(NoticeCard notice) {
		boolean objected = this.objections.objectionsOf(notice.caseId())
			.stream()
			.anyMatch((objection) -> objection.noticeId() == notice.id());
		return (notice.state() == NoticeState.CLOSED && objected) ? "DISMISSED" : notice.state().name();
	}

}
