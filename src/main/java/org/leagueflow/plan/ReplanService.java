package org.leagueflow.plan;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans spans of what holds anew, in an amendment that is approved like any other. */
@Service
@Transactional
class ReplanService {

	private final PlanViewService views;

	private final PlanService service;

	private final PlanEditions editions;

	private final PlanContents contents;

	private final PlanRights rights;

	ReplanService(PlanViewService views, PlanService service, PlanEditions editions, PlanContents contents,
			PlanRights rights) {
		this.views = views;
		this.service = service;
		this.editions = editions;
		this.contents = contents;
		this.rights = rights;
	}

	@Transactional(readOnly = true)
	public GanttPage page(long planId, GanttPage.Replan typed, Map<String, Message> faults, Actor by) {
		YearPage year = this.views.year(planId, by);
		Plan plan = year.plan();
		PlanEdition open = (plan.openId() != null && this.rights.readsDrafts(plan, by))
				? this.editions.of(plan.openId()) : null;
		return new GanttPage(year, open, year.drafts(), typed, faults);
	}

	/**
	 * Writes new days of a span into the draft that is open, or into a new amendment.
	 * What holds stays as it is until the amendment is approved.
	 * @return the edition
	 * @throws Refusal.Conflict while an edition is decided on, and when the draft says
	 * something else of the span already
	 */
	long replan(long planId, GanttPage.Replan asked, Actor by) {
		Plan plan = this.views.held(planId, by);
		this.rights.requireDrafting(plan, by);
		String[] parts = (asked.span() != null) ? asked.span().split(":") : new String[0];
		if (parts.length != 2 || !parts[0].matches("[0-9]{1,18}")) {
			throw Refusal.Invalid.field("span", "refusal.plan.missing");
		}
		long item = Long.parseLong(parts[0]);
		if (this.contents.of(plan.publishedId()).line(item).isEmpty()) {
			throw new Refusal.NotFound("refusal.plan.item");
		}
		long edition = (plan.openId() != null) ? plan.openId()
				: this.service.amend(planId, null, PlanText.required("reason", asked.reason(), 1000), by);
		PlanContent content = this.contents.of(edition);
		PlanLine line = content.line(item).orElseThrow(() -> new Refusal.Conflict("refusal.planview.span"));
		List<PlanSpan> spans = line.spans();
		int index = IntStream.range(0, spans.size())
			.filter((i) -> spans.get(i).from().toString().equals(parts[1]))
			.findFirst()
			.orElseThrow(() -> new Refusal.Conflict("refusal.planview.span"));
		this.service.write(edition, item, PlanLineForm.of(line, content).replanned(index, asked.from(), asked.to()),
				by);
		return edition;
	}

}
