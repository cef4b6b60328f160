package org.leagueflow.inbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.leagueflow.kernel.CaseId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Asks the process modules for notes on the steps of a list. */
@Component
class StepNotes {

	/** Known from the first question on. */
	private final Supplier<List<StepNoteRule>> rules;

	StepNotes(ObjectProvider<StepNoteRule> rules) {
		this.rules = SingletonSupplier.of(() -> rules.orderedStream().toList());
	}

	/** By task id; items without a note are left out. */
	Map<String, StepNote> of(Collection<InboxItem> items) {
		Map<String, List<InboxItem>> byProcess = items.stream()
			.filter(InboxItem::open)
			.collect(Collectors.groupingBy(InboxItem::taskProcess));
		Map<String, StepNote> notes = new HashMap<>();
		this.rules.get().stream().filter((rule) -> byProcess.containsKey(rule.process())).forEach((rule) -> {
			List<InboxItem> own = byProcess.get(rule.process());
			Map<CaseId, StepNote> found = rule.notes(own.stream().map(InboxItem::caseId).distinct().toList());
			own.stream()
				.filter((item) -> found.containsKey(item.caseId()))
				.forEach((item) -> notes.put(item.taskId(), found.get(item.caseId())));
		});
		return notes;
	}

}
