package org.leagueflow.publicity;

import java.util.Map;
import java.util.Optional;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.CasePanel;
import org.leagueflow.cases.Cases;
import org.leagueflow.kernel.Actor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows on a case how its public notice stands. */
@Component
@Order(20)
class CaseNotice implements CasePanel {

	private final NoticeService notices;

	private final Objections objections;

	private final Cases cases;

	CaseNotice(NoticeService notices, Objections objections, Cases cases) {
		this.notices = notices;
		this.objections = objections;
		this.cases = cases;
	}

	/** Whether somebody objected is for those who have the case to work on. */
	@Override
	public Optional<Panel> panel(CaseCard card, String box, Actor by) {
		boolean works = this.cases.worksOn(card.id(), by);
		return this.notices.noticeOf(card.id())
			.map((notice) -> new Panel("publicity/case", "notice",
					Map.of("notice", notice, "left", this.notices.workdaysLeft(notice), "works", works, "state",
							works ? state(notice) : (notice.state() == NoticeState.WITHDRAWN) ? "WITHDRAWN" : "OVER")));
	}

	/** Whether nobody objected, or nobody rightly. */
	private String state(NoticeCard notice) {
		boolean objected = this.objections.objectionsOf(notice.caseId())
			.stream()
			.anyMatch((objection) -> objection.noticeId() == notice.id());
		return (notice.state() == NoticeState.CLOSED && objected) ? "DISMISSED" : notice.state().name();
	}

}
