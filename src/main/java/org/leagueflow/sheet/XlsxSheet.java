package org.leagueflow.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * One pass over a sheet, row by row; what stands at its end, such as merged ranges, is
 * known afterwards.
 */
public final class XlsxSheet {

	private static final int MAX_MERGED = 50_000;

	/** Types of cells that hold no number. */
	private static final Set<String> TEXT_TYPES = Set.of("s", "inlineStr", "str", "b", "e", "d");

	private static final int MAX_COLUMNS = 1 << 14;

	private final Xlsx workbook;

	private final Xlsx.SheetPart sheet;

	private final BitSet hiddenColumns = new BitSet();

	private final List<CellRangeAddress> merged = new ArrayList<>();

	private boolean filtered;

	public XlsxSheet(Xlsx workbook, Xlsx.SheetPart sheet) {
		this.workbook = workbook;
		this.sheet = sheet;
	}

	/** Columns that are hidden, counted from 0. */
	public BitSet hiddenColumns() {
		return this.hiddenColumns;
	}

	/** Its merged ranges, known once it was read. */
	public List<CellRangeAddress> merged() {
		return this.merged;
	}

	/** Whether rows are chosen by a filter. */
	public boolean filtered() {
		return this.filtered;
	}

	/** Hands over the rows that hold anything, in their order. */
	public void read(Consumer<Row> rows) throws IOException, XMLStreamException {
		read(rows, () -> true);
	}

	/**
	 * Hands over the first rows whole; of the others, which are only counted, the first
	 * cell that shows anything.
	 */
	public void sample(SheetSample rows) throws IOException, XMLStreamException {
		read(rows, () -> !rows.full());
	}

	private void read(Consumer<Row> rows, BooleanSupplier whole) throws IOException, XMLStreamException {
		try (InputStream content = this.sheet.part().getInputStream()) {
			XMLStreamReader xml = Xlsx.xml(content);
			int last = 0;
			while (xml.hasNext()) {
				if (xml.next() != XMLStreamReader.START_ELEMENT) {
					continue;
				}
				switch (xml.getLocalName()) {
					case "col" -> column(xml);
					case "row" -> {
						Row row = row(xml, last + 1, whole.getAsBoolean());
						last = row.number();
						if (!row.cells().isEmpty()) {
							rows.accept(row);
						}
					}
					case "mergeCell" -> merge(Xlsx.attribute(xml, "ref"));
					case "filterColumn" -> this.filtered = true;
					default -> {
					}
				}
			}
		}
	}

	private void column(XMLStreamReader xml) {
		if (Xlsx.yes(Xlsx.attribute(xml, "hidden")) || zero(Xlsx.attribute(xml, "width"))) {
			this.hiddenColumns.set(Math.max(0, Xlsx.number(Xlsx.attribute(xml, "min")) - 1),
					Math.min(MAX_COLUMNS, Xlsx.number(Xlsx.attribute(xml, "max"))));
		}
	}

	private static boolean zero(String size) {
		return !size.isEmpty() && Double.parseDouble(size) == 0;
	}

	private void merge(String range) throws IOException {
		if (this.merged.size() == MAX_MERGED) {
			throw new IOException("Zip bomb: more than " + MAX_MERGED + " merged ranges");
		}
		this.merged.add(CellRangeAddress.valueOf(range));
	}

	private Row row(XMLStreamReader xml, int next, boolean whole) throws IOException, XMLStreamException {
		String given = Xlsx.attribute(xml, "r");
		int number = given.isEmpty() ? next : Integer.parseInt(given);
		boolean hidden = Xlsx.yes(Xlsx.attribute(xml, "hidden")) || zero(Xlsx.attribute(xml, "ht"));
		Map<Integer, String> cells = new TreeMap<>();
		Map<Integer, String> numbers = new TreeMap<>();
		int column = -1;
		while (true) {
			int event = xml.next();
			if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("row")) {
				return new Row(number, hidden, cells, numbers);
			}
			if (event == XMLStreamReader.START_ELEMENT && (whole || cells.isEmpty())
					&& xml.getLocalName().equals("c")) {
				String address = Xlsx.attribute(xml, "r");
				column = address.isEmpty() ? column + 1 : new CellAddress(address).getColumn();
				Cell cell = cell(xml);
				if (!cell.text().isBlank()) {
					cells.put(column, cell.text());
					if (cell.number() != null) {
						numbers.put(column, cell.number());
					}
				}
			}
		}
	}

	/** What the cell shows. A formula whose result nobody computed comes as formula. */
	private Cell cell(XMLStreamReader xml) throws IOException, XMLStreamException {
		String type = Xlsx.attribute(xml, "t");
		CellFormats format = this.workbook.format(Xlsx.number(Xlsx.attribute(xml, "s")));
		String value = "";
		String inline = "";
		String formula = null;
		while (true) {
			int event = xml.next();
			if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("c")) {
				break;
			}
			if (event == XMLStreamReader.START_ELEMENT) {
				switch (xml.getLocalName()) {
					case "v" -> value = Xlsx.plainText(xml, this.workbook.limit());
					case "is" -> inline = Xlsx.richText(xml, this.workbook.limit());
					case "f" -> formula = "=" + Xlsx.plainText(xml, this.workbook.limit());
					default -> {
					}
				}
			}
		}
		if (formula != null && value.isEmpty() && !type.equals("str")) {
			return new Cell(formula, null);
		}
		if (!TEXT_TYPES.contains(type) && !value.isBlank()) {
			return number(Double.parseDouble(value.strip()), format);
		}
		return new Cell(switch (type) {
			case "s" -> value.isEmpty() ? "" : format.text(this.workbook.text(Integer.parseInt(value.strip())));
			case "inlineStr" -> format.text(inline);
			case "str" -> value.isEmpty() ? "" : format.text(Xlsx.unescaped(value));
			case "b" -> value.isEmpty() ? "" : Xlsx.yes(value.strip()) ? "TRUE" : "FALSE";
			case "e" -> value;
			case "d" -> value.replaceFirst("T00:00(:00(\\.0*)?)?Z?$", "");
			default -> "";
		}, null);
	}

	private Cell number(double value, CellFormats format) {
		if (!Double.isFinite(value)) {
			return new Cell("#NUM!", null);
		}
		return new Cell(format.number(value, this.workbook.date1904()), format.stored(value));
	}

	private record Cell(String text, String number) {
	}

	/**
	 * A row with what its cells show.
	 *
	 * @param number as the spreadsheet shows it
	 * @param hidden whether people do not see it
	 * @param cells texts by column, counted from 0; empty cells are left out
	 * @param numbers what is stored in those that hold a number and show neither a day
	 * nor a percentage
	 */
	public record Row(int number, boolean hidden, Map<Integer, String> cells, Map<Integer, String> numbers) {
	}

}
