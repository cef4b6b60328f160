package org.leagueflow.ballot;

import java.util.List;

/**
 * What is published of a ballot.
 *
 * @param result numbers, or none when it is coarse
 * @param used how the reader used the right to vote, or null
 * @param reader the reader's number, under which the browser keeps an unfinished vote
 * @param home where this page leads back to, or null
 */
record ResultPage(long id, String title, List<Paper.Line> lines, List<Mark> marks, BallotResult result, int voters,
		int taken, String fingerprint, String statementKey, String digest, String used, String home, Lineage lineage,
		long reader) {

	public int sum(int line, Mark mark) {
		return this.result.count().of(line, mark);
	}

}
