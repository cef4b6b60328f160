package org.leagueflow.ballot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
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

	/** How long names and choices are: no other word of a log is looked up. */
	private final BitSet lengths = new BitSet();

	private EntryClassifier(Trace trace, Names names, Set<String> words) {
		this.trace = trace;
		this.lengths.or(names.lengths);
		words.forEach((word) -> this.lengths.set(word.length()));
		int size = trace.entries().size();
		this.voter = new int[size];
		this.paper = new int[size];
		this.choice = new String[size];
		Arrays.fill(this.voter, -1);
		Arrays.fill(this.paper, -1);
	}

	static EntryClassifier of(Trace trace, Names names, Papers papers, Set<String> words) {
		EntryClassifier marks = new EntryClassifier(trace, names, words);
		Map<String, List<Column>> kinds = new HashMap<>();
		for (Trace.Entry entry : trace.entries()) {
			List<Column> columns = kinds.computeIfAbsent(entry.kind(), (it) -> new ArrayList<>());
			for (int column = 0; column < entry.cells().size(); column++) {
				if (column == columns.size()) {
					columns.add(new Column());
				}
				columns.get(column).see(entry.cells().get(column), names, words);
			}
		}
		for (int i = 0; i < trace.entries().size(); i++) {
			Trace.Entry entry = trace.entries().get(i);
			List<Column> columns = kinds.get(entry.kind());
			for (int column = 0; column < entry.cells().size(); column++) {
				Object cell = entry.cells().get(column);
				marks.read(i, cell, names, papers, words);
				if (columns.get(column).namesVoters(names.size() / 4) && names.of(cell) >= 0) {
					marks.voter[i] = names.of(cell);
				}
				if (columns.get(column).namesChoices()) {
					marks.choice[i] = (String) cell;
				}
			}
		}
		return marks;
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
				if (this.lengths.get(at - from)) {
					token(i, text.substring(from, at), names, words);
				}
				from = -1;
			}
		}
	}

	private void token(int i, String token, Names names, Set<String> words) {
		int one = names.named(token);
		if (one >= 0) {
			this.voter[i] = one;
		}
		if (words.contains(token)) {
			this.choice[i] = token;
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

	/** What stands in one cell of all entries of a kind. */
	private static final class Column {

		private int seen;

		private int voters;

		private int choices;

		private final Set<Integer> differentVoters = new HashSet<>();

		private final Set<String> differentChoices = new HashSet<>();

		void see(Object cell, Names names, Set<String> words) {
			if (cell == null || cell instanceof byte[] || cell instanceof String text && text.length() > 100) {
				return;
			}
			this.seen++;
			int voter = names.of(cell);
			if (voter >= 0) {
				this.voters++;
				this.differentVoters.add(voter);
			}
			if (cell instanceof String word && words.contains(word)) {
				this.choices++;
				this.differentChoices.add(word);
			}
		}

		/** Nearly every value is a voter's, and there are so many different ones. */
		boolean namesVoters(int enough) {
			return this.voters > 0 && this.differentVoters.size() >= enough && this.voters >= 0.8 * this.seen;
		}

		/** Nearly every value is a choice, and they differ. */
		boolean namesChoices() {
			return this.differentChoices.size() >= 2 && this.choices >= 0.8 * this.seen;
		}

	}

	/** By what a voter is known: number, log-in, hashes of these, sessions. */
	static final class Names {

		private final Map<Long, Integer> numbers = new HashMap<>();

		private final Map<String, Integer> words = new HashMap<>();

		private final BitSet lengths = new BitSet();

		Names(List<Long> roll) {
			for (int i = 0; i < roll.size(); i++) {
				this.numbers.put(roll.get(i), i);
				for (String name : List.of("p" + roll.get(i), roll.get(i).toString())) {
					byte[] hash = Vote.sha256(name.getBytes(StandardCharsets.US_ASCII));
					put(HexFormat.of().formatHex(hash), i);
					put(Base64.getEncoder().withoutPadding().encodeToString(hash), i);
				}
				put("p" + roll.get(i), i);
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
				put(text, whose);
				put(Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII)),
						whose);
			}
		}

		private void put(String word, int whose) {
			this.words.put(word, whose);
			this.lengths.set(word.length());
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
