package org.leagueflow.forms;

/**
 * Idempotency keys of forms: a form that is sent twice, by a double click or a retried
 * request, counts once. Pages put a fresh key into the form (template {@code
 * fragments/once}).
 */
public interface IdempotencyKeys {

	/**
	 * Joins the caller's transaction: the key is used up exactly when what the form asked
	 * for is committed. Of two requests at once the second waits for the first.
	 * @param key the form's key; blank counts every time
	 * @return whether this is the first time
	 */
	boolean first(String key);

}
