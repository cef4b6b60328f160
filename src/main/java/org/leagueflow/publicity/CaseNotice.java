package org.leagueflow.publicity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.CasePanel;
import org.leagueflow.cases.Cases;
import org.leagueflow.kernel.Actor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Shows on a case how its public notices stand, and what was objected to whoever decides
 * on it.
 */
@Component
@Order(20)
class CaseNotice implements CasePanel {

	private final NoticeService notices;

	private final Objections objections;

	private final NoticeMatters matters;

	private final Cases cases;

	CaseNotice(NoticeService notices, Objections objections, NoticeMatters matters, Cases cases) {
		this.notices = notices;
		this.objections = objections;
		this.matters = matters;
		this.cases = cases;
	}

	/** Whether somebody objected is for those who have the case to work on. */
	@Override
	public Optional<Panel> panel(CaseCard card, String box, Actor by) {
		List<NoticeCard> all = this.notices.noticesOf(card.id());
		if (all.isEmpty()) {
			return Optional.empty();
		}
		boolean works = this.cases.worksOn(card.id(), by);
		List<ObjectionCard> objected = works ? this.objections.objectionsOf(card.id()) : List.of();
		return Optional.of(new Panel("publicity/case", "notices",
				Map.of("notices", all.stream().map((notice) -> line(notice, objected, works)).toList(), "works", works,
						"open", (box != null) ? open(card, all, by) : List.of())));
	}

	private Line line(NoticeCard notice, List<ObjectionCard> objected, boolean works) {
		String state = works ? state(notice, objected)
				: (notice.state() == NoticeState.WITHDRAWN) ? "WITHDRAWN" : "OVER";
		return new Line(notice, this.notices.workdaysLeft(notice), state);
	}

	/** Whether nobody objected, or nobody rightly. */
	private static String state(NoticeCard notice, List<ObjectionCard> objected) {
		boolean dismissed = objected.stream().anyMatch((objection) -> objection.noticeId() == notice.id());
		return (notice.state() == NoticeState.CLOSED && dismissed) ? "DISMISSED" : notice.state().name();
	}

	/**
	 * Who objected is for those who decide on it, whoever else may read the case (the
	 * subject above all).
	 */
	private List<ObjectionCard> open(CaseCard card, List<NoticeCard> all, Actor by) {
		if (card.isAbout(by.personId())) {
			return List.of();
		}
		List<Long> decided = all.stream()
			.filter((notice) -> notice.open() > 0
					&& notice.subjects().stream().noneMatch((subject) -> subject.is(by.personId()))
					&& this.matters.of(notice.matter()).decidedBy(card.id(), by))
			.map(NoticeCard::id)
			.toList();
		return decided.isEmpty() ? List.of()
				: this.objections.openOf(card.id())
					.stream()
					.filter((objection) -> decided.contains(objection.noticeId()))
					.toList();
	}

	/**
	 * A notice and how it stands, in words.
	 *
	 * @param left working days that anybody may still read it
	 */
	record Line(NoticeCard notice, int left, String state) {
	}

}
