package org.leagueflow.kernel;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text file or its beginning, in whichever character set it decodes without an error:
 * the one its byte order mark names, UTF-8, or GB18030, which includes GBK.
 */
public record PlainText(String text) {

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private static final List<String> SEPARATORS = List.of(",", "\t", ";", "，", "；");

	private static final Charset GB18030 = Charset.forName("GB18030");

	/** Empty when the bytes are no text. */
	public static Optional<PlainText> of(byte[] start) {
		return charsets(start).flatMap((charset) -> decode(start, charset).stream())
			.filter((text) -> text.chars().noneMatch(PlainText::binary))
			.map(PlainText::new)
			.findFirst();
	}

	private static Stream<Charset> charsets(byte[] start) {
		if (start.length > 1 && ((start[0] == (byte) 0xFE && start[1] == (byte) 0xFF)
				|| (start[0] == (byte) 0xFF && start[1] == (byte) 0xFE))) {
			return Stream.of(StandardCharsets.UTF_16);
		}
		return Stream.of(StandardCharsets.UTF_8, GB18030);
	}

	/** The last character may be cut off in the middle, which is no error. */
	private static Optional<String> decode(byte[] start, Charset charset) {
		CharsetDecoder decoder = charset.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
		CharBuffer text = CharBuffer.allocate(start.length + 1);
		return decoder.decode(ByteBuffer.wrap(start), text, false).isError() ? Optional.empty()
				: Optional.of(text.flip().toString());
	}

	private static boolean binary(int character) {
		return character < ' ' && character != '\t' && character != '\n' && character != '\r' && character != '\f';
	}

	FileType type() {
		String plain = (!this.text.isEmpty() && this.text.charAt(0) == BYTE_ORDER_MARK) ? this.text.substring(1)
				: this.text;
		String lower = plain.toLowerCase(Locale.ROOT);
		if (lower.contains("urn:schemas-microsoft-com:office:spreadsheet") && lower.contains("<workbook")) {
			return FileType.XML_TABLE;
		}
		if (Stream.of("<html", "<!doctype html", "<table", "<meta", "<svg").anyMatch(lower::contains)
				|| lower.startsWith("mime-version:")) {
			return FileType.HTML;
		}
		if (plain.startsWith("{\\rtf")) {
			return FileType.OLD_OFFICE;
		}
		return table(plain) ? FileType.CSV : FileType.TEXT;
	}

	/** Whether the first lines hold the same separator. */
	private static boolean table(String text) {
		List<String> lines = text.lines().filter((line) -> !line.isBlank()).limit(3).toList();
		return SEPARATORS.stream()
			.anyMatch((separator) -> !lines.isEmpty() && lines.stream().allMatch((line) -> line.contains(separator)));
	}

}
