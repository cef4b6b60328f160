package org.leagueflow.paper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.ZipLimits;

/** Reads a plan from a Word file, a workbook, a text file or the clipboard. */
public final class PaperReader {

	/** What may be uploaded. */
	public static final long MAX_BYTES = 20L << 20;

	/** What a file may grow to when unpacked. */
	private static final long MAX_UNPACKED = 200L << 20;

	private static final int MAX_RATIO = 100;

	private PaperReader() {
	}

	/**
	 * Reads a file; what it is is told by its content, never by its name.
	 * @throws Refusal.Invalid with the field {@code file} when it cannot be read, saying
	 * what would help
	 */
	public static PaperPlan read(Path file) {
		try {
			if (Files.size(file) == 0) {
				throw invalid("empty");
			}
			if (Files.size(file) > MAX_BYTES) {
				throw invalid("large", MAX_BYTES >> 20);
			}
			FileMagic magic = FileMagic.valueOf(file.toFile());
			return switch (magic) {
				case OOXML -> office(file);
				case OLE2 -> throw invalid("old-office");
				case PDF -> throw invalid("pdf");
				case RTF, WORD2, XML, HTML, MSWRITE -> throw invalid("other-office");
				case JPEG, PNG, GIF, TIFF, BMP, WMF, EMF -> throw invalid("picture");
				default -> new PaperAnalysis(TextReader.read(text(Files.readAllBytes(file)))).plan();
			};
		}
		catch (IOException | XMLStreamException ex) {
			throw invalid("damaged");
		}
	}

	/**
	 * Reads what was pasted.
	 * @throws Refusal.Invalid with the field {@code text} when there is nothing
	 */
	public static PaperPlan read(String pasted) {
		if (pasted == null || PaperText.blank(pasted)) {
			throw Refusal.Invalid.field("text", "refusal.paper.nothing");
		}
		return new PaperAnalysis(TextReader.read(pasted)).plan();
	}

	private static PaperPlan office(Path file) throws IOException, XMLStreamException {
		boolean word = false;
		boolean sheet = false;
		try {
			if (!ZipLimits.within(file, MAX_UNPACKED, MAX_RATIO)) {
				throw invalid("bomb", MAX_UNPACKED >> 20);
			}
			try (ZipFile zip = new ZipFile(file.toFile())) {
				for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements();) {
					String name = all.nextElement().getName().toLowerCase(java.util.Locale.ROOT);
					if (name.endsWith("vbaproject.bin")) {
						throw invalid("macro");
					}
					if (name.equals("encryptedpackage")) {
						throw invalid("locked");
					}
					word |= name.startsWith("word/");
					sheet |= name.startsWith("xl/");
				}
			}
		}
		catch (ZipException ex) {
			throw invalid("damaged");
		}
		if (!word && !sheet) {
			throw invalid("other-office");
		}
		return new PaperAnalysis(word ? DocxReader.read(file) : XlsxPaperReader.read(file)).plan();
	}

	/** In UTF-8, in UTF-16 where a mark says so, or as older Chinese programs write. */
	private static String text(byte[] bytes) {
		if (bytes.length > 1 && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
				|| bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)) {
			return new String(bytes, StandardCharsets.UTF_16);
		}
		for (Charset charset : new Charset[] { StandardCharsets.UTF_8, Charset.forName("GB18030") }) {
			try {
				String text = charset.newDecoder()
					.onMalformedInput(CodingErrorAction.REPORT)
					.onUnmappableCharacter(CodingErrorAction.REPORT)
					.decode(ByteBuffer.wrap(bytes))
					.toString();
				if (text.chars()
					.filter((sign) -> sign < 32 && sign != '\n' && sign != '\r' && sign != '\t')
					.count() > 8) {
					throw invalid("unknown");
				}
				return text;
			}
			catch (CharacterCodingException ex) {
				// the next one
			}
		}
		throw invalid("unknown");
	}

	private static Refusal.Invalid invalid(String what, Object... args) {
		return Refusal.Invalid.field("file", "refusal.paper." + what, args);
	}

}
