package org.leagueflow.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.leagueflow.kernel.SafeXml;

/**
 * The sheets of a workbook with the texts and formats that their cells point to. Parts
 * are found through relationships, elements by their local names, so that any prefix and
 * the strict form (ISO/IEC 29500) are read alike.
 */
public final class Xlsx implements AutoCloseable {

	/** Different texts in a workbook: 50,000 lines of 20 columns. */
	private static final int MAX_TEXTS = 1_000_000;

	/** Characters kept of one text, unless the reader asks for whole ones. */
	public static final int MAX_TEXT = 2_000;

	/** Characters that a cell can hold. */
	static final int MAX_CELL = 32_767;

	private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

	private final OPCPackage file;

	private final List<SheetPart> sheets = new ArrayList<>();

	private final List<String> texts = new ArrayList<>();

	/** The format of each cell style, by the style's place. */
	private final List<CellFormats> formats = new ArrayList<>();

	/** Characters kept of one text. */
	private final int limit;

	private boolean date1904;

	private Xlsx(OPCPackage file, int limit) {
		this.file = file;
		this.limit = limit;
	}

	static Xlsx open(Path path, int limit) throws IOException, XMLStreamException {
		try {
			Xlsx workbook = new Xlsx(OPCPackage.open(path.toFile(), PackageAccess.READ), limit);
			workbook.load();
			return workbook;
		}
		catch (InvalidFormatException ex) {
			throw new IOException(ex);
		}
	}

	/** Its sheets with cells, in their order. */
	public List<SheetPart> sheets() {
		return this.sheets;
	}

	int limit() {
		return this.limit;
	}

	boolean date1904() {
		return this.date1904;
	}

	String text(int place) throws IOException {
		if (place < 0 || place >= this.texts.size()) {
			throw new IOException("No text " + place);
		}
		return this.texts.get(place);
	}

	CellFormats format(int style) {
		return (style >= 0 && style < this.formats.size()) ? this.formats.get(style)
				: CellFormats.of(CellFormats.GENERAL);
	}

	private void load() throws IOException, XMLStreamException, InvalidFormatException {
		PackagePart main = related(this.file.getRelationships(), null, "/officeDocument").get(0);
		for (PackagePart part : related(main.getRelationships(), main, "/sharedStrings")) {
			loadTexts(part);
		}
		for (PackagePart part : related(main.getRelationships(), main, "/styles")) {
			loadFormats(part);
		}
		loadSheets(main);
	}

	private List<PackagePart> related(Iterable<PackageRelationship> relationships, PackagePart of, String type)
			throws InvalidFormatException {
		List<PackagePart> parts = new ArrayList<>();
		for (PackageRelationship relationship : relationships) {
			if (relationship.getRelationshipType().endsWith(type)) {
				parts.add((of != null) ? of.getRelatedPart(relationship) : this.file.getPart(relationship));
			}
		}
		return parts;
	}

	private void loadSheets(PackagePart main) throws IOException, XMLStreamException, InvalidFormatException {
		try (InputStream content = main.getInputStream()) {
			XMLStreamReader xml = xml(content);
			while (xml.hasNext()) {
				if (xml.next() != XMLStreamReader.START_ELEMENT) {
					continue;
				}
				if (xml.getLocalName().equals("workbookPr")) {
					this.date1904 = yes(attribute(xml, "date1904"));
				}
				if (xml.getLocalName().equals("sheet")) {
					PackageRelationship relationship = main.getRelationship(attribute(xml, "id"));
					if (relationship != null && relationship.getRelationshipType().endsWith("/worksheet")) {
						String state = attribute(xml, "state");
						this.sheets.add(new SheetPart(attribute(xml, "name"),
								!state.isEmpty() && !state.equals("visible"), main.getRelatedPart(relationship)));
					}
				}
			}
		}
	}

	private void loadTexts(PackagePart part) throws IOException, XMLStreamException {
		try (InputStream content = part.getInputStream()) {
			XMLStreamReader xml = xml(content);
			while (xml.hasNext()) {
				if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("si")) {
					if (this.texts.size() == MAX_TEXTS) {
						throw new IOException("Zip bomb: more than " + MAX_TEXTS + " texts");
					}
					this.texts.add(richText(xml, this.limit));
				}
			}
		}
	}

	private void loadFormats(PackagePart part) throws IOException, XMLStreamException {
		Map<Integer, String> named = new HashMap<>();
		boolean cells = false;
		try (InputStream content = part.getInputStream()) {
			XMLStreamReader xml = xml(content);
			while (xml.hasNext()) {
				int event = xml.next();
				if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("cellXfs")) {
					cells = false;
				}
				if (event != XMLStreamReader.START_ELEMENT) {
					continue;
				}
				switch (xml.getLocalName()) {
					case "numFmt" -> named.put(number(attribute(xml, "numFmtId")), attribute(xml, "formatCode"));
					case "cellXfs" -> cells = true;
					case "xf" -> {
						if (cells) {
							int id = number(attribute(xml, "numFmtId"));
							String format = named.get(id);
							this.formats.add(CellFormats.of((format != null) ? format : CellFormats.builtin(id)));
						}
					}
					default -> {
					}
				}
			}
		}
	}

	static XMLStreamReader xml(InputStream content) throws XMLStreamException {
		return SafeXml.read(content);
	}

	/**
	 * The text of the element at which the reader stands: its runs one after the other,
	 * without the phonetic ones, with the characters that XML cannot hold.
	 */
	static String richText(XMLStreamReader xml, int limit) throws XMLStreamException {
		String root = xml.getLocalName();
		StringBuilder text = new StringBuilder();
		boolean inText = false;
		int phonetic = 0;
		while (xml.hasNext()) {
			int event = xml.next();
			if (event == XMLStreamReader.START_ELEMENT) {
				phonetic += xml.getLocalName().equals("rPh") ? 1 : 0;
				inText = xml.getLocalName().equals("t") && phonetic == 0;
			}
			else if (event == XMLStreamReader.END_ELEMENT) {
				phonetic -= xml.getLocalName().equals("rPh") ? 1 : 0;
				inText = false;
				if (xml.getLocalName().equals(root)) {
					break;
				}
			}
			else if (inText && xml.hasText()) {
				append(text, xml, limit);
			}
		}
		return unescaped(text.toString());
	}

	/** The characters of an element that has no others below it. */
	static String plainText(XMLStreamReader xml, int limit) throws XMLStreamException {
		StringBuilder text = new StringBuilder();
		while (xml.next() != XMLStreamReader.END_ELEMENT) {
			if (xml.hasText()) {
				append(text, xml, limit);
			}
		}
		return text.toString();
	}

	private static void append(StringBuilder text, XMLStreamReader xml, int limit) {
		int room = Math.min(limit - text.length(), xml.getTextLength());
		if (room > 0) {
			text.append(xml.getTextCharacters(), xml.getTextStart(), room);
		}
	}

	static String unescaped(String text) {
		if (!text.contains("_x")) {
			return text;
		}
		return ESCAPED.matcher(text)
			.replaceAll(
					(found) -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
	}

	static String attribute(XMLStreamReader xml, String name) {
		for (int i = 0; i < xml.getAttributeCount(); i++) {
			if (xml.getAttributeLocalName(i).equals(name)) {
				return xml.getAttributeValue(i);
			}
		}
		return "";
	}

	static boolean yes(String value) {
		return value.equals("1") || value.equals("true");
	}

	static int number(String digits) {
		return digits.isEmpty() ? 0 : Integer.parseInt(digits);
	}

	@Override
	public void close() {
		this.file.revert();
	}

	/** A sheet with cells; charts are none. */
	public record SheetPart(String name, boolean hidden, PackagePart part) {
	}

}
