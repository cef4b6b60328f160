package org.leagueflow.roster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.leagueflow.people.IdNumberVault;

/**
 * Numbers that must be there once and are there on several lines; nobody can tell which
 * line is right, so all of them are blocked.
 */
final class RosterDuplicates {

	private static final Map<RosterColumn, String> RULES = Map.of(RosterColumn.ID_NUMBER, "id-number-twice",
			RosterColumn.STUDENT_NUMBER, "student-number-twice", RosterColumn.MEMBER_NUMBER, "member-number-twice");

	private static final int MAX_SHOWN = 5;

	private final IdNumberVault vault;

	private final Map<RosterColumn, Map<String, List<Integer>>> lines = new EnumMap<>(RosterColumn.class);

	private int seen;

	RosterDuplicates(IdNumberVault vault) {
		this.vault = vault;
	}

	void see(RosterLine line) {
		this.seen++;
		RULES.keySet().stream().filter(line::has).forEach((column) -> see(column, line));
	}

	private void see(RosterColumn column, RosterLine line) {
		this.lines.computeIfAbsent(column, (any) -> new HashMap<>())
			.computeIfAbsent(fingerprint(column, line), (any) -> new ArrayList<>(1))
			.add(line.number());
	}

	/** How many lines were seen. */
	int seen() {
		return this.seen;
	}

	List<RosterFinding> findings(RosterLine line) {
		List<RosterFinding> found = new ArrayList<>();
		for (Map.Entry<RosterColumn, String> rule : RULES.entrySet()) {
			if (line.has(rule.getKey())) {
				List<Integer> all = this.lines.get(rule.getKey()).get(fingerprint(rule.getKey(), line));
				if (all.size() > 1) {
					found.add(RosterFinding.error(rule.getKey(), rule.getValue(), others(all, line.number())));
				}
			}
		}
		return found;
	}

	private static String others(List<Integer> all, int own) {
		String shown = all.stream()
			.filter((number) -> number != own)
			.limit(MAX_SHOWN)
			.map(String::valueOf)
			.collect(Collectors.joining(", "));
		return (all.size() - 1 > MAX_SHOWN) ? shown + " …" : shown;
	}

	private String fingerprint(RosterColumn column, RosterLine line) {
		return (column == RosterColumn.ID_NUMBER) ? this.vault.hash(line.idNumber().text()) : line.text(column);
	}

}
