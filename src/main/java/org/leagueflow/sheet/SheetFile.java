package org.leagueflow.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.leagueflow.kernel.FileType;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.ZipLimits;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * An uploaded Excel workbook, read as a stream: whatever is in the file, neither its size
 * nor its formulas get anywhere.
 */
public final class SheetFile {

	/** What may be uploaded. */
	public static final long MAX_BYTES = 20L << 20;

	/** What a workbook may grow to when unpacked; 20,000 lines come to about 20 MB. */
	public static final long MAX_UNPACKED = 200L << 20;

	/** Unpacked to packed beyond this is no spreadsheet; ours come to about 12. */
	private static final int MAX_RATIO = 100;

	/** Begins the names of relationships in workbooks of the strict form. */
	private static final String STRICT = "http://purl.oclc.org/ooxml/";

	/** Types that are refused in words of their own. */
	private static final Set<FileType> SAID = EnumSet.of(FileType.EMPTY, FileType.HTML, FileType.ENCRYPTED,
			FileType.OLD_EXCEL, FileType.MACROS, FileType.TEMPLATE, FileType.XLSB, FileType.ODS, FileType.XML_TABLE,
			FileType.CSV, FileType.APPLE, FileType.ARCHIVE);

	static {
		ZipSecureFile.setMinInflateRatio(1.0 / MAX_RATIO);
		ZipSecureFile.setMaxEntrySize(MAX_UNPACKED);
		ZipSecureFile.setMaxFileCount(1_000);
	}

	private final Path path;

	private SheetFile(Path path) {
		this.path = path;
	}

	/**
	 * Looks at what the file is by its content, not by its name.
	 * @throws Refusal.Invalid saying what it is instead of a workbook
	 */
	public static SheetFile accept(Path path) {
		try {
			if (Files.size(path) > MAX_BYTES) {
				throw refused("too-large", MAX_BYTES >> 20);
			}
			FileType type = FileType.of(path);
			if (type == FileType.DAMAGED) {
				throw refused("corrupt");
			}
			if (type != FileType.XLSX) {
				throw refused(SAID.contains(type) ? type.key() : "not-excel");
			}
			unpackable(path);
			return new SheetFile(path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A workbook that was accepted when it was uploaded, and kept since. */
	public static SheetFile kept(Path path) {
		return new SheetFile(path);
	}

	/**
	 * Does something with the open workbook.
	 * @throws Refusal.Invalid saying "damaged" or "bomb" for whatever a reader throws on
	 * bad bytes
	 */
	public <T> T open(Reading<T> reading) {
		return open(Xlsx.MAX_TEXT, reading);
	}

	/** The same, with all characters that a cell holds. */
	public <T> T openWhole(Reading<T> reading) {
		return open(Xlsx.MAX_CELL, reading);
	}

	private <T> T open(int limit, Reading<T> reading) {
		try (Xlsx workbook = Xlsx.open(this.path, limit)) {
			return reading.read(workbook);
		}
		catch (Refusal | DataAccessException | TransactionException | StaleRunException ex) {
			throw ex;
		}
		catch (IOException | XMLStreamException | RuntimeException ex) {
			throw refused(isBomb(ex) ? "bomb" : "corrupt");
		}
	}

	/**
	 * Makes sure that a workbook can be changed in memory: not larger than so many bytes
	 * when unpacked, and not of the strict form (ISO/IEC 29500), which can only be read.
	 */
	public static void requireChangeable(byte[] file, long unpacked) {
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
			long left = unpacked;
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				byte[] content = zip.readNBytes((int) left + 1);
				left -= content.length;
				if (left < 0) {
					throw new Refusal.Invalid("refusal.sheet.unchangeable-large", unpacked >> 20);
				}
				if (entry.getName().equals("_rels/.rels")
						&& new String(content, StandardCharsets.UTF_8).contains(STRICT)) {
					throw new Refusal.Invalid("refusal.sheet.unchangeable");
				}
			}
		}
		catch (IOException ex) {
			throw new Refusal.Invalid("refusal.sheet.unchangeable");
		}
	}

	private static boolean isBomb(Throwable ex) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause.getMessage() != null && cause.getMessage().toLowerCase(Locale.ROOT).contains("zip bomb")) {
				return true;
			}
		}
		return false;
	}

	private static void unpackable(Path path) throws IOException {
		try {
			if (!ZipLimits.within(path, MAX_UNPACKED, MAX_RATIO)) {
				throw refused("bomb");
			}
		}
		catch (ZipException ex) {
			throw refused("corrupt");
		}
	}

	private static Refusal.Invalid refused(String what, Object... args) {
		return Refusal.Invalid.field("file", "refusal.sheet." + what, args);
	}

	/**
	 * What is done with an open workbook.
	 *
	 * @param <T> what comes of it
	 */
	public interface Reading<T> {

		T read(Xlsx workbook) throws IOException, XMLStreamException;

	}

}
