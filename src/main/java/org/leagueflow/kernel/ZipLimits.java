package org.leagueflow.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Whether a packed file unpacks to something of a sane size. */
public final class ZipLimits {

	/** Whatever an entry of this size was packed to, in bytes. */
	private static final long SMALL = 1L << 20;

	private ZipLimits() {
	}

	/**
	 * Counts what really comes out: the sizes that a zip declares can lie.
	 * @param unpacked the most that all entries together may come to, in bytes
	 * @param ratio the most that one entry may grow
	 * @throws java.util.zip.ZipException when it is damaged
	 */
	public static boolean within(Path path, long unpacked, int ratio) throws IOException {
		try (ZipFile zip = new ZipFile(path.toFile())) {
			long left = unpacked;
			for (ZipEntry entry : (Iterable<ZipEntry>) () -> zip.stream().map(ZipEntry.class::cast).iterator()) {
				long allowed = Math.min(left, Math.max(SMALL, entry.getCompressedSize() * ratio));
				long size = size(zip, entry, allowed);
				if (size > allowed) {
					return false;
				}
				left -= size;
			}
			return true;
		}
	}

	/** Up to a little more than allowed. */
	private static long size(ZipFile zip, ZipEntry entry, long allowed) throws IOException {
		long size = 0;
		byte[] buffer = new byte[1 << 16];
		try (InputStream content = zip.getInputStream(entry)) {
			for (int n = content.read(buffer); n >= 0 && size <= allowed; n = content.read(buffer)) {
				size += n;
			}
		}
		return size;
	}

}
