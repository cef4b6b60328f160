package org.leagueflow.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.leagueflow.kernel.Message;

/**
 * How a number came about, so that a person can recompute it. The words are made when
 * somebody reads them: ranking thousands needs the numbers only.
 */
public final class Explanation {

	private final Supplier<Message> said;

	private final Message problem;

	private final List<Explanation> parts;

	private Message words;

	private Explanation(Supplier<Message> said, Message problem, List<Explanation> parts) {
		this.said = said;
		this.problem = problem;
		this.parts = parts;
	}

	static Explanation step(Supplier<Message> words, List<Explanation> parts) {
		return new Explanation(words, null, List.copyOf(parts));
	}

	static Explanation problem(Message problem, List<Explanation> parts) {
		return new Explanation(() -> problem, problem, List.copyOf(parts));
	}

	/** The step in words, with its numbers. */
	public Message words() {
		if (this.words == null) {
			this.words = this.said.get();
		}
		return this.words;
	}

	/** Why there is no number, or null; the words say it, too. */
	public Message problem() {
		return this.problem;
	}

	/** The steps that it rests on. */
	public List<Explanation> parts() {
		return this.parts;
	}

	/** The lines of a page or a sheet, each step above what it rests on. */
	public List<ExplanationLine> lines() {
		List<ExplanationLine> lines = new ArrayList<>();
		collect(0, lines);
		return lines;
	}

	private void collect(int depth, List<ExplanationLine> lines) {
		lines.add(new ExplanationLine(depth, words(), this.problem != null));
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
