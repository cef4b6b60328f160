package org.leagueflow.ballot;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the voter, paper or choice that each entry of a trace refers to. */
final class EntryClassifier {

	final Trace trace;

	final int[] voter;

	final int[] paper;

	final String[] choice;

	private EntryClassifier(Trace trace) {
		this.trace = trace;
		int size = trace.entries().size();
		this.voter = new int[size];
		this.paper = new int[size];
		this.choice = new String[size];
		Arrays.fill(this.voter, -1);
		Arrays.fill(this.paper, -1);
	}

	static EntryClassifier of(Trace trace, Names names, Papers papers, Set<String> words) {
		EntryClassifier marks = new EntryClassifier(trace);
		Map<String, Set<Integer>> voterCells = cells(trace, names::of, names.size() / 4);
		Map<String, Set<Integer>> choiceCells = cells(trace,
				(cell) -> (cell instanceof String word && words.contains(word)) ? word.hashCode() : -1, 2);
		for (int i = 0; i < trace.entries().size(); i++) {
			Trace.Entry entry = trace.entries().get(i);
			Set<Integer> ofVoters = voterCells.getOrDefault(entry.kind(), Set.of());
			Set<Integer> ofChoices = choiceCells.getOrDefault(entry.kind(), Set.of());
			for (int column = 0; column < entry.cells().size(); column++) {
				Object cell = entry.cells().get(column);
				marks.read(i, cell, names, papers, words);
				if (ofVoters.contains(column) && names.of(cell) >= 0) {
					marks.voter[i] = names.of(cell);
				}
				if (ofChoices.contains(column)) {
					marks.choice[i] = (String) cell;
				}
			}
		}
		return marks;
	}

	/** Columns in which nearly every value, and enough different ones, mean something. */
	private static Map<String, Set<Integer>> cells(Trace trace, java.util.function.ToIntFunction<Object> meaning,
			int enough) {
		Map<String, Set<Integer>> columns = new HashMap<>();
		Map<List<Object>, Set<Integer>> found = new HashMap<>();
		Map<List<Object>, int[]> counts = new HashMap<>();
		for (Trace.Entry entry : trace.entries()) {
			for (int column = 0; column < entry.cells().size(); column++) {
				Object cell = entry.cells().get(column);
				if (cell == null || cell instanceof byte[] || cell instanceof String text && text.length() > 100) {
					continue;
				}
				int what = meaning.applyAsInt(cell);
				int[] count = counts.computeIfAbsent(List.of(entry.kind(), column), (it) -> new int[2]);
				count[0]++;
				if (what != -1) {
					count[1]++;
					found.computeIfAbsent(List.of(entry.kind(), column), (it) -> new HashSet<>()).add(what);
				}
			}
		}
		found.forEach((where, values) -> {
			if (values.size() >= enough && counts.get(where)[1] >= 0.8 * counts.get(where)[0]) {
				columns.computeIfAbsent((String) where.get(0), (it) -> new HashSet<>()).add((Integer) where.get(1));
			}
		});
		return columns;
	}

	private void read(int i, Object cell, Names names, Papers papers, Set<String> words) {
		if (cell instanceof byte[] bytes) {
			found(i, papers.in(bytes));
		}
		else if (cell instanceof String text && text.length() >= 8) {
			found(i, papers.in(text.getBytes(StandardCharsets.UTF_8)));
			tokens(i, text, names, words);
		}
	}

	private void found(int i, int one) {
		if (one >= 0) {
			this.paper[i] = one;
		}
	}

	/** Texts name voters by log-in or session, and papers by their words. */
	private void tokens(int i, String text, Names names, Set<String> words) {
		int from = -1;
		for (int at = 0; at <= text.length(); at++) {
			char letter = (at < text.length()) ? text.charAt(at) : ' ';
			boolean inside = letter >= '0' && letter <= '9' || letter >= 'A' && letter <= 'Z'
					|| letter >= 'a' && letter <= 'z' || letter == '-' || letter == '+' || letter == '/';
			if (inside && from < 0) {
				from = at;
			}
			else if (!inside && from >= 0) {
				String token = text.substring(from, at);
				int one = names.named(token);
				if (one >= 0) {
					this.voter[i] = one;
				}
				if (words.contains(token)) {
					this.choice[i] = token;
				}
				from = -1;
			}
		}
	}

	boolean tells(int i) {
		return this.paper[i] >= 0 || this.choice[i] != null;
	}

	/**
	 * The voter of whom was spoken last before, or next after.
	 * @param kind by entries of this kind only, or by all when empty
	 */
	int[] near(boolean before, String kind) {
		int[] near = new int[this.voter.length];
		int last = -1;
		for (int step = 0; step < near.length; step++) {
			int i = before ? step : near.length - 1 - step;
			boolean heard = kind.isEmpty() || kind.equals(this.trace.entries().get(i).kind());
			last = (heard && this.voter[i] >= 0) ? this.voter[i] : last;
			near[i] = last;
		}
		return near;
	}

	/** By what a voter is known: number, log-in, hashes of these, sessions. */
	static final class Names {

		private final Map<Long, Integer> numbers = new HashMap<>();

		private final Map<String, Integer> words = new HashMap<>();

		Names(List<Long> roll) {
			for (int i = 0; i < roll.size(); i++) {
				this.numbers.put(roll.get(i), i);
				for (String name : List.of("p" + roll.get(i), roll.get(i).toString())) {
					byte[] hash = Vote.sha256(name.getBytes(StandardCharsets.US_ASCII));
					this.words.put(HexFormat.of().formatHex(hash), i);
					this.words.put(Base64.getEncoder().withoutPadding().encodeToString(hash), i);
				}
				this.words.put("p" + roll.get(i), i);
			}
		}

		/** Whoever has the table of sessions knows whose a session is. */
		void learnSessions(List<Trace> traces) {
			for (Trace trace : traces) {
				for (Trace.Entry entry : trace.entries()) {
					if (entry.kind().toUpperCase(java.util.Locale.ROOT).endsWith("SPRING_SESSION")) {
						int whose = entry.cells()
							.stream()
							.mapToInt(this::of)
							.filter((one) -> one >= 0)
							.max()
							.orElse(-1);
						entry.cells().forEach((cell) -> learn(cell, whose));
					}
				}
			}
		}

		private void learn(Object cell, int whose) {
			if (whose >= 0 && cell instanceof String text && text.length() == 36) {
				this.words.put(text, whose);
				this.words.put(
						Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII)),
						whose);
			}
		}

		int of(Object cell) {
			if (cell instanceof Number number) {
				return this.numbers.getOrDefault(number.longValue(), -1);
			}
			return (cell instanceof String text) ? named(text) : -1;
		}

		int named(String text) {
			return this.words.getOrDefault(text, -1);
		}

		int size() {
			return this.numbers.size();
		}

	}

}
