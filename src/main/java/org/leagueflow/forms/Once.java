package org.leagueflow.forms;

/**
 * Lets a form that was sent twice, by a double click or a retried request, count once.
 * Pages put a fresh key into the form (template {@code fragments/once}).
 */
public interface Once {

	/**
	 * Joins the caller's transaction: the key is used up exactly when what the form asked
	 * for is committed. Of two requests at once the second waits for the first.
	 * @param key the form's key; blank counts every time
	 * @return whether this is the first time
	 */
	boolean first(String key);

}
