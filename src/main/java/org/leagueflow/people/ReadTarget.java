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
public record ReadTarget(String kind, long id, String label, long subjectId, long unitId) {

	/** The case file. */
	public static ReadTarget caseFile(CaseId id, String number, long subjectId, long unitId) {
		return new ReadTarget("case", id.value(), number, subjectId, unitId);
	}

	/** A file that is attached to a case about the person. */
	public static ReadTarget attachment(long id, String name, long subjectId, long unitId) {
		return new ReadTarget("attachment", id, name, subjectId, unitId);
	}

	static ReadTarget person(People.PersonCard card) {
		return new ReadTarget("person", card.id(), "", card.id(), card.unitId());
	}

	static ReadTarget idNumber(People.PersonCard card) {
		return new ReadTarget("id-number", card.id(), "", card.id(), card.unitId());
	}

	CaseId caseId() {
		return this.kind.equals("case") ? new CaseId(this.id) : null;
	}

}
