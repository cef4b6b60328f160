package org.leagueflow.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.leagueflow.paper.PaperPlace.Area;
import org.leagueflow.paper.SourceBlock.Aside;
import org.leagueflow.paper.SourceBlock.Cell;
import org.leagueflow.paper.SourceBlock.Row;
import org.leagueflow.paper.SourceBlock.Table;

/**
 * Reads a text, from a file or the clipboard: lines, and tables whose cells are parted by
 * tabs, bars or commas. A cell may go over several lines: in quotes, as spreadsheets copy
 * it, or without, as word processors do.
 */
final class TextReader {

	/** Lines of a cell that is not in quotes. */
	private static final int MAX_CELL_LINES = 60;

	private static final int MAX_COLUMNS = 60;

	private static final Pattern RULE = Pattern.compile("[\\s|+:─━┄┈┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝═=-]{3,}");

	private final SourceDocument document = new SourceDocument();

	private final List<String> lines;

	private int at;

	private TextReader(List<String> lines) {
		this.lines = lines;
	}

	static SourceDocument read(String text) {
		String plain = text.replace("\r\n", "\n")
			.replace('\r', '\n')
			.replace('\u000B', '\n')
			.replace('\f', '\n')
			.replace('\u2028', '\n')
			.replace('\u2029', '\n')
			.replace('\u0007', '\t');
		if (plain.startsWith("\uFEFF")) {
			plain = plain.substring(1);
		}
		return new TextReader(List.of(plain.split("\n", -1))).read();
	}

	private SourceDocument read() {
		while (this.at < this.lines.size()) {
			String line = this.lines.get(this.at);
			if (PaperText.blank(line)) {
				this.at++;
			}
			else if (!(cells(line) || rows(line, '|') || rows(line, '\t') || rows(line, ','))) {
				this.document
					.add(this.document.paragraph(place(this.at), line, 0, 0, rule(line) ? Aside.DRAWING : null));
				this.at++;
			}
		}
		return this.document;
	}

	private static PaperPlace place(int line) {
		return PaperPlace.paragraph(Area.TEXT, line + 1);
	}

	private static boolean rule(String line) {
		return RULE.matcher(line).matches() && line.chars().anyMatch((sign) -> "─━-═=┬┼".indexOf(sign) >= 0);
	}

	private static String bars(String line) {
		return line.replace('│', '|').replace('┃', '|').replace('║', '|').replace('｜', '|').replace('∣', '|');
	}

	/** A cell a line, each ended by a bar. */
	private boolean cells(String first) {
		if (!endsCell(first)) {
			return false;
		}
		List<int[]> found = new ArrayList<>();
		int begin = this.at;
		int end = this.at;
		for (int line = this.at; line < this.lines.size() && line - begin <= MAX_CELL_LINES; line++) {
			if (bars(this.lines.get(line)).chars().filter((sign) -> sign == '|').count() > 1) {
				break;
			}
			if (endsCell(this.lines.get(line))) {
				found.add(new int[] { begin, line });
				begin = line + 1;
				end = line + 1;
			}
		}
		int columns = 0;
		while (columns < found.size() && found.get(columns)[0] == found.get(columns)[1]
				&& TableColumn.of(cellText(found.get(columns))).isPresent()) {
			columns++;
		}
		if (columns < 2) {
			return false;
		}
		List<Row> rows = new ArrayList<>();
		int table = this.document.nextTable();
		PaperPlace place = place(this.at);
		for (int cell = 0; cell < found.size(); cell += columns) {
			List<Cell> row = new ArrayList<>();
			for (int column = 0; column < columns && cell + column < found.size(); column++) {
				int[] range = found.get(cell + column);
				row.add(cell(column, range[0], cellText(range)));
			}
			rows.add(new Row(rows.size() + 1, row));
		}
		this.document.add(new Table(table, "", place, rows, columns));
		this.at = end;
		return true;
	}

	private static boolean endsCell(String line) {
		String bars = bars(line);
		String stripped = bars.stripTrailing();
		return stripped.endsWith("|") && stripped.indexOf('|') == stripped.length() - 1;
	}

	private String cellText(int[] range) {
		String text = String.join("\n", this.lines.subList(range[0], range[1] + 1));
		return text.substring(0, bars(text).lastIndexOf('|'));
	}

	private Cell cell(int column, int line, String text) {
		return new Cell(column, 1, 1,
				PaperText.blank(text) ? List.of() : List.of(this.document.paragraph(place(line), text, 0, 0, null)));
	}

	/** Rows whose cells are parted by a sign. */
	private boolean rows(String first, char sign) {
		List<Field> heading = new Fields(sign).row(this.at).fields();
		int columns = heading.size();
		if (columns < 2 || columns > MAX_COLUMNS
				|| (sign == '\t' && PaperText.blank(heading.get(0).text)) && columns == 2) {
			return false;
		}
		long known = heading.stream().filter((field) -> TableColumn.of(field.text).isPresent()).count();
		boolean next = sign != ',' && this.at + 1 < this.lines.size()
				&& new Fields(sign).row(this.at + 1).fields().size() == columns;
		if (known < 2 && !(next && columns > 2 - known)) {
			return false;
		}
		List<Row> rows = new ArrayList<>();
		int table = this.document.nextTable();
		PaperPlace place = place(this.at);
		List<SourceBlock> rules = new ArrayList<>();
		boolean ruled = false;
		boolean joined = false;
		while (this.at < this.lines.size()) {
			String line = this.lines.get(this.at);
			if (sign == '|' && rule(line)) {
				rules.add(this.document.paragraph(place(this.at), line, 0, 0, Aside.DRAWING));
				ruled |= rules.size() > 2;
				joined = false;
				this.at++;
				continue;
			}
			Taken row = taken(sign, columns);
			if (row == null) {
				break;
			}
			add(rows, row, ruled && joined);
			joined = true;
			this.at = row.next();
		}
		this.document.add(new Table(table, "", place, rows, columns));
		rules.forEach(this.document::add);
		return true;
	}

	/** The row at which the reader stands; null at the end of the table. */
	private Taken taken(char sign, int columns) {
		Taken row = new Fields(sign).row(this.at);
		if (row.fields().size() < 2) {
			return null;
		}
		List<Field> fields = new ArrayList<>(row.fields());
		int next = row.next();
		while (fields.size() < columns && next < this.lines.size() && next - this.at < MAX_CELL_LINES) {
			Taken more = new Fields(sign).row(next);
			if (fields.size() - 1 + more.fields().size() > columns
					|| (more.fields().size() == 1 && PaperText.blank(more.fields().get(0).text)
							&& !reaches(sign, next, columns - fields.size() + 1))) {
				break;
			}
			if (more.fields().size() == 1 && !reaches(sign, next, columns - fields.size() + 1)) {
				break;
			}
			Field open = fields.get(fields.size() - 1);
			Field first = more.fields().get(0);
			fields.set(fields.size() - 1, PaperText.blank(open.text) ? new Field(first.line, first.text)
					: new Field(open.line, open.text + "\n" + first.text));
			fields.addAll(more.fields().subList(1, more.fields().size()));
			next = more.next();
		}
		return new Taken(fields, next);
	}

	/** Whether the cells that are missing come before another whole row begins. */
	private boolean reaches(char sign, int from, int columns) {
		int found = 1;
		for (int line = from; line < this.lines.size() && line - from < MAX_CELL_LINES; line++) {
			found += new Fields(sign).row(line).fields().size() - 1;
			if (found >= columns) {
				return found == columns;
			}
		}
		return false;
	}

	private void add(List<Row> rows, Taken row, boolean joined) {
		if (joined && !rows.isEmpty()) {
			Row last = rows.get(rows.size() - 1);
			for (int column = 0; column < row.fields().size(); column++) {
				Field field = row.fields().get(column);
				if (!PaperText.blank(field.text) && column < last.cells().size()) {
					Cell old = last.cells().get(column);
					List<SourceBlock> content = new ArrayList<>(old.content());
					content.addAll(cell(column, field.line, field.text).content());
					last.cells().set(column, new Cell(column, 1, 1, content));
				}
			}
			return;
		}
		List<Cell> cells = new ArrayList<>();
		for (int column = 0; column < row.fields().size(); column++) {
			cells.add(cell(column, row.fields().get(column).line, row.fields().get(column).text));
		}
		rows.add(new Row(rows.size() + 1, cells));
	}

	private record Field(int line, String text) {

	}

	/**
	 * Cells of a row.
	 *
	 * @param next the line after it
	 */
	private record Taken(List<Field> fields, int next) {

	}

	/** Parts lines at a sign, quotes as in CSV (RFC 4180). */
	private final class Fields {

		private final char sign;

		private Fields(char sign) {
			this.sign = sign;
		}

		private Taken row(int from) {
			String line = line(from);
			List<Field> fields = new ArrayList<>();
			int next = from + 1;
			int begin = 0;
			while (true) {
				Quoted quoted = quoted(line, begin, next - 1);
				if (quoted != null) {
					fields.add(new Field(next - 1, quoted.text()));
					next = quoted.line() + 1;
					line = line(quoted.line());
					if (quoted.end() >= line.length()) {
						break;
					}
					begin = quoted.end() + 1;
					continue;
				}
				int end = line.indexOf(this.sign, begin);
				fields.add(new Field(next - 1, line.substring(begin, (end < 0) ? line.length() : end)));
				if (end < 0) {
					break;
				}
				begin = end + 1;
			}
			return new Taken(trimmed(fields), next);
		}

		/** Bars stand before the first and after the last cell, too. */
		private List<Field> trimmed(List<Field> fields) {
			if (this.sign != '|' || fields.size() < 3) {
				return fields;
			}
			int begin = PaperText.blank(fields.get(0).text) ? 1 : 0;
			boolean last = PaperText.blank(fields.get(fields.size() - 1).text);
			return fields.subList(begin, fields.size() - (last ? 1 : 0));
		}

		private String line(int number) {
			String line = TextReader.this.lines.get(number);
			return (this.sign == '|') ? bars(line) : line;
		}

		/** The cell in quotes that begins here; null when there is none. */
		private Quoted quoted(String line, int begin, int number) {
			if (this.sign == '|' || begin >= line.length() || line.charAt(begin) != '"') {
				return null;
			}
			StringBuilder text = new StringBuilder();
			String rest = line;
			int at = begin + 1;
			for (int now = number; now - number <= MAX_CELL_LINES * 4;) {
				int quote = rest.indexOf('"', at);
				if (quote < 0) {
					text.append(rest, at, rest.length()).append('\n');
					if (++now >= TextReader.this.lines.size()) {
						return null;
					}
					rest = line(now);
					at = 0;
				}
				else if (quote + 1 < rest.length() && rest.charAt(quote + 1) == '"') {
					text.append(rest, at, quote + 1);
					at = quote + 2;
				}
				else {
					text.append(rest, at, quote);
					boolean ended = quote + 1 == rest.length() || rest.charAt(quote + 1) == this.sign;
					return ended ? new Quoted(text.toString(), now, quote + 1) : null;
				}
			}
			return null;
		}

	}

	private record Quoted(String text, int line, int end) {

	}

}
