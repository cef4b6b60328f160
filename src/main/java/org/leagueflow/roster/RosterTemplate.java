package org.leagueflow.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.leagueflow.kernel.SpreadsheetText;
import org.leagueflow.people.People;
import org.leagueflow.people.UnitKind;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * An empty roster to fill in: headings over cells that keep text as it is typed, lists of
 * what may be chosen, a sheet that explains every column by an example, and the branches
 * of the unit. Neither of the other sheets can be taken for a roster.
 */
@Component
class RosterTemplate {

	private static final int PREPARED_ROWS = 2_000;

	private static final Map<RosterColumn, List<String>> CHOICES = Map.of(RosterColumn.SEX, List.of("男", "女"),
			RosterColumn.POLITICAL, List.copyOf(new TreeSet<>(RosterChecks.POLITICAL)), RosterColumn.REGISTERED,
			List.of("是", "否"), RosterColumn.VOLUNTEER, List.of("是", "否"));

	private static final Map<RosterColumn, String> EXAMPLES = Map.ofEntries(
			Map.entry(RosterColumn.STUDENT_NUMBER, "0026010101"), Map.entry(RosterColumn.NAME, "阿依·古丽"),
			Map.entry(RosterColumn.SEX, "女"), Map.entry(RosterColumn.NATION, "维吾尔族"),
			Map.entry(RosterColumn.BIRTH_DATE, "2008-09-01"), Map.entry(RosterColumn.ID_NUMBER, "990100200809010027"),
			Map.entry(RosterColumn.POLITICAL, "共青团员"), Map.entry(RosterColumn.JOINED, "2023-05-04"),
			Map.entry(RosterColumn.MEMBER_NUMBER, "202399000001"), Map.entry(RosterColumn.REGISTERED, "是"),
			Map.entry(RosterColumn.BRANCH, "信息一班团支部"), Map.entry(RosterColumn.GENERAL_BRANCH, "信息工程系团总支"),
			Map.entry(RosterColumn.PHONE, "19900000001"), Map.entry(RosterColumn.POST, "组织委员"),
			Map.entry(RosterColumn.VOLUNTEER, "是"), Map.entry(RosterColumn.VOLUNTEER_HOURS, "12"),
			Map.entry(RosterColumn.COURSE_HOURS, "8"));

	private final People people;

	private final MessageSource messages;

	RosterTemplate(People people, MessageSource messages) {
		this.people = people;
		this.messages = messages;
	}

	void write(long unitId, Locale locale, OutputStream out) throws IOException {
		List<People.UnitCard> branches = this.people.within(unitId)
			.stream()
			.filter((unit) -> unit.kind() == UnitKind.BRANCH)
			.toList();
		try (XSSFWorkbook workbook = new XSSFWorkbook()) {
			Sheet roster = workbook.createSheet("名册");
			Sheet notes = workbook.createSheet(say("roster.template.notes", locale));
			Sheet units = workbook.createSheet(say("roster.template.branches", locale));
			fillBranches(units, branches, locale);
			fillRoster(workbook, roster, units, branches.size());
			fillNotes(workbook, notes, locale);
			workbook.write(out);
		}
	}

	private static void fillRoster(XSSFWorkbook workbook, Sheet sheet, Sheet units, int branches) {
		CellStyle text = workbook.createCellStyle();
		text.setDataFormat((short) BuiltinFormats.getBuiltinFormat("@"));
		CellStyle title = title(workbook);
		Row heading = sheet.createRow(0);
		for (RosterColumn column : RosterColumn.values()) {
			int place = column.ordinal();
			String star = RosterColumn.REQUIRED.contains(column) ? "*" : "";
			heading.createCell(place).setCellValue(star + column.title());
			heading.getCell(place).setCellStyle(title);
			sheet.setDefaultColumnStyle(place, text);
			sheet.setColumnWidth(place, 256 * (column == RosterColumn.ID_NUMBER || column.length() >= 100 ? 24 : 14));
			if (CHOICES.containsKey(column)) {
				choose(sheet, place, sheet.getDataValidationHelper()
					.createExplicitListConstraint(CHOICES.get(column).toArray(String[]::new)));
			}
		}
		if (branches > 0) {
			choose(sheet, RosterColumn.BRANCH.ordinal(), sheet.getDataValidationHelper()
				.createFormulaListConstraint(new CellReference(units.getSheetName(), 1, 0, true, true).formatAsString()
						+ ":" + new CellReference(branches, 0, true, true).formatAsString()));
		}
		sheet.createFreezePane(0, 1);
	}

	/**
	 * Offers a list; other texts can still be typed, and the check says what is wrong.
	 */
	private static void choose(Sheet sheet, int place, DataValidationConstraint choices) {
		DataValidationHelper helper = sheet.getDataValidationHelper();
		DataValidation validation = helper.createValidation(choices,
				new CellRangeAddressList(1, PREPARED_ROWS, place, place));
		validation.setErrorStyle(DataValidation.ErrorStyle.WARNING);
		validation.setShowErrorBox(false);
		sheet.addValidationData(validation);
	}

	private void fillBranches(Sheet sheet, List<People.UnitCard> branches, Locale locale) {
		sheet.createRow(0).createCell(0).setCellValue(say("roster.template.branches", locale));
		int next = 1;
		for (People.UnitCard branch : branches) {
			sheet.createRow(next++).createCell(0).setCellValue(SpreadsheetText.harmless(branch.name()));
		}
		sheet.setColumnWidth(0, 256 * 36);
	}

	private void fillNotes(XSSFWorkbook workbook, Sheet sheet, Locale locale) {
		CellStyle title = title(workbook);
		CellStyle wrapped = workbook.createCellStyle();
		wrapped.setWrapText(true);
		sheet.createRow(0).createCell(0).setCellValue(say("roster.template.about", locale));
		Row heading = sheet.createRow(2);
		List<String> titles = List.of("roster.template.column", "roster.template.need", "roster.template.example",
				"roster.template.rule");
		for (int i = 0; i < titles.size(); i++) {
			heading.createCell(i).setCellValue(say(titles.get(i), locale));
			heading.getCell(i).setCellStyle(title);
		}
		int next = 3;
		for (RosterColumn column : RosterColumn.values()) {
			Row row = sheet.createRow(next++);
			row.createCell(0).setCellValue("“" + column.title() + "”");
			row.createCell(1)
				.setCellValue(say(RosterColumn.REQUIRED.contains(column) ? "roster.template.required"
						: "roster.template.optional", locale));
			row.createCell(2).setCellValue(EXAMPLES.get(column));
			row.createCell(3).setCellValue(rule(column, locale));
			row.getCell(3).setCellStyle(wrapped);
		}
		sheet.setColumnWidth(0, 256 * 18);
		sheet.setColumnWidth(1, 256 * 10);
		sheet.setColumnWidth(2, 256 * 24);
		sheet.setColumnWidth(3, 256 * 80);
	}

	private String rule(RosterColumn column, Locale locale) {
		List<String> choices = CHOICES.getOrDefault(column, List.of());
		String words = this.messages.getMessage(column.key().replace("roster.column.", "roster.template.rule."), null,
				"", locale);
		return choices.isEmpty() ? words : String.join("、", choices) + (words.isEmpty() ? "" : "。" + words);
	}

	private static CellStyle title(XSSFWorkbook workbook) {
		Font bold = workbook.createFont();
		bold.setBold(true);
		CellStyle title = workbook.createCellStyle();
		title.setFont(bold);
		title.setFillForegroundColor(IndexedColors.LEMON_CHIFFON.getIndex());
		title.setFillPattern(FillPatternType.SOLID_FOREGROUND);
		return title;
	}

	private String say(String key, Locale locale) {
		return this.messages.getMessage(key, null, key, locale);
	}

}
