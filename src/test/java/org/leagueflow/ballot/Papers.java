package org.leagueflow.ballot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * The published papers, found again by any eight bytes of a piece of theirs that stands
 * somewhere: message, signature, tracker or hash, as they are, in hex or in Base64.
 */
final class Papers {

	private static final int WINDOW = 8;

	/** Each fourth place: eleven bytes in a row are found for certain. */
	private static final int STEP = 4;

	private final List<PublishedPaper> papers;

	private final long[] windows;

	private final int[] owners;

	/**
	 * A bit for each hash that occurs: nearly every window that is asked for is none of a
	 * paper's, and this table fits the processor's cache where the windows do not.
	 */
	private final long[] occurs;

	Papers(List<PublishedPaper> papers) {
		this.papers = papers;
		List<byte[]> all = new ArrayList<>();
		List<Integer> whose = new ArrayList<>();
		for (int i = 0; i < papers.size(); i++) {
			for (byte[] form : forms(papers.get(i))) {
				all.add(form);
				whose.add(i);
			}
		}
		int size = Integer.highestOneBit(all.stream().mapToInt((form) -> form.length / STEP + 1).sum() * 2) * 2;
		this.windows = new long[size];
		this.owners = new int[size];
		this.occurs = new long[Math.max(1, size / 16)];
		java.util.Arrays.fill(this.owners, -1);
		for (int i = 0; i < all.size(); i++) {
			ByteBuffer bytes = ByteBuffer.wrap(all.get(i));
			for (int at = 0; at + WINDOW <= bytes.capacity(); at += STEP) {
				put(bytes.getLong(at), whose.get(i));
			}
		}
	}

	private static List<byte[]> forms(PublishedPaper paper) {
		List<byte[]> forms = new ArrayList<>();
		forms.add(paper.tracker().getBytes(StandardCharsets.US_ASCII));
		for (byte[] piece : List.of(paper.message(), paper.signature(), Vote.sha256(paper.message()),
				Vote.sha256(paper.signature()))) {
			forms.add(piece);
			forms.add(HexFormat.of().formatHex(piece).getBytes(StandardCharsets.US_ASCII));
			forms.add(HexFormat.of().withUpperCase().formatHex(piece).getBytes(StandardCharsets.US_ASCII));
			forms.add(Base64.getEncoder().encode(piece));
		}
		return forms;
	}

	private void put(long window, int paper) {
		int at = place(window);
		long hash = hash(window);
		this.occurs[slot(hash)] |= 1L << (hash >>> 27);
		if (this.owners[at] == -1) {
			this.windows[at] = window;
			this.owners[at] = paper;
		}
		else if (this.owners[at] != paper) {
			this.owners[at] = -2; // in every paper
		}
	}

	private int place(long window) {
		int at = (int) (hash(window) >>> 33) & (this.windows.length - 1);
		while (this.owners[at] != -1 && this.windows[at] != window) {
			at = (at + 1) & (this.windows.length - 1);
		}
		return at;
	}

	private static long hash(long window) {
		return window * 0x9E3779B97F4A7C15L;
	}

	private int slot(long hash) {
		return (int) (hash >>> 36) & (this.occurs.length - 1);
	}

	int size() {
		return this.papers.size();
	}

	PublishedPaper get(int paper) {
		return this.papers.get(paper);
	}

	/** The paper with this window, or a negative number. */
	int at(long window) {
		long hash = hash(window);
		if ((this.occurs[slot(hash)] >>> (hash >>> 27) & 1) == 0) {
			return -1;
		}
		int at = place(window);
		return (this.windows[at] == window) ? this.owners[at] : -1;
	}

	/** The one paper of which a piece stands here, or a negative number. */
	int in(byte[] bytes) {
		int found = -1;
		long window = 0;
		for (int at = 0; at < bytes.length; at++) {
			window = window << 8 | bytes[at] & 0xff;
			int paper = (at < WINDOW - 1) ? -1 : at(window);
			if (paper >= 0 && found >= 0 && paper != found) {
				return -1;
			}
			found = Math.max(found, paper);
		}
		return found;
	}

}
