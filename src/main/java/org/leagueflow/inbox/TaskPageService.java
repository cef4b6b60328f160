package org.leagueflow.inbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.leagueflow.cases.CaseOpenings;
import org.leagueflow.cases.CasePages;
import org.leagueflow.forms.FormView;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the pages of one task, or of several alike, show. */
@Service
@Transactional
class TaskPageService {

	/** So many fit into one decision. */
	private static final int MAX_TASKS = 50;

	private final InboxItems items;

	private final Holders holders;

	private final TaskForms forms;

	private final CasePages cases;

	private final CaseOpenings openings;

	private final StepNotes notes;

	private final BusinessClock clock;

	TaskPageService(InboxItems items, Holders holders, TaskForms forms, CasePages cases, CaseOpenings openings,
			StepNotes notes, BusinessClock clock) {
		this.items = items;
		this.holders = holders;
		this.forms = forms;
		this.cases = cases;
		this.openings = openings;
		this.notes = notes;
		this.clock = clock;
	}

	/** The page for somebody who opens it, and thereby the case, which is recorded. */
	Opened opened(String taskId, Actor by) {
		TaskPage page = page(taskId, by);
		return new Opened(page, this.openings.open(page.about().card(), by));
	}

	/** The page of a task; looking at it marks it as read for whoever may act. */
	TaskPage page(String taskId, Actor by) {
		InboxItem item = find(taskId);
		boolean may = item.open() && this.holders.holds(by, item.holder());
		if (may && item.unread()) {
			this.items.read(taskId, this.clock.instant());
		}
		String other = (!may && item.claimed()) ? this.forms.nameOf(item.assignee()) : null;
		return new TaskPage(item, this.cases.page(item.caseId(), item.step(), by),
				may ? this.forms.view(item.task(), by) : null, other, shared(item),
				this.notes.of(List.of(item)).get(taskId));
	}

	/**
	 * The tasks that this person may answer, those of one box and edition together: only
	 * they can be answered alike.
	 */
	@Transactional(readOnly = true)
	List<List<InboxItem>> bySteps(List<String> taskIds, Actor by) {
		return List.copyOf(chosen(taskIds).stream()
			.filter((item) -> this.holders.holds(by, item.holder()))
			.collect(Collectors.groupingBy(TaskPageService::step, LinkedHashMap::new, Collectors.toList()))
			.values());
	}

	/** Several tasks of one box that this person may answer alike. */
	@Transactional(readOnly = true)
	Several several(List<String> taskIds, Actor by) {
		List<InboxItem> all = chosen(taskIds);
		all.stream().filter((item) -> !this.holders.holds(by, item.holder())).findFirst().ifPresent((item) -> {
			throw new Refusal.NotAllowed("refusal.inbox.not-yours", item.name(), item.caseNumber(), item.part());
		});
		if (all.stream().map(TaskPageService::step).distinct().count() > 1) {
			throw new Refusal.Invalid("refusal.inbox.bulk-mixed");
		}
		String action = "/inbox/bulk?task=" + String.join("&task=", all.stream().map(InboxItem::taskId).toList());
		return new Several(all, this.forms.view(all.get(0).task(), by, action));
	}

	private List<InboxItem> chosen(List<String> taskIds) {
		List<InboxItem> all = taskIds.stream().distinct().limit(MAX_TASKS + 1).map(this::find).toList();
		if (all.isEmpty() || all.size() > MAX_TASKS) {
			throw new Refusal.Invalid("refusal.inbox.bulk-count", MAX_TASKS);
		}
		return all;
	}

	private static String step(InboxItem item) {
		return item.processVersion() + " " + item.box();
	}

	private InboxItem find(String taskId) {
		return this.items.find(taskId).orElseThrow(() -> new Refusal.NotFound("refusal.inbox.unknown"));
	}

	private static boolean shared(InboxItem item) {
		return item.claimed() || !item.holder().startsWith("p:");
	}

	/**
	 * The page of a task.
	 *
	 * @param read false while the reader has to say first why he opens the case
	 */
	record Opened(TaskPage page, boolean read) {
	}

	/** Tasks of one box and the one form that answers them. */
	record Several(List<InboxItem> items, FormView form) {
	}

}
