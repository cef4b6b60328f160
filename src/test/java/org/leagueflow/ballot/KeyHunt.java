package org.leagueflow.ballot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

	private KeyHunt() {
	}

	/** The traces that could be opened, in the order of their sealed ones. */
	static List<Trace> open(List<Trace> traces) {
		Set<ByteBuffer> keys = keys(traces);
		List<Trace> opened = new ArrayList<>();
		for (Trace trace : traces) {
			Map<List<Object>, byte[]> samples = new LinkedHashMap<>();
			for (Trace.Entry entry : trace.entries()) {
				for (int column = 0; column < entry.cells().size(); column++) {
					if (entry.cells().get(column) instanceof byte[] sealed && sealed.length > 100) {
						samples.putIfAbsent(List.of(entry.kind(), column), sealed);
					}
				}
			}
			samples.forEach((where, sample) -> keys.stream()
				.map(ByteBuffer::array)
				.filter((key) -> fits(key, sample))
				.findFirst()
				.ifPresent((key) -> opened.add(open(trace, where, key))));
		}
		return opened;
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
		Set<ByteBuffer> keys = new HashSet<>();
		traces.forEach((trace) -> trace.entries().forEach((entry) -> entry.cells().forEach((cell) -> {
			for (byte[] bytes : readings(cell)) {
				if (bytes.length == 16 || bytes.length == 32) {
					keys.add(ByteBuffer.wrap(bytes));
				}
			}
		})));
		return keys;
	}

	private static List<byte[]> readings(Object cell) {
		if (cell instanceof byte[] bytes) {
			return List.of(bytes, (bytes.length < 64) ? Vote.sha256(bytes) : bytes);
		}
		if (!(cell instanceof String text) || text.length() < 8 || text.length() > 64) {
			return List.of();
		}
		List<byte[]> readings = new ArrayList<>();
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		readings.add(bytes);
		readings.add(Vote.sha256(bytes));
		try {
			readings.add(Base64.getDecoder().decode(text));
		}
		catch (IllegalArgumentException ex) {
			// not Base64
		}
		if (text.matches("([0-9a-fA-F]{2})+")) {
			readings.add(HexFormat.of().parseHex(text));
		}
		return readings;
	}

	private static boolean fits(byte[] key, byte[] sealed) {
		byte[] plain = decrypt(key, sealed);
		for (int at = 0; at + SIGN.length <= plain.length; at++) {
			if (Arrays.equals(plain, at, at + SIGN.length, SIGN, 0, SIGN.length)) {
				return true;
			}
		}
		return false;
	}

	/** The counter mode inside AES-GCM with the first twelve bytes as its nonce. */
	private static byte[] decrypt(byte[] key, byte[] sealed) {
		try {
			Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
			byte[] counter = Arrays.copyOf(Arrays.copyOf(sealed, 12), 16);
			counter[15] = 2;
			cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(counter));
			return cipher.doFinal(sealed, 12, sealed.length - 12 - 16);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
