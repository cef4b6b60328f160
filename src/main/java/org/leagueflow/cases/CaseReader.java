package org.leagueflow.cases;

import java.util.Set;
import org.leagueflow.forms.FormField;
import org.leagueflow.forms.FormSchema;
import org.leagueflow.forms.Readers;

/**
 * What one person may read of one case.
 *
 * @param personId the person
 * @param works whether the person has the case to work on, and so reads all of it
 * @param words which {@link Readers} the person is
 */
record CaseReader(long personId, boolean works, Set<String> words) {

	/** Whether what that person wrote may be read. */
	boolean reads(long byPerson, Readers readers) {
		return this.works || (byPerson != 0 && byPerson == this.personId) || readers.include(this.words);
	}

	boolean reads(long byPerson, FormField field) {
		return reads(byPerson, field.readers());
	}

	/**
	 * Whether the reader learns that a step with this form was taken, or waits: a form
	 * that keeps all of its answers from the reader keeps the step as well.
	 */
	boolean learnsOf(long byPerson, FormSchema form) {
		return form.fields().isEmpty() || form.fields().stream().anyMatch((field) -> reads(byPerson, field));
	}

	/** Whether the reader learns who by name took a step. */
	boolean learnsWho(long byPerson) {
		return this.works || byPerson == this.personId;
	}

}
