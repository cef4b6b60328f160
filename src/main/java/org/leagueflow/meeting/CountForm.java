package org.leagueflow.meeting;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.leagueflow.ballot.Count;
import org.leagueflow.ballot.Mark;
import org.leagueflow.ballot.Paper;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;

/**
 * A teller's count of one item as typed: fields {@code handedOut}, {@code returned},
 * {@code papers-0-FOR} for each line and mark, {@code papers-spoilt}, and the same with
 * {@code written}, each after the item's prefix. What is left empty is 0.
 */
class CountForm {

	private final Map<String, String> typed;

	private final Map<String, Message> wrong = new LinkedHashMap<>();

	CountForm(Map<String, String> typed) {
		this(typed, "");
	}

	/** The fields of a page that begin with the prefix. */
	CountForm(Map<String, String> typed, String prefix) {
		this.typed = typed.entrySet()
			.stream()
			.filter((field) -> field.getKey().startsWith(prefix))
			.collect(Collectors.toMap((field) -> field.getKey().substring(prefix.length()), Map.Entry::getValue));
	}

	/** Whether nothing was typed. */
	boolean isEmpty() {
		return this.typed.values().stream().allMatch(String::isBlank);
	}

	/**
	 * @throws Refusal.Invalid naming each field that holds no whole number
	 */
	PaperCount read(Paper paper) {
		PaperCount count = new PaperCount(number("handedOut"), number("returned"), part("papers", paper),
				part("written", paper));
		if (!this.wrong.isEmpty()) {
			throw new Refusal.Invalid(this.wrong);
		}
		return count;
	}

	private Count part(String part, Paper paper) {
		List<Map<Mark, Integer>> lines = new ArrayList<>();
		for (int line = 0; line < paper.lines().size(); line++) {
			Map<Mark, Integer> marks = new EnumMap<>(Mark.class);
			for (Mark mark : paper.marks()) {
				marks.put(mark, number(part + "-" + line + "-" + mark));
			}
			lines.add(marks);
		}
		return new Count(lines, number(part + "-spoilt"));
	}

	private int number(String field) {
		String text = this.typed.getOrDefault(field, "").strip();
		try {
			return text.isEmpty() ? 0 : Integer.parseInt(text);
		}
		catch (NumberFormatException ex) {
			this.wrong.put(field, Message.of("refusal.meeting.no-number"));
			return 0;
		}
	}

}
