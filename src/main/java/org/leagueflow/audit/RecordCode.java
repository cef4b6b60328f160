package org.leagueflow.audit;

import java.util.Optional;

/**
 * What is printed on documents so that the audit record is witnessed outside of this
 * system: the newest signed checkpoint's size and the first digits of its root. With
 * {@code verify-audit} anybody sees whether the record still holds it.
 */
public interface RecordCode {

	/**
	 * The newest one, such as {@code 1250-0a1b2c3d4e5f60718293}; empty before the first.
	 */
	Optional<String> latest();

}
