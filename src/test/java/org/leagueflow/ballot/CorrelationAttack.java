package org.leagueflow.ballot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every other voter has told the attacker the own choice; is there anything (a length, a
 * number, a count, a first byte) that goes along with it, and tells the choice of the
 * others?
 */
final class CorrelationAttack {

	private static final int MIN_SAMPLES = 3;

	private final int voters;

	private final String[] choices;

	private final Map<String, Object[]> features = new LinkedHashMap<>();

	CorrelationAttack(List<EntryClassifier> marks, int voters, String[] choices) {
		this.voters = voters;
		this.choices = choices;
		marks.forEach(this::look);
	}

	private void look(EntryClassifier one) {
		int[] before = one.near(true, "");
		for (int i = 0; i < before.length; i++) {
			if (before[i] < 0) {
				continue;
			}
			Trace.Entry entry = one.trace.entries().get(i);
			String where = one.trace.source() + " " + entry.kind();
			count("number of entries in " + one.trace.source(), before[i], 1);
			count("number of " + where, before[i], 1);
			for (int column = 0; column < entry.cells().size(); column++) {
				see(where + " cell " + column, before[i], entry.cells().get(column));
			}
		}
	}

	private void see(String where, int voter, Object cell) {
		if (cell instanceof byte[] bytes && bytes.length > 0) {
			first("length of " + where, voter, bytes.length);
			first("first byte of " + where, voter, bytes[0]);
			first("last byte of " + where, voter, bytes[bytes.length - 1]);
		}
		else if (cell instanceof String text) {
			first("length of " + where, voter, text.length());
			count("length of all " + where, voter, text.length());
			if (text.length() < 40) {
				first("value of " + where, voter, text);
			}
		}
		else if (cell instanceof Number || cell instanceof Boolean) {
			first("value of " + where, voter, cell);
			if (cell instanceof Number number) {
				first("last digit of " + where, voter, Math.abs(number.longValue() % 10));
			}
		}
	}

	private void first(String feature, int voter, Object value) {
		Object[] values = this.features.computeIfAbsent(feature, (it) -> new Object[this.voters]);
		values[voter] = (values[voter] != null) ? values[voter] : value;
	}

	private void count(String feature, int voter, int more) {
		Object[] values = this.features.computeIfAbsent(feature, (it) -> new Object[this.voters]);
		values[voter] = (values[voter] != null) ? (Integer) values[voter] + more : (Integer) more;
	}

	List<Guess> guesses() {
		List<Guess> guesses = new ArrayList<>();
		this.features.forEach((feature, values) -> guesses.add(guess(feature, values)));
		return guesses;
	}

	private Guess guess(String feature, Object[] values) {
		Map<Object, Map<String, Integer>> known = new HashMap<>();
		for (int voter = 0; voter < this.voters; voter += 2) {
			if (values[voter] != null) {
				known.computeIfAbsent(values[voter], (it) -> new HashMap<>())
					.merge(this.choices[voter], 1, Integer::sum);
			}
		}
		Guess guess = Guess.none("learned from " + feature, this.voters);
		for (int voter = 1; voter < this.voters; voter += 2) {
			Map<String, Integer> sums = (values[voter] != null) ? known.getOrDefault(values[voter], Map.of())
					: Map.of();
			if (sums.values().stream().mapToInt(Integer::intValue).sum() >= MIN_SAMPLES) {
				guess.believe(voter, -1,
						sums.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey());
			}
		}
		return guess;
	}

}
