package org.leagueflow.people;

import org.leagueflow.kernel.CaseId;

/**
 * What is read about a person.
 *
 * @param kind {@code case}, {@code attachment}, {@code person} or {@code id-number}
 * @param label what people know it by: the number of a case, the name of a file; empty
 * for personal data
 * @param subjectId the person whom it is about
 * @param unitId the unit it belongs to
 */
public record ReadThing(String kind, long id, String label, long subjectId, long unitId) {

	/** The case file. */
	public static ReadThing caseFile(CaseId id, String number, long subjectId, long unitId) {
		return new ReadThing("case", id.value(), number, subjectId, unitId);
	}

	/** A file that is attached to a case about the person. */
	public static ReadThing attachment(long id, String name, long subjectId, long unitId) {
		return new ReadThing("attachment", id, name, subjectId, unitId);
	}

	static ReadThing person(People.PersonCard card) {
		return new ReadThing("person", card.id(), "", card.id(), card.unitId());
	}

	static ReadThing idNumber(People.PersonCard card) {
		return new ReadThing("id-number", card.id(), "", card.id(), card.unitId());
	}

	CaseId caseId() {
		return this.kind.equals("case") ? new CaseId(this.id) : null;
	}

}
