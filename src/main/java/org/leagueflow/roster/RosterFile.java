package org.leagueflow.roster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.sheet.MergedCells;
import org.leagueflow.sheet.SheetFile;
import org.leagueflow.sheet.SheetSample;
import org.leagueflow.sheet.Xlsx;
import org.leagueflow.sheet.XlsxSheet;

/** The lines of a roster in an Excel workbook. */
final class RosterFile {

	static final int MAX_LINES = 50_000;

	private static final int MAX_SHEETS = 200;

	private final SheetFile file;

	private RosterFile(SheetFile file) {
		this.file = file;
	}

	/**
	 * Looks at what the file is by its content, not by its name.
	 * @throws Refusal.Invalid saying what it is instead of a workbook
	 */
	static RosterFile accept(Path path) {
		return new RosterFile(SheetFile.accept(path));
	}

	/**
	 * What every sheet holds.
	 * @throws Refusal.Invalid when the workbook is damaged or none of its sheets is a
	 * roster
	 */
	List<SheetSurvey> survey() {
		List<SheetSurvey> surveys = this.file.open((workbook) -> {
			List<SheetSurvey> all = new ArrayList<>();
			for (int i = 0; i < Math.min(MAX_SHEETS, workbook.sheets().size()); i++) {
				all.add(survey(workbook, i));
			}
			return all;
		});
		if (surveys.stream().noneMatch(SheetSurvey::readable)) {
			throw unreadable(surveys);
		}
		return surveys;
	}

	/**
	 * The one sheet to be read when there is nothing to choose: no other that could be a
	 * roster, nothing hidden in it.
	 */
	static Optional<SheetSurvey> only(List<SheetSurvey> surveys) {
		List<SheetSurvey> headed = surveys.stream()
			.filter((survey) -> survey.heading().found() && survey.lines() > 0)
			.toList();
		return (headed.size() == 1) ? headed.stream().filter(SheetSurvey::plain).findFirst() : Optional.empty();
	}

	/**
	 * Hands over line after line of a sheet below its heading; lines without any text are
	 * left out.
	 * @throws Refusal.Invalid when the workbook is damaged or the sheet cannot be read
	 */
	void read(SheetSurvey.Choice choice, Consumer<RosterLine> lines) {
		read(choice, null, lines);
	}

	/** Reads a sheet that was surveyed just now, without what is hidden. */
	void read(SheetSurvey survey, Consumer<RosterLine> lines) {
		read(new SheetSurvey.Choice(survey.place(), false, false), survey, lines);
	}

	private void read(SheetSurvey.Choice choice, SheetSurvey known, Consumer<RosterLine> lines) {
		this.file.open((workbook) -> {
			if (choice.place() < 0 || choice.place() >= workbook.sheets().size()) {
				throw refused("no-heading");
			}
			SheetSurvey survey = (known != null) ? known : survey(workbook, choice.place());
			RosterHeading heading = choice.hiddenColumns() ? survey.heading()
					: survey.heading().without(survey.hiddenColumns());
			if (!survey.readable()) {
				throw unreadable(List.of(survey));
			}
			complete(heading);
			return read(workbook, survey, heading, choice.hiddenLines(), lines);
		});
	}

	/** Reads the only sheet there is to read. */
	void read(Consumer<RosterLine> lines) {
		read(only(survey()).orElseThrow(() -> refused("choose-sheet")), lines);
	}

	private static int read(Xlsx workbook, SheetSurvey survey, RosterHeading heading, boolean hiddenLines,
			Consumer<RosterLine> lines) throws IOException, XMLStreamException {
		MergedCells merged = new MergedCells(survey.merged(), heading.keys());
		int[] read = { 0 };
		new XlsxSheet(workbook, workbook.sheets().get(survey.place())).read((row) -> {
			Map<Integer, String> cells = merged.over(row);
			if (row.number() <= heading.lastRow() || (row.hidden() && !hiddenLines)
					|| row.cells().keySet().stream().noneMatch(heading.columns()::containsKey)) {
				return;
			}
			RosterLine line = line(row.number(), cells, heading.columns());
			if (!line.cells().isEmpty()) {
				if (++read[0] > MAX_LINES) {
					throw refused("too-many-lines", MAX_LINES);
				}
				lines.accept(line);
			}
		});
		if (read[0] == 0) {
			throw refused("no-lines");
		}
		return read[0];
	}

	private static RosterLine line(int number, Map<Integer, String> cells, Map<Integer, RosterColumn> columns) {
		Map<RosterColumn, String> line = new EnumMap<>(RosterColumn.class);
		columns.forEach((place, column) -> {
			String text = column.clean(cells.getOrDefault(place, ""));
			if (!text.isEmpty()) {
				line.put(column, text);
			}
		});
		return new RosterLine(number, line);
	}

	private static SheetSurvey survey(Xlsx workbook, int place) throws IOException, XMLStreamException {
		Xlsx.SheetPart part = workbook.sheets().get(place);
		XlsxSheet sheet = new XlsxSheet(workbook, part);
		SheetSample rows = new SheetSample();
		sheet.sample(rows);
		RosterHeading heading = RosterHeading.of(rows.first(), sheet.merged());
		return new SheetSurvey(place, part.name(), part.hidden(), heading, rows.below(heading.lastRow()),
				rows.hiddenBelow(heading.lastRow()), sheet.filtered(), sheet.hiddenColumns(), sheet.merged());
	}

	private static void complete(RosterHeading heading) {
		if (heading.twice() != null) {
			throw refused("column-twice", heading.twice());
		}
		if (!heading.missing().isEmpty()) {
			throw refused("missing-columns",
					heading.missing().stream().map(RosterColumn::title).collect(Collectors.joining("、")));
		}
	}

	/** Says what keeps the sheet that comes closest to a roster from being one. */
	private static Refusal unreadable(List<SheetSurvey> surveys) {
		Optional<SheetSurvey> headed = surveys.stream().filter((survey) -> survey.heading().found()).findFirst();
		if (headed.isEmpty()) {
			return refused("no-heading");
		}
		complete(headed.get().heading());
		return refused("no-lines");
	}

	private static Refusal.Invalid refused(String what, Object... args) {
		return Refusal.Invalid.field("file", "refusal.roster." + what, args);
	}

}
