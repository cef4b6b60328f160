package org.leagueflow.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * The arithmetic of RFC 6962, section 2.1, over leaves that are stored elsewhere: roots,
 * and proofs that a leaf is in a tree and that a tree grew from an earlier one.
 * <p>
 * A leaf is hashed after a zero byte, a pair of nodes after a one. Whole subtrees of
 * 256<sup>n</sup> leaves (level n) are asked for, so that a root takes a few reads
 * however many leaves there are.
 */
final class MerkleTree {

	/** So many nodes of a level make one of the next. */
	static final int FANOUT = 256;

	private static final int FANOUT_BITS = 8;

	private final Nodes nodes;

	MerkleTree(Nodes nodes) {
		this.nodes = nodes;
	}

	/** The root over the first leaves; over none it is the hash of nothing. */
	byte[] root(long size) {
		return (size == 0) ? Digests.sha256(new byte[0]) : hash(0, size);
	}

	/**
	 * Proves that a leaf is under the root of a tree.
	 * @param leaf counted from 0
	 * @return the hashes beside the way from the leaf up, the lowest first
	 */
	List<byte[]> inclusion(long leaf, long size) {
		if (leaf < 0 || leaf >= size) {
			throw new IllegalArgumentException("There is no leaf " + leaf + " of " + size);
		}
		List<byte[]> path = new ArrayList<>();
		path(leaf, 0, size, path);
		return path;
	}

	private void path(long leaf, long begin, long end, List<byte[]> path) {
		if (end - begin == 1) {
			return;
		}
		long middle = begin + split(end - begin);
		if (leaf < middle) {
			path(leaf, begin, middle, path);
			path.add(hash(middle, end));
		}
		else {
			path(leaf, middle, end, path);
			path.add(hash(begin, middle));
		}
	}

	/** Proves that the first leaves of a tree are those of an earlier, smaller one. */
	List<byte[]> consistency(long earlier, long size) {
		if (earlier < 0 || earlier > size) {
			throw new IllegalArgumentException("A tree of " + size + " did not grow from one of " + earlier);
		}
		List<byte[]> proof = new ArrayList<>();
		if (earlier > 0 && earlier < size) {
			consistency(earlier, 0, size, true, proof);
		}
		return proof;
	}

	private void consistency(long earlier, long begin, long end, boolean known, List<byte[]> proof) {
		if (earlier == end) {
			if (!known) {
				proof.add(hash(begin, end));
			}
			return;
		}
		long middle = begin + split(end - begin);
		if (earlier <= middle) {
			consistency(earlier, begin, middle, known, proof);
			proof.add(hash(middle, end));
		}
		else {
			consistency(earlier, middle, end, false, proof);
			proof.add(hash(begin, middle));
		}
	}

	private byte[] hash(long begin, long end) {
		long size = end - begin;
		if (Long.bitCount(size) == 1) {
			int level = Long.numberOfTrailingZeros(size) / FANOUT_BITS;
			return (level == 0) ? fold(this.nodes.leaves(begin, end).stream().map(MerkleTree::leaf).toList(), size)
					: fold(this.nodes.subtrees(level, begin >> (level * FANOUT_BITS), end >> (level * FANOUT_BITS)),
							size >> (level * FANOUT_BITS));
		}
		long middle = begin + split(size);
		return node(hash(begin, middle), hash(middle, end));
	}

	/** The largest power of two below the size. */
	private static long split(long size) {
		return Long.highestOneBit(size - 1);
	}

	/** One node over as many as a power of two. */
	static byte[] fold(List<byte[]> row, long expected) {
		if (row.size() != expected) {
			throw new Incomplete();
		}
		List<byte[]> level = row;
		while (level.size() > 1) {
			List<byte[]> next = new ArrayList<>(level.size() / 2);
			for (int i = 0; i < level.size(); i += 2) {
				next.add(node(level.get(i), level.get(i + 1)));
			}
			level = next;
		}
		return level.get(0);
	}

	static byte[] leaf(byte[] content) {
		return Digests.sha256(new byte[] { 0 }, content);
	}

	static byte[] node(byte[] left, byte[] right) {
		return Digests.sha256(new byte[] { 1 }, left, right);
	}

	/** Where the tree is kept. */
	interface Nodes {

		/** What the leaves hold, from the first (counted from 0) to before the last. */
		List<byte[]> leaves(long begin, long end);

		/** Complete subtrees of 256<sup>level</sup> leaves, in their order. */
		List<byte[]> subtrees(int level, long begin, long end);

	}

	/** A leaf or a subtree is missing. */
	static class Incomplete extends IllegalStateException {

		Incomplete() {
			super("The tree of the record is not complete");
		}

	}

}
