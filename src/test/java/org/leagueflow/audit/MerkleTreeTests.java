package org.leagueflow.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tree of RFC 6962 against the published example and against an own reading of it.
 */
class MerkleTreeTests {

	/** The eight leaves of the reference implementation's example. */
	private static final List<byte[]> EXAMPLE = Stream
		.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
		.map(HexFormat.of()::parseHex)
		.toList();

	private static MerkleTree tree(List<byte[]> leaves) {
		return new MerkleTree(new MerkleTree.Nodes() {

			@Override
			public List<byte[]> leaves(long begin, long end) {
				return leaves.subList((int) begin, (int) end);
			}

			@Override
			public List<byte[]> subtrees(int level, long begin, long end) {
				long width = (long) Math.pow(MerkleTree.FANOUT, level);
				return IntStream.range((int) begin, (int) end)
					.mapToObj((i) -> naive(leaves.subList((int) (i * width), (int) ((i + 1) * width))))
					.toList();
			}
		});
	}

	private static List<byte[]> leaves(int count) {
		return IntStream.range(0, count).mapToObj((i) -> ("leaf " + i).getBytes()).toList();
	}

	// RFC 6962, 2.1, word for word.
	private static byte[] naive(List<byte[]> leaves) {
		if (leaves.isEmpty()) {
			return sha256();
		}
		if (leaves.size() == 1) {
			return sha256(new byte[] { 0 }, leaves.get(0));
		}
		int k = 1;
		while (k * 2 < leaves.size()) {
			k *= 2;
		}
		return sha256(new byte[] { 1 }, naive(leaves.subList(0, k)), naive(leaves.subList(k, leaves.size())));
	}

	private static byte[] sha256(byte[]... parts) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (byte[] part : parts) {
				digest.update(part);
			}
			return digest.digest();
		}
		catch (java.security.NoSuchAlgorithmException ex) {
			throw new AssertionError(ex);
		}
	}

	@ParameterizedTest
	@CsvSource({ "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
			"1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
			"2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
			"3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
			"8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328" })
	void theExampleHasItsPublishedRoots(int size, String root) {
		assertThat(HexFormat.of().formatHex(tree(EXAMPLE).root(size))).isEqualTo(root);
	}

	@Test
	void rootsAreThoseOfTheDefinitionAcrossWholeSubtrees() {
		List<byte[]> all = leaves(1300);
		MerkleTree tree = tree(all);
		for (int size : new int[] { 1, 2, 3, 7, 255, 256, 257, 511, 512, 513, 767, 768, 1000, 1023, 1024, 1025,
				1300 }) {
			assertThat(tree.root(size)).as("root over %d", size).isEqualTo(naive(all.subList(0, size)));
		}
	}

	@Test
	void everyLeafIsProvedUnderTheRootAndNoOtherIs() {
		List<byte[]> all = leaves(300);
		MerkleTree tree = tree(all);
		Random random = new Random(5);
		for (int i = 0; i < 400; i++) {
			int size = 1 + random.nextInt(300);
			int leaf = random.nextInt(size);
			List<byte[]> path = tree.inclusion(leaf, size);
			assertThat(up(leaf, size, all.get(leaf), path)).isEqualTo(tree.root(size));
			if (size > 1) {
				assertThat(up((leaf + 1) % size, size, all.get(leaf), path)).isNotEqualTo(tree.root(size));
			}
		}
		assertThatThrownBy(() -> tree.inclusion(300, 300)).isInstanceOf(IllegalArgumentException.class);
	}

	// From the leaf up, left or right as the definition splits: another way than the one
	// of
	// the verifier.
	private static byte[] up(int leaf, int size, byte[] content, List<byte[]> path) {
		if (size == 1 || path.isEmpty()) {
			return (size == 1 && path.isEmpty()) ? sha256(new byte[] { 0 }, content) : new byte[0];
		}
		int k = Integer.highestOneBit(size - 1);
		byte[] beside = path.get(path.size() - 1);
		List<byte[]> rest = path.subList(0, path.size() - 1);
		return (leaf < k) ? sha256(new byte[] { 1 }, up(leaf, k, content, rest), beside)
				: sha256(new byte[] { 1 }, beside, up(leaf - k, size - k, content, rest));
	}

	@Test
	void everyTreeIsProvedToHaveGrownFromEveryEarlierOne() {
		List<byte[]> all = leaves(70);
		MerkleTree tree = tree(all);
		for (int size = 1; size <= 70; size++) {
			for (int earlier = 1; earlier <= size; earlier++) {
				List<byte[]> proof = tree.consistency(earlier, size);
				assertThat(grew(earlier, size, tree.root(earlier), tree.root(size), proof))
					.as("%d to %d", earlier, size)
					.isTrue();
				assertThat(grew(earlier, size, sha256(), tree.root(size), proof)).isFalse();
			}
		}
		assertThatThrownBy(() -> tree.consistency(71, 70)).isInstanceOf(IllegalArgumentException.class);
	}

	// RFC 9162, 2.1.4.2.
	private static boolean grew(int earlier, int size, byte[] first, byte[] second, List<byte[]> proof) {
		if (earlier == size) {
			return proof.isEmpty() && java.util.Arrays.equals(first, second);
		}
		List<byte[]> path = new ArrayList<>(proof);
		if (Integer.bitCount(earlier) == 1) {
			path.add(0, first);
		}
		if (path.isEmpty()) {
			return false;
		}
		int fn = earlier - 1;
		int sn = size - 1;
		while ((fn & 1) == 1) {
			fn >>= 1;
			sn >>= 1;
		}
		byte[] fr = path.get(0);
		byte[] sr = path.get(0);
		for (byte[] c : path.subList(1, path.size())) {
			if (sn == 0) {
				return false;
			}
			if ((fn & 1) == 1 || fn == sn) {
				fr = sha256(new byte[] { 1 }, c, fr);
				sr = sha256(new byte[] { 1 }, c, sr);
				while ((fn & 1) == 0 && fn != 0) {
					fn >>= 1;
					sn >>= 1;
				}
			}
			else {
				sr = sha256(new byte[] { 1 }, sr, c);
			}
			fn >>= 1;
			sn >>= 1;
		}
		return sn == 0 && java.util.Arrays.equals(fr, first) && java.util.Arrays.equals(sr, second);
	}

}
