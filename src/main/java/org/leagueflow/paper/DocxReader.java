package org.leagueflow.paper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.SafeXml;
import org.leagueflow.paper.PaperPlace.Area;
import org.leagueflow.paper.SourceBlock.Aside;
import org.leagueflow.paper.SourceBlock.Cell;
import org.leagueflow.paper.SourceBlock.Paragraph;
import org.leagueflow.paper.SourceBlock.Row;
import org.leagueflow.paper.SourceBlock.Table;

/**
 * Reads a Word file as a stream: paragraphs and tables in their order, numbers of lists
 * as Word shows them, text boxes where they are anchored; what was struck out by tracked
 * changes, comments, footnotes, headers and footers beside them.
 */
final class DocxReader {

	private static final int MAX_DEPTH = 30;

	private static final int MAX_SPAN = 200;

	/** Not the text of a document: properties, instructions of fields, old forms. */
	private static final Set<String> SKIPPED = Set.of("Fallback", "sdtPr", "sectPr", "tblPr", "tblGrid", "instrText",
			"delInstrText", "pPrChange", "rPrChange", "tcPrChange", "trPrChange", "tblPrEx");

	/** Wingdings, by what they show. */
	private static final Map<String, String> SIGNS = Map.of("F0FE", "☑", "F052", "☑", "F0A8", "☐", "F06F", "☐", "F0FC",
			"√", "F0FB", "×");

	private final SourceDocument document = new SourceDocument();

	private final DocxNumbering numbering = new DocxNumbering();

	private int paragraphs;

	private int depth;

	private int inserted;

	private int deleted;

	private PaperPlace firstChange;

	private PaperPlace last = PaperPlace.paragraph(Area.BODY, 1);

	private DocxReader() {
	}

	static SourceDocument read(Path path) throws IOException, XMLStreamException {
		OPCPackage file = null;
		try {
			file = OPCPackage.open(path.toFile(), PackageAccess.READ);
			return new DocxReader().read(file);
		}
		catch (InvalidFormatException ex) {
			throw new IOException(ex);
		}
		finally {
			if (file != null) {
				file.revert();
			}
		}
	}

	private SourceDocument read(OPCPackage file) throws InvalidFormatException, IOException, XMLStreamException {
		PackagePart main = null;
		for (PackageRelationship one : file.getRelationships()) {
			main = one.getRelationshipType().endsWith("/officeDocument") ? file.getPart(one) : main;
		}
		if (main == null) {
			throw new IOException("No main part");
		}
		Map<String, List<PackagePart>> parts = parts(main);
		for (PackagePart part : parts.getOrDefault("styles", List.of())) {
			read(part, this.numbering::readStyles);
		}
		for (PackagePart part : parts.getOrDefault("numbering", List.of())) {
			read(part, this.numbering::readLists);
		}
		read(main, (xml) -> blocks(xml, "document", new Where(Area.BODY, 0, 0, 0), null).forEach(this.document::add));
		aside(parts, "header", "hdr", Area.HEADER, Aside.HEADER);
		aside(parts, "footer", "ftr", Area.FOOTER, Aside.FOOTER);
		aside(parts, "footnotes", "footnotes", Area.NOTE, Aside.NOTE);
		aside(parts, "endnotes", "endnotes", Area.NOTE, Aside.NOTE);
		aside(parts, "comments", "comments", Area.COMMENT, Aside.COMMENT);
		aside(parts, "diagramData", "dataModel", Area.BOX, Aside.DRAWING);
		changes();
		return this.document;
	}

	private void changes() {
		if (this.deleted > 0 || this.inserted > 0) {
			this.document.notice(this.firstChange, "tracked", this.inserted, this.deleted);
		}
	}

	/** The parts that the main part names, by the last word of the relationship. */
	private Map<String, List<PackagePart>> parts(PackagePart main) throws InvalidFormatException {
		Map<String, List<PackagePart>> parts = new HashMap<>();
		for (PackageRelationship one : main.getRelationships()) {
			String type = one.getRelationshipType();
			if (one.getTargetMode() == TargetMode.INTERNAL) {
				PackagePart part = main.getRelatedPart(one);
				if (part != null) {
					parts.computeIfAbsent(type.substring(type.lastIndexOf('/') + 1), (none) -> new ArrayList<>())
						.add(part);
				}
			}
		}
		return parts;
	}

	private void read(PackagePart part, Reading reading)
			throws IOException, XMLStreamException, InvalidFormatException {
		try (InputStream content = part.getInputStream()) {
			reading.read(SafeXml.read(content));
		}
	}

	private void aside(Map<String, List<PackagePart>> parts, String type, String root, Area area, Aside aside)
			throws IOException, XMLStreamException, InvalidFormatException {
		int before = this.document.texts().size();
		this.paragraphs = 0;
		for (PackagePart part : parts.getOrDefault(type, List.of())) {
			read(part, (xml) -> blocks(xml, root, new Where(area, 0, 0, 0), aside).forEach(this.document::add));
		}
		if (aside == Aside.COMMENT && this.document.texts().size() > before) {
			this.document.notice(null, "comments", this.document.texts().size() - before);
		}
	}

	/** What stands before the end of the element of this name. */
	private List<SourceBlock> blocks(XMLStreamReader xml, String end, Where where, Aside aside)
			throws XMLStreamException {
		List<SourceBlock> blocks = new ArrayList<>();
		deeper();
		while (xml.hasNext()) {
			int event = xml.next();
			if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals(end)) {
				break;
			}
			if (event == XMLStreamReader.START_ELEMENT) {
				block(xml, blocks, where, aside);
			}
		}
		this.depth--;
		return blocks;
	}

	private void block(XMLStreamReader xml, List<SourceBlock> blocks, Where where, Aside aside)
			throws XMLStreamException {
		String name = xml.getLocalName();
		switch (name) {
			case "p" -> blocks.addAll(new ParagraphReading(where, aside).read(xml));
			case "tbl" -> blocks.addAll(table(xml, aside));
			case "altChunk" -> this.document.notice(this.last, "embedded");
			case "footnote", "endnote" -> {
				if (DocxXml.attribute(xml, "type").toLowerCase(Locale.ROOT).contains("separator")) {
					DocxXml.skip(xml);
				}
			}
			default -> {
				if (SKIPPED.contains(name)) {
					DocxXml.skip(xml);
				}
			}
		}
	}

	private void deeper() {
		if (++this.depth > MAX_DEPTH) {
			throw Refusal.Invalid.field("file", "refusal.paper.nested", MAX_DEPTH);
		}
	}

	private List<SourceBlock> table(XMLStreamReader xml, Aside aside) throws XMLStreamException {
		int number = this.document.nextTable();
		PaperPlace place = PaperPlace.cell(number, 1, 1, 0);
		boolean nested = this.depth > 1 && this.last.area() == Area.CELL;
		List<Row> rows = new ArrayList<>();
		List<SourceBlock> covered = new ArrayList<>();
		Map<Integer, OpenCell> open = new HashMap<>();
		int columns = 0;
		deeper();
		if (nested && this.depth > 3) {
			this.document.notice(place, "nested-table", number);
		}
		while (xml.hasNext()) {
			int event = xml.next();
			if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("tbl")) {
				break;
			}
			if (event != XMLStreamReader.START_ELEMENT) {
				continue;
			}
			if (xml.getLocalName().equals("tr")) {
				Row row = row(xml, number, rows, open, covered, aside);
				rows.add(row);
				for (Cell cell : row.cells()) {
					columns = Math.max(columns, cell.column() + cell.columnSpan());
				}
			}
			else if (SKIPPED.contains(xml.getLocalName())) {
				DocxXml.skip(xml);
			}
		}
		this.depth--;
		List<SourceBlock> blocks = new ArrayList<>();
		blocks.add(new Table(number, "", place, rows, columns));
		blocks.addAll(covered);
		return blocks;
	}

	private Row row(XMLStreamReader xml, int table, List<Row> above, Map<Integer, OpenCell> open,
			List<SourceBlock> covered, Aside aside) throws XMLStreamException {
		int number = above.size() + 1;
		int column = 0;
		List<Cell> cells = new ArrayList<>();
		while (xml.hasNext()) {
			int event = xml.next();
			if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("tr")) {
				break;
			}
			if (event != XMLStreamReader.START_ELEMENT) {
				continue;
			}
			switch (xml.getLocalName()) {
				case "gridBefore" -> column += span(xml);
				case "tblPrEx", "trPrChange" -> DocxXml.skip(xml);
				case "tc" -> {
					CellReading cell = new CellReading();
					cell.read(xml, new Where(Area.CELL, table, number, column + 1), aside);
					column = place(cell, column, number, cells, above, open, covered);
				}
				default -> {
				}
			}
		}
		return new Row(number, cells);
	}

	/** Puts a cell into its row, or under the one that covers it; the next column. */
	private int place(CellReading cell, int column, int row, List<Cell> cells, List<Row> above,
			Map<Integer, OpenCell> open, List<SourceBlock> covered) {
		if (cell.leftMerged && !cells.isEmpty()) {
			Cell left = cells.remove(cells.size() - 1);
			cells.add(new Cell(left.column(), left.rowSpan(), left.columnSpan() + cell.span, left.content()));
			covered.addAll(covered(cell.content));
			return column + cell.span;
		}
		OpenCell over = open.get(column);
		if (cell.continued && over != null && over.span == cell.span && over.lastRow == row - 1) {
			over.lastRow = row;
			List<Cell> first = above.get(over.row - 1).cells();
			Cell old = first.get(over.at);
			first.set(over.at, new Cell(old.column(), row - over.row + 1, old.columnSpan(), old.content()));
			covered.addAll(covered(cell.content));
			return column + cell.span;
		}
		open.remove(column);
		if (cell.begun || cell.continued) {
			open.put(column, new OpenCell(row, cells.size(), cell.span));
		}
		cells.add(new Cell(column, 1, cell.span, cell.content));
		return column + cell.span;
	}

	/** What stands in a cell that another one covers: Word shows it no more. */
	private List<SourceBlock> covered(List<SourceBlock> content) {
		List<SourceBlock> covered = new ArrayList<>();
		for (SourceBlock block : content) {
			if (block instanceof Paragraph paragraph) {
				if (!paragraph.excerpt().blank()) {
					covered.add(new Paragraph(paragraph.text(), 0, Aside.COVERED));
				}
			}
			else if (block instanceof Table table) {
				table.rows().forEach((row) -> row.cells().forEach((cell) -> covered.addAll(covered(cell.content()))));
			}
		}
		return covered;
	}

	private static int span(XMLStreamReader xml) {
		return Math.max(1, Math.min(MAX_SPAN, DocxXml.number(DocxXml.attribute(xml, "val"), 1)));
	}

	private record Where(Area area, int table, int row, int column) {

	}

	private interface Reading {

		void read(XMLStreamReader xml) throws XMLStreamException;

	}

	/** A cell that the rows below may belong to. */
	private static final class OpenCell {

		private final int row;

		private final int at;

		private final int span;

		private int lastRow;

		private OpenCell(int row, int at, int span) {
			this.row = row;
			this.at = at;
			this.span = span;
			this.lastRow = row;
		}

	}

	private final class CellReading {

		private int span = 1;

		private boolean begun;

		private boolean continued;

		private boolean leftMerged;

		private final List<SourceBlock> content = new ArrayList<>();

		private void read(XMLStreamReader xml, Where where, Aside aside) throws XMLStreamException {
			int before = DocxReader.this.paragraphs;
			DocxReader.this.paragraphs = 0;
			deeper();
			while (xml.hasNext()) {
				int event = xml.next();
				if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("tc")) {
					break;
				}
				if (event != XMLStreamReader.START_ELEMENT) {
					continue;
				}
				switch (xml.getLocalName()) {
					case "gridSpan" -> this.span = DocxReader.span(xml);
					case "vMerge" -> {
						this.begun = DocxXml.attribute(xml, "val").equals("restart");
						this.continued = !this.begun;
					}
					case "hMerge" -> this.leftMerged = !DocxXml.attribute(xml, "val").equals("restart");
					default -> block(xml, this.content, where, aside);
				}
			}
			DocxReader.this.depth--;
			DocxReader.this.paragraphs = before;
		}

	}

	/** One paragraph with what is anchored in it. */
	private final class ParagraphReading {

		private final Where where;

		private final Aside aside;

		private final StringBuilder text = new StringBuilder();

		private final StringBuilder struckOut = new StringBuilder();

		private final StringBuilder hidden = new StringBuilder();

		private final List<SourceBlock> anchored = new ArrayList<>();

		private String style = "";

		private String num = "";

		private String outline = "";

		private int level = -1;

		private int deletions;

		private boolean vanished;

		private int pictures;

		private int objects;

		private boolean crossedOut;

		private ParagraphReading(Where where, Aside aside) {
			this.where = where;
			this.aside = aside;
		}

		private List<SourceBlock> read(XMLStreamReader xml) throws XMLStreamException {
			while (xml.hasNext()) {
				int event = xml.next();
				if (event == XMLStreamReader.END_ELEMENT && ended(xml.getLocalName())) {
					break;
				}
				if (event == XMLStreamReader.START_ELEMENT) {
					begun(xml);
				}
			}
			return blocks();
		}

		private boolean ended(String name) {
			switch (name) {
				case "del", "moveFrom" -> this.deletions = Math.max(0, this.deletions - 1);
				case "r" -> this.vanished = false;
				default -> {
				}
			}
			return name.equals("p");
		}

		private void begun(XMLStreamReader xml) throws XMLStreamException {
			String name = xml.getLocalName();
			switch (name) {
				case "pPr" -> properties(xml);
				case "del", "moveFrom" -> this.deletions++;
				case "ins", "moveTo" -> DocxReader.this.inserted++;
				case "vanish" -> this.vanished = DocxXml.on(xml);
				case "strike", "dstrike" -> this.crossedOut |= DocxXml.on(xml);
				case "t" -> append(xml, this.deletions > 0);
				case "delText" -> append(xml, true);
				case "tab", "ptab" -> sign("\t");
				case "br", "cr" -> sign("\n");
				case "noBreakHyphen" -> sign("-");
				case "sym" -> sign(SIGNS.getOrDefault(DocxXml.attribute(xml, "char").toUpperCase(Locale.ROOT), "•"));
				case "txbxContent" -> box(xml);
				case "blip", "imagedata" -> this.pictures++;
				case "OLEObject", "chart" -> this.objects++;
				default -> {
					if (SKIPPED.contains(name)) {
						DocxXml.skip(xml);
					}
				}
			}
		}

		private void properties(XMLStreamReader xml) throws XMLStreamException {
			while (xml.hasNext()) {
				int event = xml.next();
				if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("pPr")) {
					return;
				}
				if (event != XMLStreamReader.START_ELEMENT) {
					continue;
				}
				String value = DocxXml.attribute(xml, "val");
				switch (xml.getLocalName()) {
					case "pStyle" -> this.style = value;
					case "numId" -> this.num = value;
					case "ilvl" -> this.level = DocxXml.number(value, 0);
					case "outlineLvl" -> this.outline = value;
					case "pPrChange", "sectPr", "rPr" -> DocxXml.skip(xml);
					default -> {
					}
				}
			}
		}

		private void append(XMLStreamReader xml, boolean struck) throws XMLStreamException {
			StringBuilder to = struck ? this.struckOut : this.vanished ? this.hidden : this.text;
			while (xml.next() != XMLStreamReader.END_ELEMENT) {
				if (xml.hasText()) {
					to.append(xml.getText());
					limit(to);
				}
			}
		}

		private void sign(String sign) {
			StringBuilder to = (this.deletions > 0) ? this.struckOut : this.vanished ? this.hidden : this.text;
			to.append(sign);
		}

		private void limit(StringBuilder to) {
			if (to.length() > SourceDocument.MAX_CHARACTERS) {
				throw Refusal.Invalid.field("file", "refusal.paper.too-long", SourceDocument.MAX_CHARACTERS,
						SourceDocument.MAX_TEXTS);
			}
		}

		private void box(XMLStreamReader xml) throws XMLStreamException {
			int before = DocxReader.this.paragraphs;
			DocxReader.this.paragraphs = 0;
			List<SourceBlock> content = DocxReader.this.blocks(xml, "txbxContent", new Where(Area.BOX, 0, 0, 0),
					(this.deletions > 0) ? Aside.DELETED : this.aside);
			DocxReader.this.paragraphs = before;
			if (!content.isEmpty()) {
				DocxReader.this.document.notice(DocxReader.this.last, "box");
			}
			this.anchored.addAll(content);
		}

		private List<SourceBlock> blocks() {
			boolean blank = PaperText.blank(this.text.toString());
			String label = (blank && !this.struckOut.isEmpty()) ? ""
					: DocxReader.this.numbering.label(this.style, this.num, this.level);
			PaperPlace place = (blank && this.where.area() != Area.CELL) ? DocxReader.this.last : nextPlace();
			List<SourceBlock> blocks = new ArrayList<>();
			if (!this.text.isEmpty()) {
				String shown = (label.isEmpty() || blank) ? this.text.toString() : label + " " + this.text;
				blocks.add(DocxReader.this.document.paragraph(place, shown, shown.length() - this.text.length(),
						DocxReader.this.numbering.outline(this.style, this.outline), this.aside));
			}
			beside(blocks, place, this.hidden, Aside.HIDDEN);
			beside(blocks, place, this.struckOut, Aside.DELETED);
			told(place);
			blocks.addAll(this.anchored);
			return blocks;
		}

		private void beside(List<SourceBlock> blocks, PaperPlace place, StringBuilder text, Aside why) {
			if (!PaperText.blank(text.toString())) {
				blocks.add(DocxReader.this.document.paragraph(place, text.toString(), 0, 0, why));
				if (why == Aside.HIDDEN) {
					DocxReader.this.document.notice(place, "hidden");
				}
				else {
					DocxReader.this.deleted++;
				}
			}
		}

		private void told(PaperPlace place) {
			if (DocxReader.this.firstChange == null && (DocxReader.this.deleted > 0 || DocxReader.this.inserted > 0)) {
				DocxReader.this.firstChange = place;
			}
			if (this.pictures > 0) {
				DocxReader.this.document.notice(place, "picture", this.pictures);
			}
			if (this.objects > 0) {
				DocxReader.this.document.notice(place, "embedded");
			}
			if (this.crossedOut) {
				DocxReader.this.document.notice(place, "crossed-out");
			}
		}

		private PaperPlace nextPlace() {
			DocxReader.this.paragraphs++;
			PaperPlace place = (this.where.area() == Area.CELL)
					? PaperPlace.cell(this.where.table(), this.where.row(), this.where.column(),
							DocxReader.this.paragraphs)
					: PaperPlace.paragraph(this.where.area(), DocxReader.this.paragraphs);
			DocxReader.this.last = place;
			return place;
		}

	}

}
