package org.leagueflow.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.leagueflow.kernel.Roles;

/** Holds some lines of a roster against the books as they are at this moment. */
final class RosterMatching {

	private final String path;

	private final RosterUnits units;

	private final Map<String, RosterKnown> byIdHash;

	private final Map<String, RosterKnown> byStudentNumber;

	private final Map<String, RosterKnown> byMemberNumber;

	private final Map<String, Set<Long>> posts;

	/**
	 * @param path the unit that the roster is for; persons elsewhere are not touched
	 * @param schoolPath the school within which student numbers are told apart
	 */
	RosterMatching(RosterLookup books, String path, String schoolPath, Collection<RosterRow> rows, LocalDate today) {
		this.path = path;
		this.units = books.units(path);
		this.byIdHash = books.byIdHash(rows);
		this.byStudentNumber = books.byStudentNumber(rows, schoolPath);
		this.byMemberNumber = books.byMemberNumber(rows);
		boolean anyPost = rows.stream().anyMatch((row) -> row.line().has(RosterColumn.POST));
		this.posts = anyPost ? books.posts(path, today) : Map.of();
	}

	RosterMatch match(RosterRow row) {
		List<RosterFinding> found = new ArrayList<>();
		RosterKnown known = known(row, found);
		RosterUnits.Branch branch = branch(row, found);
		RosterPerson person = row.person();
		numberOfSomebodyElse(person, known, found);
		if (known != null && known.memberSince() != null && person.memberSince() == null) {
			found.add(RosterFinding.warning(RosterColumn.JOINED, "membership-kept"));
		}
		if (branch != null && person.roles().contains(Roles.BRANCH_SECRETARY)
				&& hasOtherSecretary(known, branch.id())) {
			found.add(RosterFinding.warning(RosterColumn.POST, "post-taken", branch.name()));
		}
		if (known != null && known.restricted() && branch != null
				&& !missingRoles(person, known.id(), branch.id()).isEmpty()) {
			found.add(RosterFinding.error(RosterColumn.POST, "post-restricted"));
		}
		List<RosterChange> changes = (known != null) ? changes(row, person, known, branch) : List.of();
		return new RosterMatch(known, (branch != null) ? branch.id() : null, found, changes);
	}

	/** The person meant: by ID number, else by student number. */
	private RosterKnown known(RosterRow row, List<RosterFinding> found) {
		RosterKnown byId = (row.idHash() != null) ? this.byIdHash.get(row.idHash()) : null;
		RosterKnown byNumber = this.byStudentNumber.get(row.line().text(RosterColumn.STUDENT_NUMBER));
		RosterKnown known = (byId != null) ? byId : byNumber;
		if (known == null) {
			return null;
		}
		if (byId != null) {
			checkById(row, byId, byNumber, found);
		}
		else if (row.idHash() != null && byNumber.idHash() != null) {
			found.add(RosterFinding.error(RosterColumn.ID_NUMBER, "student-number-other-id"));
		}
		if (!known.unitPath().startsWith(this.path)) {
			found.add(RosterFinding.error((byId != null) ? RosterColumn.ID_NUMBER : RosterColumn.STUDENT_NUMBER,
					"person-elsewhere"));
		}
		else if (!known.active()) {
			found.add(RosterFinding.error(RosterColumn.NAME, "person-left"));
		}
		return known;
	}

	private static void checkById(RosterRow row, RosterKnown byId, RosterKnown byNumber, List<RosterFinding> found) {
		String number = row.line().text(RosterColumn.STUDENT_NUMBER);
		if (byNumber != null && byNumber.id() != byId.id()) {
			found.add(RosterFinding.error(RosterColumn.STUDENT_NUMBER, "student-number-taken"));
		}
		else if (!byId.name().equals(row.line().text(RosterColumn.NAME)) && !number.equals(byId.studentNumber())) {
			found.add(RosterFinding.error(RosterColumn.ID_NUMBER, "id-number-taken"));
		}
	}

	private RosterUnits.Branch branch(RosterRow row, List<RosterFinding> found) {
		if (!row.line().has(RosterColumn.BRANCH)) {
			return null;
		}
		RosterUnits.Found branch = this.units.find(row.line().text(RosterColumn.BRANCH),
				row.line().text(RosterColumn.GENERAL_BRANCH));
		if (branch.why() != null) {
			found.add(branch.why());
		}
		return branch.branch();
	}

	private void numberOfSomebodyElse(RosterPerson person, RosterKnown known, List<RosterFinding> found) {
		RosterKnown holder = (person.memberNumber() != null) ? this.byMemberNumber.get(person.memberNumber()) : null;
		if (holder != null && (known == null || holder.id() != known.id())) {
			found.add(RosterFinding.error(RosterColumn.MEMBER_NUMBER, "member-number-taken"));
		}
	}

	private boolean hasOtherSecretary(RosterKnown known, long unitId) {
		return holders(unitId, Roles.BRANCH_SECRETARY).stream()
			.anyMatch((person) -> known == null || person != known.id());
	}

	private Set<Long> holders(long unitId, String role) {
		return this.posts.getOrDefault(RosterLookup.post(unitId, role), Set.of());
	}

	/** What the line says otherwise than the books; an empty cell says nothing. */
	private List<RosterChange> changes(RosterRow row, RosterPerson person, RosterKnown known,
			RosterUnits.Branch branch) {
		List<RosterChange> changes = new ArrayList<>();
		change(changes, RosterColumn.NAME, known.name(), person.name());
		change(changes, RosterColumn.SEX, known.sex(), person.sex());
		change(changes, RosterColumn.BIRTH_DATE, known.birthDate(), person.birthDate());
		change(changes, RosterColumn.STUDENT_NUMBER, known.studentNumber(), person.studentNumber());
		change(changes, RosterColumn.PHONE, known.phone(), person.phone());
		change(changes, RosterColumn.JOINED, known.memberSince(), person.memberSince());
		change(changes, RosterColumn.MEMBER_NUMBER, known.memberNumber(), person.memberNumber());
		if (row.idHash() != null && !row.idHash().equals(known.idHash())) {
			changes.add(RosterChange.of(RosterColumn.ID_NUMBER, null, row.idMasked()));
		}
		if (person.partyMember() && !known.partyMember()) {
			changes.add(RosterChange.of(RosterColumn.POLITICAL, null, person.political()));
		}
		if (branch != null) {
			if (!known.in(branch.id())) {
				changes.add(RosterChange.of(RosterColumn.BRANCH, known.unitName(), branch.name()));
			}
			if (!missingRoles(person, known.id(), branch.id()).isEmpty()) {
				changes.add(RosterChange.of(RosterColumn.POST, null, row.line().text(RosterColumn.POST)));
			}
		}
		return changes;
	}

	/** The roles of the line's post that the person does not hold in that branch yet. */
	List<String> missingRoles(RosterPerson person, long personId, long unitId) {
		return person.roles().stream().filter((role) -> !holders(unitId, role).contains(personId)).toList();
	}

	private static void change(List<RosterChange> changes, RosterColumn column, Object before, Object after) {
		if (after != null && !Objects.equals(before, after)) {
			changes.add(RosterChange.of(column, before, after));
		}
	}

}
