package org.leagueflow.document;

import java.util.List;
import java.util.stream.Stream;

/**
 * One sheet of a workbook.
 *
 * @param name what its tab says; characters that Excel refuses are replaced
 * @param heading the first row, which stays in sight
 * @param widths of the columns, in characters; empty for the usual ones
 * @param rows the cells below: numbers stay numbers, days are written as
 * {@code 2026-11-22}, nothing stays empty; read once, row by row
 */
public record SheetTable(String name, List<String> heading, List<Integer> widths, Stream<? extends List<?>> rows) {
}
