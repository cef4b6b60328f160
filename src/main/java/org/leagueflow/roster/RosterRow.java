package org.leagueflow.roster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.leagueflow.people.IdNumber;
import org.leagueflow.people.IdNumberVault;
import org.leagueflow.people.SealedIdNumber;

/**
 * A line of a roster as it is kept: without the ID number in the clear, with what was
 * found about it.
 *
 * @param line what was typed, without the ID number
 * @param idSealed the ID number sealed, or null
 * @param idHash the ID number's keyed hash, or null
 * @param idMasked the ID number for the eye, or null
 */
record RosterRow(RosterLine line, String idSealed, String idHash, String idMasked, Plan plan,
		List<RosterFinding> findings, List<RosterChange> changes) {

	/** Longer texts in the ID column are no ID numbers and are cut before sealing. */
	private static final int MAX_ID_LENGTH = 40;

	static RosterRow of(RosterLine typed, List<RosterFinding> findings, IdNumberVault vault) {
		Map<RosterColumn, String> cells = new EnumMap<>(RosterColumn.class);
		cells.putAll(typed.cells());
		cells.remove(RosterColumn.ID_NUMBER);
		IdNumber number = typed.idNumber();
		number.birthDate().ifPresent((day) -> cells.putIfAbsent(RosterColumn.BIRTH_DATE, day.toString()));
		RosterLine line = new RosterLine(typed.number(), cells);
		if (number.text().isEmpty()) {
			return new RosterRow(line, null, null, null, Plan.NEW, findings, List.of());
		}
		String kept = number.text().substring(0, Math.min(MAX_ID_LENGTH, number.text().length()));
		return new RosterRow(line, vault.seal(kept), vault.hash(kept), new IdNumber(kept).masked(), Plan.NEW, findings,
				List.of());
	}

	RosterRow with(RosterMatch match) {
		List<RosterFinding> all = new ArrayList<>(this.findings);
		all.addAll(match.findings());
		return new RosterRow(this.line, this.idSealed, this.idHash, this.idMasked, match.plan(), all, match.changes());
	}

	/** The ID number as it is kept, or null. */
	SealedIdNumber idNumber() {
		return (this.idSealed == null) ? null : new SealedIdNumber(this.idSealed, this.idHash,
				this.idMasked.substring(Math.max(0, this.idMasked.length() - 4)));
	}

	public RosterPerson person() {
		return RosterPerson.of(this.line);
	}

	public boolean blocked() {
		return this.findings.stream().anyMatch(RosterFinding::error);
	}

	public String verdict() {
		return blocked() ? "BLOCKED" : this.findings.isEmpty() ? "CLEAN" : "WARNED";
	}

	/** What importing the line would do. */
	enum Plan {

		NEW, CHANGED, UNCHANGED

	}

}
