package org.leagueflow.ballot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Links voters to published papers with all that lies around, in every way that we could
 * think of: what stands in one entry, next to each other, under one number, in the same
 * order, at the same time, sealed with a key that lies around, or what goes along with a
 * choice among those whose choice is known.
 */
final class Attack {

	/** All ways of attack together may raise a false alarm that often. */
	static final double FALSE_ALARM = 1e-6;

	private final List<EntryClassifier> marks;

	private final int voters;

	private final List<Guess> guesses = new ArrayList<>();

	private Attack(List<EntryClassifier> marks, int voters) {
		this.marks = marks;
		this.voters = voters;
	}

	/**
	 * All ways and how they did, the best first.
	 * @param roll those who voted
	 * @param trackers the truth: the tracker of each of them
	 */
	static List<Guess.Score> scores(List<Trace> loot, List<Long> roll, List<PublishedPaper> published,
			List<String> trackers) {
		return new Attacker(roll, published).scores(loot, trackers);
	}

	/**
	 * Those that are right so often that guessing explains it once in a million ballots.
	 */
	static List<Guess.Score> wins(List<Guess.Score> scores) {
		return scores.stream().filter((score) -> score.luck() < FALSE_ALARM / scores.size()).toList();
	}

	/**
	 * All ways.
	 * @param choices the choice of each voter, of which every other one is known to the
	 * attacker
	 */
	List<Guess> run(String[] choices) {
		this.marks.forEach(this::together);
		this.marks.forEach((one) -> next(one, true));
		this.marks.forEach((one) -> next(one, false));
		sameValue();
		sameOrder();
		sameTime();
		new CorrelationAttack(this.marks, this.voters, choices).guesses().forEach(this::add);
		return this.guesses;
	}

	private void add(Guess guess) {
		if (!guess.isEmpty()) {
			this.guesses.add(guess);
		}
	}

	private Guess guess(String how) {
		return Guess.none(how, this.voters);
	}

	private void together(EntryClassifier one) {
		Guess guess = guess("in one entry of " + one.trace.source());
		for (int i = 0; i < one.voter.length; i++) {
			if (one.voter[i] >= 0 && one.tells(i)) {
				guess.believe(one.voter[i], one.paper[i], one.choice[i]);
			}
		}
		add(guess);
	}

	private void next(EntryClassifier one, boolean before) {
		next(one, before, "");
		one.trace.entries().stream().map(Trace.Entry::kind).distinct().forEach((kind) -> next(one, before, kind));
	}

	private void next(EntryClassifier one, boolean before, String kind) {
		Guess guess = guess((before ? "after" : "before") + " a voter in " + one.trace.source() + " " + kind);
		int[] near = one.near(before, kind);
		for (int i = 0; i < one.voter.length; i++) {
			if (one.voter[i] < 0 && near[i] >= 0 && one.tells(i)) {
				guess.believe(near[i], one.paper[i], one.choice[i]);
			}
		}
		add(guess);
	}

	/**
	 * Entries anywhere that share a value which only one voter's entries have, such as
	 * the number of a session, a connection or a request.
	 */
	private void sameValue() {
		Map<Object, Integer> whose = new HashMap<>();
		for (EntryClassifier one : this.marks) {
			for (int i = 0; i < one.voter.length; i++) {
				if (one.voter[i] >= 0) {
					int voter = one.voter[i];
					values(one, i).forEach((value) -> whose.merge(value, voter, (a, b) -> a.equals(b) ? a : -1));
				}
			}
		}
		Guess guess = guess("by a value that only one voter's entries have");
		for (EntryClassifier one : this.marks) {
			for (int i = 0; i < one.voter.length; i++) {
				if (one.voter[i] < 0 && one.tells(i)) {
					int at = i;
					values(one, i).stream()
						.map(whose::get)
						.filter((voter) -> voter != null && voter >= 0)
						.forEach((voter) -> guess.believe(voter, one.paper[at], one.choice[at]));
				}
			}
		}
		add(guess);
	}

	private static List<Object> values(EntryClassifier one, int i) {
		List<Object> values = new ArrayList<>();
		for (Object cell : one.trace.entries().get(i).cells()) {
			if (cell instanceof byte[] bytes) {
				values.add(java.nio.ByteBuffer.wrap(bytes));
			}
			else if (cell instanceof String text && text.length() > 60) {
				words(text, values);
			}
			else if (cell != null) {
				values.add(cell);
			}
		}
		return values;
	}

	/** Words of more than four letters, digits, hyphens and underlines. */
	private static void words(String text, List<Object> words) {
		int from = 0;
		for (int at = 0; at <= text.length(); at++) {
			char letter = (at < text.length()) ? text.charAt(at) : ' ';
			boolean inside = letter >= '0' && letter <= '9' || letter >= 'A' && letter <= 'Z'
					|| letter >= 'a' && letter <= 'z' || letter == '-' || letter == '_';
			if (!inside) {
				if (at - from > 4) {
					words.add(text.substring(from, at));
				}
				from = at + 1;
			}
		}
	}

	/** The first voter has the first paper, the second the second, and so on. */
	private void sameOrder() {
		Map<List<Integer>, String> ofVoters = new LinkedHashMap<>();
		Map<List<Integer>, String> ofPapers = new LinkedHashMap<>();
		for (EntryClassifier one : this.marks) {
			int[] before = one.near(true, "");
			Map<String, List<Integer>> kinds = IntStream.range(0, one.voter.length)
				.boxed()
				.collect(Collectors.groupingBy((i) -> one.trace.entries().get(i).kind(), TreeMap::new,
						Collectors.toList()));
			kinds.forEach((kind, entries) -> {
				boolean named = entries.stream().anyMatch((i) -> one.voter[i] >= 0);
				String name = one.trace.source() + " " + kind;
				orders(one, entries).forEach((by, order) -> {
					List<Integer> people = order.stream().map((i) -> named ? one.voter[i] : before[i]).toList();
					sequence(people).ifPresent((found) -> ofVoters.putIfAbsent(found, name + by));
					List<Integer> found = order.stream().map((i) -> one.paper[i]).toList();
					sequence(found).ifPresent((it) -> ofPapers.putIfAbsent(it, name + by));
				});
			});
		}
		ofVoters.forEach((people, how) -> ofPapers.forEach((found, by) -> {
			add(inOrder(people, found, "voters as in " + how + ", papers as in " + by));
			List<Integer> turned = new ArrayList<>(found);
			java.util.Collections.reverse(turned);
			add(inOrder(people, turned, "voters as in " + how + ", papers backwards as in " + by));
		}));
	}

	private Guess inOrder(List<Integer> people, List<Integer> found, String how) {
		Guess guess = guess(how);
		for (int i = 0; i < people.size(); i++) {
			guess.believe(people.get(i), found.get((int) ((long) i * found.size() / people.size())), null);
		}
		return guess;
	}

	/** As they lie, and sorted by each cell that differs. */
	private Map<String, List<Integer>> orders(EntryClassifier one, List<Integer> entries) {
		Map<String, List<Integer>> orders = new LinkedHashMap<>();
		orders.put("", entries);
		if (entries.size() < this.voters / 4) {
			return Map.of();
		}
		int columns = (entries.size() > 20 * this.voters) ? 0 : one.trace.entries().get(entries.get(0)).cells().size();
		for (int column = 0; column < columns; column++) {
			int at = column;
			List<Object> cells = entries.stream().map((i) -> one.trace.entries().get(i).cells().get(at)).toList();
			boolean sortable = cells.stream()
				.allMatch((cell) -> cell == null || cell instanceof Number || cell instanceof Date
						|| cell instanceof byte[] || cell instanceof String);
			if (sortable && cells.stream().filter(Objects::nonNull).limit(this.voters / 4 + 1).count() > this.voters / 4
					&& !(cells.get(0) instanceof String text && text.length() > 200)) {
				Comparator<Integer> byCell = Comparator.comparing(cells::get, Attack::compare);
				orders.put(" by cell " + column,
						IntStream.range(0, cells.size()).boxed().sorted(byCell).map(entries::get).toList());
			}
		}
		return orders;
	}

	/** By their values; numbers, moments, bytes, texts, and nothing comes last. */
	private static int compare(Object one, Object other) {
		if (one instanceof Number a && other instanceof Number b) {
			return Double.compare(a.doubleValue(), b.doubleValue());
		}
		if (one instanceof Date a && other instanceof Date b) {
			return Long.compare(a.getTime(), b.getTime());
		}
		if (one instanceof byte[] a && other instanceof byte[] b) {
			return Arrays.compareUnsigned(a, b);
		}
		if (one instanceof String a && other instanceof String b) {
			return a.compareTo(b);
		}
		return Integer.compare(rank(one), rank(other));
	}

	private static int rank(Object cell) {
		return (cell instanceof Number) ? 0
				: (cell instanceof Date) ? 1 : (cell instanceof byte[]) ? 2 : (cell != null) ? 3 : 4;
	}

	private java.util.Optional<List<Integer>> sequence(List<Integer> found) {
		List<Integer> sequence = found.stream().filter((one) -> one >= 0).distinct().toList();
		return java.util.Optional.of(sequence).filter((it) -> it.size() >= this.voters / 4);
	}

	/** A paper's voter is whoever was seen last before it, or nearest to it. */
	private void sameTime() {
		Map<String, TreeMap<Long, Integer>> people = new LinkedHashMap<>();
		Map<String, TreeMap<Long, Integer>> found = new LinkedHashMap<>();
		for (EntryClassifier one : this.marks) {
			for (int i = 0; i < one.voter.length; i++) {
				Trace.Entry entry = one.trace.entries().get(i);
				for (int column = 0; (one.voter[i] >= 0 || one.paper[i] >= 0)
						&& column < entry.cells().size(); column++) {
					Long time = time(entry.cells().get(column));
					String name = (time == null) ? null : one.trace.source() + " " + entry.kind() + " cell " + column;
					if (time != null && one.voter[i] >= 0) {
						people.computeIfAbsent(name, (it) -> new TreeMap<>()).put(time, one.voter[i]);
					}
					if (time != null && one.paper[i] >= 0) {
						found.computeIfAbsent(name, (it) -> new TreeMap<>()).put(time, one.paper[i]);
					}
				}
			}
		}
		found.values().removeIf((times) -> times.size() < this.voters / 10);
		people.values().removeIf((times) -> times.size() < this.voters / 10);
		people.forEach((who, moments) -> found.forEach((what, times) -> {
			Guess before = guess("time before: " + who + " and " + what);
			Guess near = guess("time nearest: " + who + " and " + what);
			times.forEach((time, paper) -> {
				Map.Entry<Long, Integer> floor = moments.floorEntry(time);
				Map.Entry<Long, Integer> ceiling = moments.ceilingEntry(time);
				if (floor != null) {
					before.believe(floor.getValue(), paper, null);
				}
				if (floor != null && (ceiling == null || time - floor.getKey() <= ceiling.getKey() - time)) {
					near.believe(floor.getValue(), paper, null);
				}
				else if (ceiling != null) {
					near.believe(ceiling.getValue(), paper, null);
				}
			});
			add(before);
			add(near);
		}));
	}

	private static Long time(Object cell) {
		if (cell instanceof Date date) {
			return date.getTime();
		}
		return (cell instanceof Long number && number > 1_600_000_000_000L && number < 4_000_000_000_000L) ? number
				: null;
	}

	/**
	 * Whoever has the roll and the published papers. What was read once is not read again
	 * in an attack on more of the loot.
	 */
	static final class Attacker {

		private final int voters;

		private final EntryClassifier.Names names;

		private final Papers papers;

		private final Map<String, Integer> places = new HashMap<>();

		private final String[] chosen;

		private final Map<Trace, EntryClassifier> read = new IdentityHashMap<>();

		private final KeyHunt keys = new KeyHunt();

		Attacker(List<Long> roll, List<PublishedPaper> published) {
			this.voters = roll.size();
			this.names = new EntryClassifier.Names(roll);
			this.papers = new Papers(published);
			published.forEach((paper) -> this.places.put(paper.tracker(), this.places.size()));
			this.chosen = published.stream().map(PublishedPaper::filled).toArray(String[]::new);
		}

		/**
		 * All ways and how they did, the best first.
		 * @param loot with the same table of sessions in all attacks
		 * @param trackers the truth: the tracker of each voter
		 */
		List<Guess.Score> scores(List<Trace> loot, List<String> trackers) {
			int[] truth = trackers.stream().mapToInt(this.places::get).toArray();
			String[] own = Arrays.stream(truth).mapToObj((paper) -> this.chosen[paper]).toArray(String[]::new);
			Set<String> words = Set.copyOf(Arrays.asList(this.chosen));
			if (this.read.isEmpty()) {
				this.names.learnSessions(loot);
			}
			List<EntryClassifier> marks = Stream.concat(loot.stream(), this.keys.open(loot).stream())
				.map((trace) -> this.read.computeIfAbsent(trace,
						(it) -> EntryClassifier.of(it, this.names, this.papers, words)))
				.toList();
			return new Attack(marks, this.voters).run(own)
				.stream()
				.map((guess) -> guess.score(truth, this.chosen))
				.sorted(Comparator.comparingDouble(Guess.Score::luck)
					.thenComparing(Comparator.comparingInt(Guess.Score::papersRight).reversed()))
				.toList();
		}

	}

}
