package org.leagueflow.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.Tika;

/**
 * What a file is, by its content; its name does not count. The words for each stand at
 * {@code file.type.<name>}.
 */
public enum FileType {

	/** Nothing in it. */
	EMPTY,

	PDF, PNG, JPEG,

	/** Word document and Excel workbook without macros. */
	DOCX, XLSX,

	/** An Office file that carries a program, whatever its name says. */
	MACROS,

	/** A template of Word or Excel. */
	TEMPLATE,

	/** Presentation. */
	SLIDES,

	/** Excel workbook in binary form. */
	XLSB,

	/** OpenDocument spreadsheet, and other OpenDocument files. */
	ODS, OPEN_DOCUMENT,

	/** Numbers, Pages, Keynote. */
	APPLE,

	/** Excel 97-2003, and other Office files of that time; WPS writes the same. */
	OLD_EXCEL, OLD_OFFICE,

	/** An Office file that opens with a password only. */
	ENCRYPTED,

	/** Web page, also one that was named {@code .xls}. */
	HTML,

	/** Table of Excel 2003 as XML. */
	XML_TABLE,

	/** Lines of text whose cells are parted by commas, semicolons or tabs. */
	CSV,

	TEXT, IMAGE,

	/** Zip, RAR, 7z … */
	ARCHIVE,

	/** Starts as a package and is none. */
	DAMAGED,

	UNKNOWN;

	private static final int PREFIX_BYTES = 1 << 16;

	private static final Set<String> OLD_WORKBOOKS = Set.of("workbook", "book");

	/** The part of a message key that names this type. */
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	public static FileType of(byte[] content) {
		try (SeekableByteChannel channel = new SeekableInMemoryByteChannel(content)) {
			return of(channel);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static FileType of(Path file) {
		try (SeekableByteChannel channel = Files.newByteChannel(file)) {
			return of(channel);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static FileType of(SeekableByteChannel channel) throws IOException {
		byte[] start = Channels.newInputStream(channel).readNBytes(PREFIX_BYTES);
		if (start.length == 0) {
			return EMPTY;
		}
		switch (FileMagic.valueOf(start)) {
			case OOXML:
				return OfficePackage.type(channel.position(0));
			case OLE2:
				return compound(channel.position(0));
			default:
				return detected(start);
		}
	}

	private static FileType detected(byte[] start) {
		String detected = Detector.TIKA.detect(start);
		return switch (detected) {
			case "application/pdf" -> PDF;
			case "image/png" -> PNG;
			case "image/jpeg" -> JPEG;
			default -> other(detected, start);
		};
	}

	private static FileType other(String detected, byte[] start) {
		if (detected.startsWith("image/") && !detected.contains("svg")) {
			return IMAGE;
		}
		if (Stream.of("zip", "rar", "7z", "x-tar", "bzip", "x-xz").anyMatch(detected::contains)) {
			return ARCHIVE;
		}
		return PlainText.of(start).map(PlainText::type).orElse(UNKNOWN);
	}

	/** OLE2 (MS-CFB): Office before 2007, and any workbook with a password. */
	private static FileType compound(SeekableByteChannel channel) {
		try (InputStream content = Channels.newInputStream(channel);
				POIFSFileSystem file = new POIFSFileSystem(content)) {
			Set<String> names = file.getRoot().getEntryNames();
			if (names.stream().anyMatch("EncryptedPackage"::equalsIgnoreCase)) {
				return ENCRYPTED;
			}
			return names.stream().map((name) -> name.toLowerCase(Locale.ROOT)).anyMatch(OLD_WORKBOOKS::contains)
					? OLD_EXCEL : OLD_OFFICE;
		}
		catch (IOException | RuntimeException ex) {
			return DAMAGED;
		}
	}

	/** Read when the first file comes, not at start-up. */
	private static final class Detector {

		static final Tika TIKA = new Tika();

	}

}
