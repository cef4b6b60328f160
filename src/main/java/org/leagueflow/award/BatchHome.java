package org.leagueflow.award;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.web.HomePanel;
import org.springframework.stereotype.Component;

/**
 * On the home page: what posts below the committee have to do in running batches, since a
 * batch is one case and not one for each class.
 */
@Component
class BatchHome implements HomePanel {

	private final BatchPageService pages;

	private final BatchTasks tasks;

	BatchHome(BatchPageService pages, BatchTasks tasks) {
		this.pages = pages;
		this.tasks = tasks;
	}

	@Override
	public int order() {
		return 12;
	}

	@Override
	public String template() {
		return "award/home";
	}

	@Override
	public Optional<Map<String, Object>> model(Actor reader) {
		List<BatchTasks.Todo> todo = new ArrayList<>();
		for (Batch batch : this.pages.running(reader)) {
			todo.addAll(this.tasks.of(batch, reader));
		}
		return todo.isEmpty() ? Optional.empty() : Optional.of(Map.of("todo", todo));
	}

}
