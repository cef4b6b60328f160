package org.leagueflow.ballot;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tries everything that is as long as a key on everything that may be sealed with one. A
 * seal of AES-GCM is opened here without its tag, so that what it is bound to does not
 * matter.
 */
final class KeyHunt {

	private static final byte[] SIGN = "leagueflow-ballot".getBytes(StandardCharsets.US_ASCII);

	/** How far the end of {@link #SIGN} is at least from a byte; 0 for its last byte. */
	private static final int[] SKIPS = new int[256];

	static {
		Arrays.fill(SKIPS, SIGN.length);
		for (int i = 0; i < SIGN.length; i++) {
			SKIPS[SIGN[i]] = SIGN.length - 1 - i;
		}
	}

	private static final int NONCE = 12;

	private static final int BLOCK = 16;

	private static final Pattern BASE64 = Pattern.compile("[0-9a-zA-Z+/]+=*");

	private static final Pattern HEX = Pattern.compile("([0-9a-fA-F]{2})+");

	private final Map<ByteBuffer, Integer> samples = new HashMap<>();

	/** The numbers of the samples on which a key was tried: once is enough. */
	private final Map<ByteBuffer, BitSet> tried = new HashMap<>();

	private final Map<ByteBuffer, List<ByteBuffer>> fitting = new HashMap<>();

	/** The traces that could be opened, in the order of their sealed ones. */
	List<Trace> open(List<Trace> traces) {
		List<Map<List<Object>, ByteBuffer>> samplesOf = traces.stream().map(KeyHunt::samples).toList();
		Set<ByteBuffer> sealed = new LinkedHashSet<>();
		samplesOf.forEach((ofTrace) -> sealed.addAll(ofTrace.values()));
		Set<ByteBuffer> keys = keys(traces);
		tryAll(keys, sealed);
		List<Trace> opened = new ArrayList<>();
		for (int i = 0; i < traces.size(); i++) {
			Trace trace = traces.get(i);
			samplesOf.get(i)
				.forEach((where, sample) -> this.fitting.getOrDefault(sample, List.of())
					.stream()
					.filter(keys::contains)
					.findFirst()
					.ifPresent((key) -> opened.add(open(trace, where, key.array()))));
		}
		return opened;
	}

	private void tryAll(Set<ByteBuffer> keys, Set<ByteBuffer> sealed) {
		BitSet wanted = new BitSet();
		sealed.forEach((sample) -> wanted.set(this.samples.computeIfAbsent(sample, (it) -> this.samples.size())));
		Map<BitSet, Sealed> together = new HashMap<>();
		for (ByteBuffer key : keys) {
			BitSet tried = this.tried.computeIfAbsent(key, (it) -> new BitSet());
			BitSet left = (BitSet) wanted.clone();
			left.andNot(tried);
			tried.or(left);
			if (!left.isEmpty()) {
				together
					.computeIfAbsent(left,
							(it) -> new Sealed(
									sealed.stream().filter((sample) -> it.get(this.samples.get(sample))).toList()))
					.openedBy(key.array())
					.forEach((sample) -> this.fitting.computeIfAbsent(sample, (it) -> new ArrayList<>()).add(key));
			}
		}
	}

	/** The first of what may be sealed, in each cell. */
	private static Map<List<Object>, ByteBuffer> samples(Trace trace) {
		Map<List<Object>, ByteBuffer> samples = new LinkedHashMap<>();
		for (Trace.Entry entry : trace.entries()) {
			for (int column = 0; column < entry.cells().size(); column++) {
				if (entry.cells().get(column) instanceof byte[] sealed && sealed.length > 100) {
					samples.putIfAbsent(List.of(entry.kind(), column), ByteBuffer.wrap(sealed));
				}
			}
		}
		return samples;
	}

	private static Trace open(Trace trace, List<Object> where, byte[] key) {
		int column = (Integer) where.get(1);
		List<Trace.Entry> entries = trace.entries().stream().map((entry) -> {
			List<Object> cells = new ArrayList<>(entry.cells());
			if (entry.kind().equals(where.get(0)) && cells.get(column) instanceof byte[] sealed) {
				cells.set(column, decrypt(key, sealed));
			}
			return new Trace.Entry(entry.kind(), cells);
		}).toList();
		return new Trace(trace.source() + ", opened with a key found", entries);
	}

	private static Set<ByteBuffer> keys(List<Trace> traces) {
		Set<Object> cells = new HashSet<>(); // most values stand in many entries
		traces.forEach((trace) -> trace.entries().forEach((entry) -> entry.cells().forEach((cell) -> {
			if (cell instanceof byte[] bytes) {
				cells.add(ByteBuffer.wrap(bytes));
			}
			else if (cell instanceof String text && text.length() >= 8 && text.length() <= 64) {
				cells.add(text);
			}
		})));
		Set<ByteBuffer> keys = new HashSet<>();
		cells.forEach((cell) -> {
			for (byte[] bytes : readings(cell)) {
				if (bytes.length == 16 || bytes.length == 32) {
					keys.add(ByteBuffer.wrap(bytes));
				}
			}
		});
		return keys;
	}

	private static List<byte[]> readings(Object cell) {
		if (cell instanceof ByteBuffer buffer) {
			byte[] bytes = buffer.array();
			return List.of(bytes, (bytes.length < 64) ? Vote.sha256(bytes) : bytes);
		}
		String text = (String) cell;
		List<byte[]> readings = new ArrayList<>();
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		readings.add(bytes);
		readings.add(Vote.sha256(bytes));
		if (BASE64.matcher(text).matches()) {
			try {
				readings.add(Base64.getDecoder().decode(text));
			}
			catch (IllegalArgumentException ex) {
				// not Base64
			}
		}
		if (HEX.matcher(text).matches()) {
			readings.add(HexFormat.of().parseHex(text));
		}
		return readings;
	}

	/** The counter mode inside AES-GCM with the first twelve bytes as its nonce. */
	private static byte[] decrypt(byte[] key, byte[] sealed) {
		try {
			Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
			cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(counter(sealed, 2)));
			return cipher.doFinal(sealed, NONCE, length(sealed));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] counter(byte[] sealed, int count) {
		return ByteBuffer.wrap(Arrays.copyOf(Arrays.copyOf(sealed, NONCE), BLOCK)).putInt(NONCE, count).array();
	}

	private static int length(byte[] sealed) {
		return sealed.length - NONCE - BLOCK;
	}

	/**
	 * All sealed samples side by side: a key is set up once for all of them, and its
	 * stream over all their counters comes in one call.
	 */
	private static final class Sealed {

		private final List<ByteBuffer> samples;

		private final byte[] counters;

		private final byte[] stream;

		private final Cipher cipher;

		Sealed(List<ByteBuffer> samples) {
			this.samples = samples;
			ByteArrayOutputStream all = new ByteArrayOutputStream();
			for (ByteBuffer sample : this.samples) {
				for (int block = 0; block < blocks(sample.array()); block++) {
					all.writeBytes(counter(sample.array(), 2 + block));
				}
			}
			this.counters = all.toByteArray();
			this.stream = new byte[this.counters.length];
			try {
				this.cipher = Cipher.getInstance("AES/ECB/NoPadding");
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException(ex);
			}
		}

		private static int blocks(byte[] sealed) {
			return (length(sealed) + BLOCK - 1) / BLOCK;
		}

		/** The samples that this key opens. */
		List<ByteBuffer> openedBy(byte[] key) {
			try {
				this.cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
				this.cipher.update(this.counters, 0, this.counters.length, this.stream);
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException(ex);
			}
			List<ByteBuffer> opened = new ArrayList<>();
			int from = 0;
			for (ByteBuffer sample : this.samples) {
				if (signed(sample.array(), from)) {
					opened.add(sample);
				}
				from += BLOCK * blocks(sample.array());
			}
			return opened;
		}

		/**
		 * Looks at every byte that the end of the sign may be, and skips what it cannot.
		 */
		private boolean signed(byte[] sealed, int from) {
			int last = SIGN.length - 1;
			for (int at = last, end = length(sealed); at < end;) {
				int skip = SKIPS[(sealed[NONCE + at] ^ this.stream[from + at]) & 0xff];
				if (skip == 0) {
					int same = 1;
					while (same <= last
							&& (sealed[NONCE + at - same] ^ this.stream[from + at - same]) == SIGN[last - same]) {
						same++;
					}
					if (same > last) {
						return true;
					}
					skip = 1;
				}
				at += skip;
			}
			return false;
		}

	}

}
