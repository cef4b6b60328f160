package org.leagueflow.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Word file of 200 pages: 1,000 tasks and a table of 2,000 rows. Run with
 * {@code mvn -Pbench test -Dtest=PaperBench}; prints and asserts no times.
 */
class PaperBench {

	private static final int TASKS = 1000;

	private static final int ROWS = 2000;

	@TempDir
	Path folder;

	@Test
	void twoHundredPages() throws IOException {
		Path file = this.folder.resolve("long.docx");
		write(file);
		for (int run = 0; run < 3; run++) {
			long begun = System.nanoTime();
			int items = PaperReader.read(file).items().size();
			System.out.printf("PaperBench: %,d items of %,d bytes in %,d ms%n", items, Files.size(file),
					(System.nanoTime() - begun) / 1_000_000);
			assertThat(items).isEqualTo(TASKS + ROWS);
		}
	}

	private static void write(Path file) throws IOException {
		try (XWPFDocument document = new XWPFDocument(); var out = Files.newOutputStream(file)) {
			document.createParagraph().createRun().setText("2025年共青团工作计划");
			for (int task = 1; task <= TASKS; task++) {
				document.createParagraph()
					.createRun()
					.setText(task % 500 + ".推进第" + task + "号项目。" + "围绕中心、服务大局，做好组织、宣传、服务各项工作。".repeat(6) + "参与人数不少于"
							+ (100 + task) + "人次。（责任人：林知远、苏晚晴）");
			}
			XWPFTable table = document.createTable(ROWS + 1, 3);
			String[] heading = { "月份", "工作内容", "备注" };
			for (int column = 0; column < heading.length; column++) {
				table.getRow(0).getCell(column).setText(heading[column]);
			}
			for (int row = 1; row <= ROWS; row++) {
				table.getRow(row).getCell(0).setText((row - 1) % 12 + 1 + "月");
				table.getRow(row).getCell(1).setText(row + ".开展第" + row + "号活动，覆盖" + row + "人次");
			}
			document.write(out);
		}
	}

}
