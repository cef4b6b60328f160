package org.leagueflow.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.leagueflow.people.IdNumber;

/** Makes rosters of fictional people for tests; region 99 does not exist. */
final class RosterSheet {

	private static final String[] NAMES = { "王𣲗", "陈𬭩", "李㛃", "周𠅤", "吴𫘝", "欧阳䶮", "阿依·古丽", "司徒玥", "张伟" };

	private final List<Map<RosterColumn, String>> lines = new ArrayList<>();

	/** An ID number of nobody, with the right check character. */
	static String idNumber(LocalDate birth, int serial) {
		String digits = "99%04d%s%03d".formatted(serial / 1000 % 10_000, birth.toString().replace("-", ""),
				serial % 1000);
		return digits + IdNumber.checkCharacter(digits);
	}

	/** A clean line: a member whose numbers all come from the serial. */
	static Map<RosterColumn, String> line(int serial, String branch, String generalBranch) {
		LocalDate birth = LocalDate.of(2005, 1, 1).plusDays(serial % 700);
		Map<RosterColumn, String> cells = new EnumMap<>(RosterColumn.class);
		cells.put(RosterColumn.STUDENT_NUMBER, "S%09d".formatted(serial));
		cells.put(RosterColumn.NAME, NAMES[serial % NAMES.length]);
		cells.put(RosterColumn.SEX, (serial % 1000 % 2 == 1) ? "男" : "女");
		cells.put(RosterColumn.NATION, "汉族");
		cells.put(RosterColumn.BIRTH_DATE, birth.toString());
		cells.put(RosterColumn.ID_NUMBER, idNumber(birth, serial));
		cells.put(RosterColumn.POLITICAL, "共青团员");
		cells.put(RosterColumn.JOINED, "2022-05-04");
		cells.put(RosterColumn.MEMBER_NUMBER, "2022%08d".formatted(serial));
		cells.put(RosterColumn.REGISTERED, "是");
		cells.put(RosterColumn.BRANCH, branch);
		cells.put(RosterColumn.GENERAL_BRANCH, generalBranch);
		cells.put(RosterColumn.PHONE, "199%08d".formatted(serial));
		cells.put(RosterColumn.VOLUNTEER, "是");
		cells.put(RosterColumn.VOLUNTEER_HOURS, "12");
		cells.put(RosterColumn.COURSE_HOURS, "8");
		return cells;
	}

	/** A clean line of somebody who is no member. */
	static Map<RosterColumn, String> youth(int serial, String branch, String generalBranch) {
		Map<RosterColumn, String> cells = line(serial, branch, generalBranch);
		cells.put(RosterColumn.POLITICAL, "群众");
		cells.keySet().removeAll(List.of(RosterColumn.JOINED, RosterColumn.MEMBER_NUMBER, RosterColumn.REGISTERED));
		return cells;
	}

	RosterSheet with(Map<RosterColumn, String> line) {
		this.lines.add(line);
		return this;
	}

	RosterSheet with(Map<RosterColumn, String> line, RosterColumn column, String text) {
		line.put(column, text);
		return with(line);
	}

	Path write() {
		try (SXSSFWorkbook workbook = new SXSSFWorkbook(100)) {
			Sheet sheet = workbook.createSheet("团员青年名册");
			Row heading = sheet.createRow(0);
			for (RosterColumn column : RosterColumn.values()) {
				heading.createCell(column.ordinal()).setCellValue(column.title());
			}
			for (int i = 0; i < this.lines.size(); i++) {
				Row row = sheet.createRow(i + 1);
				this.lines.get(i).forEach((column, text) -> row.createCell(column.ordinal()).setCellValue(text));
			}
			Path path = Files.createTempFile("roster-test", ".xlsx");
			path.toFile().deleteOnExit();
			try (OutputStream out = Files.newOutputStream(path)) {
				workbook.write(out);
			}
			return path;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
