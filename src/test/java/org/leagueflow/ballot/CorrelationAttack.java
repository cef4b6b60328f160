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
		Map<String, Place> kinds = new HashMap<>();
		Place all = new Place("entries in " + one.trace.source());
		for (int i = 0; i < before.length; i++) {
			if (before[i] < 0) {
				continue;
			}
			Trace.Entry entry = one.trace.entries().get(i);
			Place kind = kinds.computeIfAbsent(entry.kind(), (it) -> new Place(one.trace.source() + " " + it));
			all.count(Feature.NUMBER, before[i], 1);
			kind.count(Feature.NUMBER, before[i], 1);
			for (int column = 0; column < entry.cells().size(); column++) {
				see(kind.cell(column), before[i], entry.cells().get(column));
			}
		}
	}

	private void see(Place where, int voter, Object cell) {
		if (cell instanceof byte[] bytes && bytes.length > 0) {
			where.first(Feature.LENGTH, voter, bytes.length);
			where.first(Feature.FIRST_BYTE, voter, bytes[0]);
			where.first(Feature.LAST_BYTE, voter, bytes[bytes.length - 1]);
		}
		else if (cell instanceof String text) {
			where.first(Feature.LENGTH, voter, text.length());
			where.count(Feature.LENGTH_OF_ALL, voter, text.length());
			if (text.length() < 40) {
				where.first(Feature.VALUE, voter, text);
			}
		}
		else if (cell instanceof Number || cell instanceof Boolean) {
			where.first(Feature.VALUE, voter, cell);
			if (cell instanceof Number number) {
				where.first(Feature.LAST_DIGIT, voter, Math.abs(number.longValue() % 10));
			}
		}
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
		Map<Object, String> usual = new HashMap<>();
		known.forEach((value, sums) -> {
			if (sums.values().stream().mapToInt(Integer::intValue).sum() >= MIN_SAMPLES) {
				usual.put(value, sums.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey());
			}
		});
		Guess guess = Guess.none("learned from " + feature, this.voters);
		for (int voter = 1; voter < this.voters; voter += 2) {
			String choice = (values[voter] != null) ? usual.get(values[voter]) : null;
			if (choice != null) {
				guess.believe(voter, -1, choice);
			}
		}
		return guess;
	}

	private enum Feature {

		NUMBER("number of "), LENGTH("length of "), LENGTH_OF_ALL("length of all "), FIRST_BYTE("first byte of "),
		LAST_BYTE("last byte of "), VALUE("value of "), LAST_DIGIT("last digit of ");

		private final String words;

		Feature(String words) {
			this.words = words;
		}

	}

	/**
	 * Where features are seen: all entries of a kind, or one of their cells. Keeps what
	 * was seen of each voter, so that a feature's name is made once and not for every
	 * entry.
	 */
	private final class Place {

		private final String name;

		private final List<Place> cells = new ArrayList<>();

		private final Object[][] seen = new Object[Feature.values().length][];

		Place(String name) {
			this.name = name;
		}

		Place cell(int column) {
			while (this.cells.size() <= column) {
				this.cells.add(new Place(this.name + " cell " + this.cells.size()));
			}
			return this.cells.get(column);
		}

		void first(Feature feature, int voter, Object value) {
			Object[] values = of(feature);
			values[voter] = (values[voter] != null) ? values[voter] : value;
		}

		void count(Feature feature, int voter, int more) {
			Object[] values = of(feature);
			values[voter] = (values[voter] != null) ? (Integer) values[voter] + more : (Integer) more;
		}

		private Object[] of(Feature feature) {
			Object[] values = this.seen[feature.ordinal()];
			if (values == null) {
				values = CorrelationAttack.this.features.computeIfAbsent(feature.words + this.name,
						(it) -> new Object[CorrelationAttack.this.voters]);
				this.seen[feature.ordinal()] = values;
			}
			return values;
		}

	}

}
