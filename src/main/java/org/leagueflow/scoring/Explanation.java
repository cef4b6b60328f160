package org.leagueflow.scoring;

import java.util.ArrayList;
import java.util.List;
import org.leagueflow.kernel.Message;

/**
 * How a number came about, so that a person can recompute it.
 *
 * @param words the step in words, with its numbers
 * @param problem why there is no number, or null; the words say it, too
 * @param parts the steps that it rests on
 */
public record Explanation(Message words, Message problem, List<Explanation> parts) {

	static Explanation step(Message words, List<Explanation> parts) {
		return new Explanation(words, null, List.copyOf(parts));
	}

	static Explanation problem(Message problem, List<Explanation> parts) {
		return new Explanation(problem, problem, List.copyOf(parts));
	}

	/** The lines of a page or a sheet, each step above what it rests on. */
	public List<ExplanationLine> lines() {
		List<ExplanationLine> lines = new ArrayList<>();
		collect(0, lines);
		return lines;
	}

	private void collect(int depth, List<ExplanationLine> lines) {
		lines.add(new ExplanationLine(depth, this.words, this.problem != null));
		this.parts.forEach((part) -> part.collect(depth + 1, lines));
	}

	/** Everything that stands in the way of a number. */
	public List<Message> problems() {
		List<Message> problems = new ArrayList<>();
		collectProblems(problems);
		return problems.stream().distinct().toList();
	}

	private void collectProblems(List<Message> problems) {
		if (this.problem != null) {
			problems.add(this.problem);
		}
		this.parts.forEach((part) -> part.collectProblems(problems));
	}

}
