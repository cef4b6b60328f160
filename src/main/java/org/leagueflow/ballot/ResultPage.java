package org.leagueflow.ballot;

import java.util.List;

/**
 * What is published of a ballot.
 *
 * @param result numbers, or none when it is coarse
 * @param used how the reader used the right to vote, or null
 * @param asked the tracker that was looked up, or null
 * @param found the paper with this tracker, or null
 */
record ResultPage(long id, String title, List<Paper.Line> lines, List<Mark> marks, BallotResult result, int voters,
		int taken, String fingerprint, String statementKey, String digest, String used, String asked,
		PublishedPaper found) {

	/** The marks on the paper that was looked up, line by line. */
	public Mark mark(int line) {
		return Mark.of(this.found.filled().charAt(line));
	}

	public int sum(int line, Mark mark) {
		return this.result.count().of(line, mark);
	}

}
