package org.leagueflow.ballot;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What one way of attack believes: for each voter a published paper, or at least a
 * choice.
 *
 * @param how the way, for people
 * @param papers the paper of each voter, or -1
 * @param choices the choice of each voter, or null
 */
record Guess(String how, int[] papers, String[] choices) {

	static Guess none(String how, int voters) {
		int[] papers = new int[voters];
		Arrays.fill(papers, -1);
		return new Guess(how, papers, new String[voters]);
	}

	/** The first belief counts. */
	void believe(int voter, int paper, String choice) {
		if (this.papers[voter] < 0 && this.choices[voter] == null) {
			this.papers[voter] = paper;
			this.choices[voter] = choice;
		}
	}

	boolean isEmpty() {
		return Arrays.stream(this.papers).allMatch((paper) -> paper < 0)
				&& Arrays.stream(this.choices).allMatch((choice) -> choice == null);
	}

	/**
	 * How it did.
	 * @param truth the paper of each voter
	 * @param chosen the choice on each paper
	 */
	Score score(int[] truth, String[] chosen) {
		int papersRight = 0;
		int papersGuessed = 0;
		int choicesRight = 0;
		int choicesGuessed = 0;
		Map<String, Integer> guessed = new HashMap<>();
		Map<String, Integer> real = new HashMap<>();
		for (int voter = 0; voter < truth.length; voter++) {
			int paper = this.papers[voter];
			String choice = (this.choices[voter] != null) ? this.choices[voter] : (paper >= 0) ? chosen[paper] : null;
			if (choice == null) {
				continue;
			}
			String own = chosen[truth[voter]];
			choicesGuessed++;
			guessed.merge(choice, 1, Integer::sum);
			real.merge(own, 1, Integer::sum);
			choicesRight += choice.equals(own) ? 1 : 0;
			papersGuessed += (paper >= 0) ? 1 : 0;
			papersRight += (paper == truth[voter]) ? 1 : 0;
		}
		double chance = 0;
		for (Map.Entry<String, Integer> one : guessed.entrySet()) {
			chance += (double) one.getValue() * real.getOrDefault(one.getKey(), 0);
		}
		chance /= Math.max(1, (double) choicesGuessed * choicesGuessed);
		double luck = Math.min(luck(papersGuessed, 1.0 / truth.length, papersRight),
				luck(choicesGuessed, chance, choicesRight));
		return new Score(this.how, papersGuessed, papersRight, choicesGuessed, choicesRight, chance, luck);
	}

	/**
	 * Probability that somebody who only guesses is right at least so often (binomial).
	 */
	static double luck(int tries, double chance, int right) {
		if (right <= 0 || chance >= 1) {
			return 1;
		}
		double[] logs = new double[tries + 1];
		for (int i = 1; i <= tries; i++) {
			logs[i] = logs[i - 1] + Math.log(i);
		}
		double sum = 0;
		for (int i = right; i <= tries; i++) {
			sum += Math.exp(
					logs[tries] - logs[i] - logs[tries - i] + i * Math.log(chance) + (tries - i) * Math.log1p(-chance));
		}
		return sum;
	}

	/**
	 * @param chance how often somebody who only guesses has the choice right
	 * @param luck how probable as many right ones are for somebody who only guesses
	 */
	record Score(String how, int papers, int papersRight, int choices, int choicesRight, double chance, double luck) {

		@Override
		public String toString() {
			return "%-110s papers %4d of %4d, choices %4d of %4d (guessing: %.3f), luck %.1e".formatted(this.how,
					this.papersRight, this.papers, this.choicesRight, this.choices, this.chance, this.luck);
		}

	}

}
