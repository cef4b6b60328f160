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

	/** Anybody, without log-in. */
	String EVERYBODY = "*";

	/** Anybody who is signed in. */
	String SIGNED_IN = "signed-in";

	/** Role names, any one of which is enough, or one of the two constants. */
	String[] value();

}
