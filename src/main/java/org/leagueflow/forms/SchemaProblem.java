package org.leagueflow.forms;

/**
 * A fault of a form file, told to whoever draws forms.
 *
 * @param where the form's id and the component, {@code activity-start: scale}
 * @param what what is wrong and what would be right
 */
public record SchemaProblem(String where, String what) {

	@Override
	public String toString() {
		return this.where + ": " + this.what;
	}

}
