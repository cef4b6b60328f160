package org.leagueflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * The stories of this class together walk every box, event, gateway and flow of the named
 * diagram; asked only when the whole class ran.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WalksWholeDiagram.Check.class)
public @interface WalksWholeDiagram {

	String value();

	/** Counts the stories and asks at the end. */
	class Check implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

		private int told;

		@Override
		public void beforeAll(ExtensionContext context) {
			this.told = 0;
			coverage(context).forget(process(context));
		}

		@Override
		public void beforeEach(ExtensionContext context) {
			this.told++;
		}

		@Override
		public void afterAll(ExtensionContext context) {
			long stories = Arrays.stream(context.getRequiredTestClass().getDeclaredMethods())
				.filter((method) -> method.isAnnotationPresent(Test.class))
				.count();
			if (this.told >= stories) {
				assertThat(coverage(context).missed(process(context)))
					.as("boxes and flows of %s that no story walks", process(context))
					.isEmpty();
			}
		}

		private static String process(ExtensionContext context) {
			return context.getRequiredTestClass().getAnnotation(WalksWholeDiagram.class).value();
		}

		private static DiagramCoverage coverage(ExtensionContext context) {
			return SpringExtension.getApplicationContext(context).getBean(DiagramCoverage.class);
		}

	}

}
