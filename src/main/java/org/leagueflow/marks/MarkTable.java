package org.leagueflow.marks;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The columns of one of the tables of a sheet, and where each role stands first. */
final class MarkTable {

	private final List<ColumnPlan> columns;

	private final Map<ColumnRole, Integer> places = new EnumMap<>(ColumnRole.class);

	MarkTable(List<ColumnPlan> columns) {
		this.columns = List.copyOf(columns);
		this.columns.forEach((column) -> this.places.putIfAbsent(column.role(), column.place()));
	}

	List<ColumnPlan> columns() {
		return this.columns;
	}

	boolean has(ColumnRole role) {
		return this.places.containsKey(role);
	}

	/** The first column with the role, or -1. */
	int place(ColumnRole role) {
		return this.places.getOrDefault(role, -1);
	}

}
