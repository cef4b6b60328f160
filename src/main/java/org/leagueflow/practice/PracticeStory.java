package org.leagueflow.practice;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Something that has happened in the practice college already, such as a case half way
 * through. The chapters of all beans of this kind are told once, oldest first, after the
 * college was founded. Make them beans of the profile {@code practice}.
 */
public interface PracticeStory {

	List<Chapter> chapters();

	/**
	 * What happened on one day, told in one transaction: all of it or nothing.
	 *
	 * @param name names the chapter among all others, and in the log; at most 70
	 * characters
	 * @param daysAgo how many days before now it happened
	 * @param ready whether it can be told; what timers do after the chapter before takes
	 * a moment
	 * @param tell what happened
	 */
	record Chapter(String name, int daysAgo, Predicate<PracticeCollege> ready, Consumer<PracticeCollege> tell) {

		/** A chapter that waits for nothing. */
		public static Chapter of(String name, int daysAgo, Consumer<PracticeCollege> tell) {
			return new Chapter(name, daysAgo, (college) -> true, tell);
		}

	}

}
