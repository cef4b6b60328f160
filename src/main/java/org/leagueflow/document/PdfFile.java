package org.leagueflow.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.springframework.core.io.ClassPathResource;

/**
 * Makes PDF/A-1b files, which look the same everywhere and for good: the font with the
 * Han characters, rare ones too, is embedded as far as it is used.
 */
public final class PdfFile {

	/** Its media type. */
	public static final String TYPE = "application/pdf";

	private static final String FAMILY = "LeagueFlow Kai";

	private static final ClassPathResource FONT = new ClassPathResource("fonts/kai.ttf");

	/** Signs that the font lacks, and how they are set with those that it has. */
	private static final Map<String, String> SIGNS = Map.of("\u2192", "＝＞", "\u21d2", "＝＞", "\u2212", "-", "\u2264",
			"＜＝", "\u2265", "＞＝", "\u2248", "约");

	private PdfFile() {
	}

	/**
	 * Lays a page out; an arrow, a minus or a comparison is written with signs that the
	 * font has.
	 * @param xhtml a whole XHTML document in one style sheet and one font
	 */
	public static byte[] write(String xhtml) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		// Its first edition knows no cross-reference streams: nothing is compressed.
		try (PdfBoxRenderer renderer = new PdfRendererBuilder().usePdfAConformance(PdfAConformance.PDFA_1_B)
			.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
			.useFont(PdfFile::font, FAMILY, 400, FontStyle.NORMAL, true)
			.useFont(PdfFile::font, FAMILY, 700, FontStyle.NORMAL, true)
			.withProducer("LeagueFlow")
			.withHtmlContent(settable(xhtml), null)
			.buildPdfRenderer()) {
			renderer.createPDFWithoutClosing();
			renderer.getPdfDocument().save(out, CompressParameters.NO_COMPRESSION);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	/**
	 * The characters of the text that the font does not have; none where all can be set.
	 */
	public static String lacks(String text) {
		return settable(text).codePoints()
			.filter((point) -> !Character.isWhitespace(point) && !Coverage.POINTS.get(point))
			.distinct()
			.mapToObj(Character::toString)
			.collect(Collectors.joining("、"));
	}

	private static String settable(String text) {
		String set = text;
		for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
			set = set.replace(sign.getKey(), sign.getValue());
		}
		return set;
	}

	private static InputStream font() {
		try {
			return FONT.getInputStream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What the font has, read at the first question. */
	private static final class Coverage {

		private static final BitSet POINTS = read();

		private static BitSet read() {
			BitSet points = new BitSet();
			try (InputStream in = font(); TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
				CmapLookup map = font.getUnicodeCmapLookup();
				for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
					if (map.getGlyphId(point) > 0) {
						points.set(point);
					}
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			return points;
		}

	}

}
