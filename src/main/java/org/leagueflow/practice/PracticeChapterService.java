package org.leagueflow.practice;

import org.leagueflow.kernel.BusinessClock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells one chapter and marks it as told, both or neither. */
@Service
@Profile("practice")
class PracticeChapterService {

	private static final String CHAPTER = "chapter";

	private final PracticeMarks marks;

	private final BusinessClock clock;

	PracticeChapterService(PracticeMarks marks, BusinessClock clock) {
		this.marks = marks;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	boolean told(PracticeStory.Chapter chapter) {
		return this.marks.isSet(CHAPTER, chapter.name());
	}

	@Transactional
	void tell(PracticeStory.Chapter chapter, PracticeCollege college) {
		this.marks.set(CHAPTER, chapter.name(), this.clock.today().toEpochDay());
		chapter.tell().accept(college);
	}

}
