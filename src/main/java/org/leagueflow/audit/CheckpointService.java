package org.leagueflow.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the tree of the record grow with its seals and signs how far it has come. Takes no
 * lock that writers wait for; of two nodes that do it at once one finds the other's row
 * and tries again later.
 */
@Service
class CheckpointService {

	/** So many subtrees of a level at most are added in one transaction. */
	private static final int MAX_SUBTREES = 100;

	private static final int MAX_LEVEL = 6;

	private final TreeNodes nodes;

	private final MerkleTree tree;

	private final Checkpoints checkpoints;

	private final Seals seals;

	private final CheckpointKey key;

	/** The largest that this node has seen since it started. */
	private final AtomicLong seen = new AtomicLong();

	CheckpointService(TreeNodes nodes, Checkpoints checkpoints, Seals seals, CheckpointKey key) {
		this.nodes = nodes;
		this.tree = new MerkleTree(nodes);
		this.checkpoints = checkpoints;
		this.seals = seals;
		this.key = key;
	}

	/**
	 * Adds complete subtrees.
	 * @return whether there are more to add
	 */
	@Transactional
	public boolean grow() {
		long below = this.seals.head().seq();
		boolean more = false;
		for (int level = 1; level <= MAX_LEVEL && below >= MerkleTree.FANOUT; level++) {
			long stored = this.nodes.count(level);
			long complete = below / MerkleTree.FANOUT;
			long upTo = Math.min(complete, stored + MAX_SUBTREES);
			if (upTo > stored) {
				this.nodes.add(level, stored, subtrees(level, stored, upTo));
			}
			more |= upTo < complete;
			below = upTo;
		}
		return more;
	}

	/** Computed from the level below, which is the seals for the lowest. */
	private List<byte[]> subtrees(int level, long begin, long end) {
		long from = begin * MerkleTree.FANOUT;
		long to = end * MerkleTree.FANOUT;
		List<byte[]> row = (level == 1) ? this.nodes.leaves(from, to).stream().map(MerkleTree::leaf).toList()
				: this.nodes.subtrees(level - 1, from, to);
		if (row.size() != to - from) {
			throw new MerkleTree.Incomplete();
		}
		List<byte[]> subtrees = new ArrayList<>();
		for (int i = 0; i < row.size(); i += MerkleTree.FANOUT) {
			subtrees.add(MerkleTree.fold(row.subList(i, i + MerkleTree.FANOUT), MerkleTree.FANOUT));
		}
		return subtrees;
	}

	/**
	 * Signs what is sealed by now, if that is more than the last time and grew from it: a
	 * record that was rewritten is not signed anew, nor one whose checkpoints are gone.
	 * @return the new checkpoint
	 * @throws Rewritten when the record does not hold what the last checkpoint says
	 */
	@Transactional
	public Optional<Checkpoint> sign(Instant now) {
		Map<String, String> keys = this.checkpoints.publicKeys();
		Checkpoint last = this.checkpoints.latest().orElse(null);
		long head = this.seals.head().seq();
		if (last != null) {
			this.seen.accumulateAndGet(last.size(), Math::max);
			boolean held = head >= last.size() && isGenuine(last, keys) && root(last.size()).equals(last.root());
			if (!held || last.size() < this.seen.get()) {
				throw new Rewritten(last.code());
			}
		}
		else if (this.seen.get() > 0) {
			throw new Rewritten("none of " + this.seen.get() + " entries");
		}
		// Seals that came after the tree had grown wait for the next time.
		long size = Math.min(head, MerkleTree.FANOUT * this.nodes.count(1) + MerkleTree.FANOUT - 1);
		if (size == 0 || last != null && size <= last.size()) {
			return Optional.empty();
		}
		if (!keys.containsKey(this.key.id())) {
			this.checkpoints.add(this.key.id(), this.key.publicKey(), now);
		}
		Checkpoint made = this.key
			.sign(new Checkpoint(size, root(size), now.truncatedTo(ChronoUnit.MILLIS), this.key.id(), null));
		this.checkpoints.add(made);
		return Optional.of(made);
	}

	/** With this node's own key where it names that; with the one on record otherwise. */
	private boolean isGenuine(Checkpoint one, Map<String, String> keys) {
		return CheckpointKey.signed(one,
				one.keyId().equals(this.key.id()) ? this.key.publicKey() : keys.getOrDefault(one.keyId(), ""));
	}

	/** Those among them that are signed as they say. */
	@Transactional(readOnly = true)
	public List<Checkpoint> genuine(List<Checkpoint> all) {
		Map<String, String> keys = this.checkpoints.publicKeys();
		return all.stream().filter((one) -> isGenuine(one, keys)).toList();
	}

	/** The root over the first entries, as the tree and the seals have it now. */
	@Transactional(readOnly = true)
	public String root(long size) {
		return HexFormat.of().formatHex(this.tree.root(size));
	}

	/**
	 * Proves that an entry is under a checkpoint.
	 * @param seq the number of its seal
	 */
	@Transactional(readOnly = true)
	public List<String> inclusion(long seq, long size) {
		return hex(this.tree.inclusion(seq - 1, size));
	}

	private static List<String> hex(List<byte[]> hashes) {
		return hashes.stream().map(HexFormat.of()::formatHex).toList();
	}

	/**
	 * What is wrong with subtrees that end among these seals, or with checkpoints there.
	 * @return the fault's name, or null
	 */
	@Transactional(readOnly = true)
	public String fault(long after, long upTo) {
		long begin = after / MerkleTree.FANOUT;
		long end = Math.min(upTo / MerkleTree.FANOUT, this.nodes.count(1));
		try {
			if (begin < end && !equal(subtrees(1, begin, end), this.nodes.subtrees(1, begin, end))) {
				return "tree";
			}
			List<Checkpoint> here = this.checkpoints.between(after, upTo);
			if (here.isEmpty()) {
				return null;
			}
			// Whatever was changed before it shows in the root of the last one.
			Checkpoint last = here.get(here.size() - 1);
			if (genuine(here).size() < here.size() || !root(last.size()).equals(last.root())) {
				return "checkpoint";
			}
			return null;
		}
		catch (MerkleTree.Incomplete ex) {
			return "tree";
		}
	}

	/** What the largest checkpoint covers. */
	@Transactional(readOnly = true)
	public long size() {
		return this.checkpoints.latest().map(Checkpoint::size).orElse(0L);
	}

	private static boolean equal(List<byte[]> one, List<byte[]> other) {
		return hex(one).equals(hex(other));
	}

	/** The record does not hold what a checkpoint says; nothing more is signed. */
	static class Rewritten extends IllegalStateException {

		Rewritten(String signed) {
			super("The record is not what was signed before (" + signed + ")");
		}

	}

}
