package org.leagueflow.people;

import com.github.pjfanning.xlsx.StreamingReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.leagueflow.kernel.Refusal;

/**
 * A roster as an Excel workbook, read as a stream: whatever is in the file, neither its
 * size nor its formulas get anywhere.
 */
final class RosterFile {

	static final long MAX_BYTES = 20L << 20;

	/** What a workbook may grow to when unpacked; 20,000 lines come to about 20 MB. */
	static final long MAX_UNPACKED = 200L << 20;

	static final int MAX_LINES = 50_000;

	/** Longer cells are cut here; every column's own limit is well below. */
	static final int MAX_CELL = 200;

	private static final int HEADER_WITHIN = 10;

	/** Unpacked to packed beyond this is no spreadsheet; ours come to about 12. */
	private static final int MAX_RATIO = 100;

	static {
		ZipSecureFile.setMinInflateRatio(1.0 / MAX_RATIO);
		ZipSecureFile.setMaxEntrySize(MAX_UNPACKED);
		ZipSecureFile.setMaxFileCount(1_000);
	}

	private final Path path;

	private RosterFile(Path path) {
		this.path = path;
	}

	/**
	 * Looks at what the file is by its content, not by its name.
	 * @throws Refusal.Invalid saying what it is instead of a workbook
	 */
	static RosterFile accept(Path path) {
		try {
			byte[] start = start(path);
			if (start.length == 0) {
				throw refused("empty");
			}
			if (Files.size(path) > MAX_BYTES) {
				throw refused("too-large", MAX_BYTES >> 20);
			}
			if (startsWith(start, 0x50, 0x4B, 0x03, 0x04)) {
				unpackable(path);
				return new RosterFile(path);
			}
			throw startsWith(start, 0xD0, 0xCF, 0x11, 0xE0) ? compound(path) : text(start);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Hands over line after line below the heading; lines without any text are left out.
	 * @throws Refusal.Invalid when the workbook is damaged or has no heading that is
	 * understood
	 */
	void read(Consumer<RosterLine> lines) {
		try (Workbook workbook = guarded(() -> StreamingReader.builder()
			.rowCacheSize(100)
			.setReadSharedFormulas(false)
			.open(this.path.toFile()))) {
			int read = 0;
			for (Iterator<Sheet> sheets = workbook.sheetIterator(); read == 0 && sheets.hasNext();) {
				read = read(sheets.next(), lines);
			}
			if (read == 0) {
				throw refused("no-heading");
			}
			if (read == 1) {
				throw refused("no-lines");
			}
		}
		catch (IOException ex) {
			throw refused("corrupt");
		}
	}

	/**
	 * How many lines were read, the heading included; 0 when the sheet has no heading.
	 */
	private static int read(Sheet sheet, Consumer<RosterLine> lines) {
		Iterator<Row> rows = guarded(sheet::rowIterator);
		Map<Integer, RosterColumn> heading = heading(rows);
		if (heading.isEmpty()) {
			return 0;
		}
		int read = 1;
		while (guarded(rows::hasNext)) {
			RosterLine line = guarded(() -> line(rows.next(), heading));
			if (!line.cells().isEmpty()) {
				if (read++ > MAX_LINES) {
					throw refused("too-many-lines", MAX_LINES);
				}
				lines.accept(line);
			}
		}
		return read;
	}

	private static Map<Integer, RosterColumn> heading(Iterator<Row> rows) {
		for (int i = 0; i < HEADER_WITHIN && guarded(rows::hasNext); i++) {
			Map<Integer, RosterColumn> heading = guarded(() -> heading(rows.next()));
			if (heading.containsValue(RosterColumn.NAME)) {
				return complete(heading);
			}
		}
		return Map.of();
	}

	private static Map<Integer, RosterColumn> complete(Map<Integer, RosterColumn> heading) {
		Set<RosterColumn> missing = EnumSet.copyOf(RosterColumn.REQUIRED);
		missing.removeAll(heading.values());
		if (!missing.isEmpty()) {
			throw refused("missing-columns",
					missing.stream().map(RosterColumn::title).collect(Collectors.joining("、")));
		}
		if (EnumSet.copyOf(heading.values()).size() < heading.size()) {
			throw refused("column-twice");
		}
		return heading;
	}

	private static Map<Integer, RosterColumn> heading(Row row) {
		Map<Integer, RosterColumn> heading = new HashMap<>();
		for (Cell cell : row) {
			RosterColumn.titled(text(cell)).ifPresent((column) -> heading.put(cell.getColumnIndex(), column));
		}
		return heading;
	}

	private static RosterLine line(Row row, Map<Integer, RosterColumn> heading) {
		Map<RosterColumn, String> cells = new EnumMap<>(RosterColumn.class);
		for (Cell cell : row) {
			RosterColumn column = heading.get(cell.getColumnIndex());
			String text = (column != null) ? text(cell) : "";
			if (!text.isEmpty()) {
				cells.put(column, text);
			}
		}
		return new RosterLine(row.getRowNum() + 1, cells);
	}

	private static String text(Cell cell) {
		if (cell.getCellType() == CellType.FORMULA) {
			return cut("=" + cell.getCellFormula());
		}
		if (cell.getCellType() == CellType.NUMERIC) {
			return number(cell);
		}
		return cut(cell.getStringCellValue());
	}

	private static String number(Cell cell) {
		if (DateUtil.isCellDateFormatted(cell)) {
			return cell.getLocalDateTimeCellValue().toLocalDate().toString();
		}
		double value = cell.getNumericCellValue();
		// Excel keeps 15 digits: beyond that the number typed is lost, and E18 says so
		return (Math.abs(value) >= 1e15) ? Double.toString(value)
				: BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
	}

	private static String cut(String text) {
		if (text == null) {
			return "";
		}
		String clean = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Z}]+", " ").strip();
		return (clean.length() <= MAX_CELL) ? clean : clean.substring(0, clean.offsetByCodePoints(0, MAX_CELL / 2));
	}

	/** Says "damaged" or "bomb" for whatever a reader throws on bad bytes. */
	private static <T> T guarded(Supplier<T> reading) {
		try {
			return reading.get();
		}
		catch (Refusal ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw refused(isBomb(ex) ? "bomb" : "corrupt");
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
		try (ZipFile zip = new ZipFile(path.toFile())) {
			if (zip.getEntry("[Content_Types].xml") == null) {
				throw refused("not-excel");
			}
			long unpacked = 0;
			for (ZipEntry entry : (Iterable<ZipEntry>) () -> zip.stream().map(ZipEntry.class::cast).iterator()) {
				unpacked += unpacked(zip, entry, MAX_UNPACKED - unpacked);
			}
			if (zip.getEntry("xl/workbook.xml") == null) {
				throw refused("not-excel");
			}
		}
		catch (ZipException ex) {
			throw refused("corrupt");
		}
	}

	/** Counts what really comes out: the sizes that a zip declares can lie. */
	private static long unpacked(ZipFile zip, ZipEntry entry, long limit) throws IOException {
		long allowed = Math.min(limit, Math.max(1L << 20, entry.getCompressedSize() * MAX_RATIO));
		long size = 0;
		byte[] buffer = new byte[1 << 16];
		try (InputStream content = zip.getInputStream(entry)) {
			for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
				size += n;
				if (size > allowed) {
					throw refused("bomb");
				}
			}
		}
		return size;
	}

	private static Refusal compound(Path path) {
		try (POIFSFileSystem file = new POIFSFileSystem(path.toFile(), true)) {
			if (file.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
				return refused("encrypted");
			}
			return refused("old-excel");
		}
		catch (IOException | RuntimeException ex) {
			return refused("corrupt");
		}
	}

	private static Refusal text(byte[] start) {
		String text = new String(start, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
		boolean html = List.of("<html", "<!doctype", "<table", "<meta").stream().anyMatch(text::contains);
		return refused(html ? "html" : "not-excel");
	}

	private static byte[] start(Path path) throws IOException {
		try (InputStream content = Files.newInputStream(path)) {
			return content.readNBytes(512);
		}
	}

	private static boolean startsWith(byte[] start, int... magic) {
		return start.length >= magic.length && Arrays.equals(Arrays.copyOf(start, magic.length), bytes(magic));
	}

	private static byte[] bytes(int... magic) {
		byte[] bytes = new byte[magic.length];
		for (int i = 0; i < magic.length; i++) {
			bytes[i] = (byte) magic[i];
		}
		return bytes;
	}

	private static Refusal.Invalid refused(String what, Object... args) {
		return Refusal.Invalid.field("file", "refusal.roster." + what, args);
	}

}
