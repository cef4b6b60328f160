package org.leagueflow.ballot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * The file that anyone can check without us: lines in UTF-8, each ended by a line feed. A
 * head, the statement (Ed25519 over all lines before it), then one line a paper in the
 * order of trackers. What it looks like is also told in {@code org.leagueflow.verify}.
 */
final class Publication {

	private Publication() {
	}

	/** What the statement signs. */
	static byte[] head(Ballot ballot, int issued, Count count, byte[] digest) {
		StringBuilder head = new StringBuilder("leagueflow-ballot/1\n");
		line(head, "ballot", ballot.id());
		line(head, "title", ballot.title());
		line(head, "form", ballot.paper().form() + " " + ballot.paper().seats());
		ballot.paper().lines().forEach((one) -> line(head, "line", one.id() + " " + one.name()));
		line(head, "sign-key", base64(ballot.signKey()));
		line(head, "statement-key", base64(ballot.statementKey()));
		line(head, "voters", ballot.voters());
		line(head, "issued", issued);
		line(head, "papers", count.papers());
		line(head, "spoilt", count.spoilt());
		for (int i = 0; i < ballot.paper().lines().size(); i++) {
			line(head, "sum", (i + 1) + sum(ballot.paper(), count, i));
		}
		line(head, "digest", HexFormat.of().formatHex(digest));
		return head.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static String sum(Paper paper, Count count, int line) {
		StringBuilder sum = new StringBuilder();
		paper.marks().forEach((mark) -> sum.append(' ').append(mark.code()).append(' ').append(count.of(line, mark)));
		return sum.toString();
	}

	private static void line(StringBuilder text, String word, Object rest) {
		text.append(word).append(' ').append(rest).append('\n');
	}

	/** SHA-256 over the lines of the papers. */
	static byte[] digest(List<PublishedPaper> papers) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			papers.forEach((paper) -> digest.update(line(paper)));
			return digest.digest();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static void write(Ballot ballot, List<PublishedPaper> papers, OutputStream out) throws IOException {
		out.write(head(ballot, ballot.issued(), ballot.count(), ballot.digest()));
		out.write(("statement " + base64(ballot.statement()) + "\n").getBytes(StandardCharsets.US_ASCII));
		for (PublishedPaper paper : papers) {
			out.write(line(paper));
		}
	}

	private static byte[] line(PublishedPaper paper) {
		return ("paper " + paper.tracker() + " " + paper.filled() + " " + base64(paper.message()) + " "
				+ base64(paper.signature()) + "\n")
			.getBytes(StandardCharsets.US_ASCII);
	}

	private static String base64(byte[] bytes) {
		return Base64.getEncoder().encodeToString(bytes);
	}

}
