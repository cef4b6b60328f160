package org.leagueflow.practice;

/**
 * Something that has happened in the practice college already, such as a case half way
 * through; beans of this kind are told in their order, once, after the college was made.
 * Make them beans of the profile {@code practice}.
 */
public interface PracticeStory {

	void tell(PracticeCollege college);

}
