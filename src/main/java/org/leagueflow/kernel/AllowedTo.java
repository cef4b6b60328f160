package org.leagueflow.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says on every page method who may call it at all; a method without it is refused to
 * everybody. Whose things may be touched is decided by the use case behind it.
 */
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedTo {

	/** Anybody, without log-in; but nobody who oversees changes anything. */
	String EVERYBODY = "*";

	/**
	 * Anybody who is signed in; where something is changed, nobody who
	 * {@link Actor#oversees() oversees}.
	 */
	String SIGNED_IN = "signed-in";

	/**
	 * Anybody who is signed in, auditors and administrators too, also where something is
	 * changed: only what concerns nothing but the own account.
	 */
	String ANY_ACCOUNT = "any-account";

	/** Role names, any one of which is enough, or one of the three constants. */
	String[] value();

}
