package org.leagueflow.meeting;

import java.util.List;
import java.util.Optional;
import org.leagueflow.engine.Answers;
import org.leagueflow.engine.Task;
import org.leagueflow.engine.UserTasks;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Moves a meeting along its diagram by answering the box it stands on. */
@Component
class MeetingSteps {

	private final UserTasks tasks;

	MeetingSteps(UserTasks tasks) {
		this.tasks = tasks;
	}

	/**
	 * Answers the box.
	 * @throws Refusal.Conflict when the meeting does not stand there (any more)
	 */
	void take(Meeting meeting, String box, Actor by, Answers answers) {
		Task task = at(meeting, box)
			.orElseThrow(() -> new Refusal.Conflict("refusal.meeting.state." + meeting.state()));
		this.tasks.complete(task.id(), by, answers);
	}

	/** Answers whichever of the boxes the meeting's version of the diagram has. */
	void take(Meeting meeting, List<String> boxes, Actor by) {
		String box = boxes.stream().filter((one) -> at(meeting, one).isPresent()).findFirst().orElse(boxes.get(0));
		take(meeting, box, by);
	}

	void take(Meeting meeting, String box, Actor by) {
		take(meeting, box, by, Answers.NONE);
	}

	void takeIfThere(Meeting meeting, String box, Actor by) {
		at(meeting, box).ifPresent((task) -> this.tasks.complete(task.id(), by, Answers.NONE));
	}

	boolean standsOn(Meeting meeting, String box) {
		return at(meeting, box).isPresent();
	}

	private Optional<Task> at(Meeting meeting, String box) {
		return this.tasks.open(meeting.caseId()).stream().filter((task) -> task.box().equals(box)).findFirst();
	}

}
