package org.leagueflow.paper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.ss.util.CellRangeAddress;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.SafeXml;
import org.leagueflow.paper.PaperPlace.Area;
import org.leagueflow.paper.SourceBlock.Aside;
import org.leagueflow.paper.SourceBlock.Cell;
import org.leagueflow.paper.SourceBlock.Row;
import org.leagueflow.paper.SourceBlock.Table;
import org.leagueflow.sheet.SheetFile;
import org.leagueflow.sheet.Xlsx;
import org.leagueflow.sheet.XlsxSheet;

/** Reads a workbook: each sheet is a table, with what cells show. */
final class XlsxPaperReader {

	private final SourceDocument document = new SourceDocument();

	private XlsxPaperReader() {
	}

	static SourceDocument read(Path path) {
		return SheetFile.kept(path).openWhole((workbook) -> {
			XlsxPaperReader reader = new XlsxPaperReader();
			for (Xlsx.SheetPart sheet : workbook.sheets()) {
				reader.read(workbook, sheet);
			}
			return reader.document;
		});
	}

	private void read(Xlsx workbook, Xlsx.SheetPart sheet) throws IOException, XMLStreamException {
		XlsxSheet content = new XlsxSheet(workbook, sheet);
		List<XlsxSheet.Row> rows = new ArrayList<>();
		content.read((row) -> {
			rows.add(row);
			if (rows.size() > SourceDocument.MAX_TEXTS) {
				throw Refusal.Invalid.field("file", "refusal.paper.too-long", SourceDocument.MAX_CHARACTERS,
						SourceDocument.MAX_TEXTS);
			}
		});
		if (!rows.isEmpty()) {
			table(sheet, rows, content.merged());
			long hidden = rows.stream().filter(XlsxSheet.Row::hidden).count();
			if (hidden > 0 || content.filtered()) {
				this.document.notice(PaperPlace.sheet(sheet.name(), rows.get(0).number(), 1), "hidden-rows",
						sheet.name(), hidden);
			}
			if (sheet.hidden()) {
				this.document.notice(PaperPlace.sheet(sheet.name(), 1, 1), "hidden-sheet", sheet.name());
			}
		}
		beside(sheet);
	}

	private void table(Xlsx.SheetPart sheet, List<XlsxSheet.Row> rows, List<CellRangeAddress> merged) {
		int number = this.document.nextTable();
		Map<Integer, List<CellRangeAddress>> ranges = new HashMap<>();
		for (CellRangeAddress range : merged) {
			if (range.getNumberOfCells() > 1) {
				for (int row = range.getFirstRow(); row <= range.getLastRow()
						&& row - range.getFirstRow() <= rows.size() * 2 + 1000; row++) {
					ranges.computeIfAbsent(row, (none) -> new ArrayList<>()).add(range);
				}
			}
		}
		List<Row> read = new ArrayList<>();
		List<SourceBlock> covered = new ArrayList<>();
		int columns = 0;
		for (XlsxSheet.Row row : rows) {
			Map<Integer, Cell> cells = new TreeMap<>();
			for (CellRangeAddress range : ranges.getOrDefault(row.number() - 1, List.of())) {
				if (range.getFirstRow() == row.number() - 1) {
					cells.putIfAbsent(range.getFirstColumn(),
							new Cell(range.getFirstColumn(), range.getLastRow() - range.getFirstRow() + 1,
									range.getLastColumn() - range.getFirstColumn() + 1, List.of()));
				}
			}
			row.cells().forEach((column, text) -> {
				SourceBlock content = paragraph(sheet, row.number(), column, text,
						covered(ranges, row.number() - 1, column) ? Aside.COVERED : null);
				if (covered(ranges, row.number() - 1, column)) {
					covered.add(content);
					return;
				}
				Cell over = cells.get(column);
				cells.put(column, new Cell(column, (over != null) ? over.rowSpan() : 1,
						(over != null) ? over.columnSpan() : 1, List.of(content)));
			});
			for (Cell cell : cells.values()) {
				columns = Math.max(columns, cell.column() + Math.min(cell.columnSpan(), 100));
			}
			read.add(new Row(row.number(), new ArrayList<>(cells.values())));
		}
		this.document.add(new Table(number, sheet.name(), PaperPlace.sheet(sheet.name(), rows.get(0).number(), 1), read,
				columns));
		covered.forEach(this.document::add);
	}

	private static boolean covered(Map<Integer, List<CellRangeAddress>> ranges, int row, int column) {
		return ranges.getOrDefault(row, List.of())
			.stream()
			.anyMatch((range) -> column >= range.getFirstColumn() && column <= range.getLastColumn()
					&& (row != range.getFirstRow() || column != range.getFirstColumn()));
	}

	private SourceBlock paragraph(Xlsx.SheetPart sheet, int row, int column, String text, Aside aside) {
		return this.document.paragraph(PaperPlace.sheet(sheet.name(), row, column + 1),
				text.replace("\r\n", "\n").replace('\r', '\n'), 0, 0, aside);
	}

	/** Comments and drawings of the sheet. */
	private void beside(Xlsx.SheetPart sheet) throws IOException, XMLStreamException {
		try {
			for (PackageRelationship one : sheet.part().getRelationships()) {
				String type = one.getRelationshipType();
				if (type.endsWith("/comments")) {
					texts(sheet, sheet.part().getRelatedPart(one), "comment", Aside.COMMENT);
				}
				else if (type.endsWith("/drawing")) {
					texts(sheet, sheet.part().getRelatedPart(one), "p", Aside.DRAWING);
				}
			}
		}
		catch (InvalidFormatException ex) {
			throw new IOException(ex);
		}
	}

	private void texts(Xlsx.SheetPart sheet, PackagePart part, String of, Aside aside)
			throws IOException, XMLStreamException {
		if (part == null) {
			return;
		}
		int found = 0;
		int pictures = 0;
		StringBuilder text = new StringBuilder();
		try (InputStream content = part.getInputStream()) {
			XMLStreamReader xml = SafeXml.read(content);
			boolean inText = false;
			while (xml.hasNext()) {
				int event = xml.next();
				if (event == XMLStreamReader.START_ELEMENT) {
					inText = xml.getLocalName().equals("t");
					pictures += xml.getLocalName().equals("blip") ? 1 : 0;
				}
				else if (event == XMLStreamReader.END_ELEMENT) {
					inText = false;
					if (xml.getLocalName().equals(of) && !PaperText.blank(text.toString())) {
						found++;
						this.document.add(this.document.paragraph(
								PaperPlace.paragraph((aside == Aside.COMMENT) ? Area.COMMENT : Area.BOX, found),
								text.toString(), 0, 0, aside));
						text.setLength(0);
					}
				}
				else if (inText && xml.hasText()) {
					text.append(xml.getText());
				}
			}
		}
		PaperPlace place = PaperPlace.sheet(sheet.name(), 1, 1);
		if (aside == Aside.COMMENT && found > 0) {
			this.document.notice(place, "comments", found);
		}
		if (aside == Aside.DRAWING && found > 0) {
			this.document.notice(place, "box");
		}
		if (pictures > 0) {
			this.document.notice(place, "picture", pictures);
		}
	}

}
