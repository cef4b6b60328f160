package org.leagueflow.paper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.leagueflow.kernel.FileType;
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
			if (Files.size(file) > MAX_BYTES) {
				throw invalid("large", MAX_BYTES >> 20);
			}
			FileType type = FileType.of(file);
			return switch (type) {
				case DOCX, XLSX -> office(file, type);
				case CSV, TEXT, UNKNOWN -> new PaperAnalysis(TextReader.read(text(Files.readAllBytes(file)))).plan();
				case EMPTY -> throw invalid("empty");
				case OLD_EXCEL, OLD_OFFICE -> throw invalid("old-office");
				case ENCRYPTED -> throw invalid("locked");
				case MACROS -> throw invalid("macro");
				case PDF -> throw invalid("pdf");
				case PNG, JPEG, IMAGE -> throw invalid("picture");
				case DAMAGED -> throw invalid("damaged");
				default -> throw invalid("other-office");
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

	/** The indicators that a person types in the words of papers. */
	public static List<PaperIndicator> indicators(String words) {
		return IndicatorReading.cell(words);
	}

	/** The owners that a person types, the first of whom leads. */
	public static List<PaperOwner> owners(String words) {
		return OwnerReading.once(OwnerReading.cell(words, true, false), new ArrayList<>());
	}

	private static PaperPlan office(Path file, FileType type) throws IOException, XMLStreamException {
		try {
			if (!ZipLimits.within(file, MAX_UNPACKED, MAX_RATIO)) {
				throw invalid("bomb", MAX_UNPACKED >> 20);
			}
		}
		catch (ZipException ex) {
			throw invalid("damaged");
		}
		return new PaperAnalysis((type == FileType.DOCX) ? DocxReader.read(file) : XlsxPaperReader.read(file)).plan();
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
