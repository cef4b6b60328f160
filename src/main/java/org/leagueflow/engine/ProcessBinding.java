package org.leagueflow.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * Binds a class to the diagram of this name: the only beans that a diagram can call. A
 * public method is either the handler of the user task with that id or is called in an
 * expression of the diagram.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
public @interface ProcessBinding {

	/** The process id, which is the bean's name in expressions. */
	@AliasFor(annotation = Component.class)
	String value();

	/** The messages that the application tells cases of this process. */
	String[] messages() default {};

	/**
	 * The roles that persons hold in one case of this process, such as {@code mentor};
	 * {@code role.<name>} are their words.
	 */
	String[] roles() default {};

}
