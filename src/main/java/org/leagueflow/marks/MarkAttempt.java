package org.leagueflow.marks;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Which sitting of a course a mark is of, in their order (修读类别). */
public enum MarkAttempt {

	FIRST("初修", "首修", "正常", "正常考试", "正考", "初次", "第一次"), MAKE_UP("补考", "缓考补考", "二次考试", "清考"),
	RETAKE("重修", "重读", "再修", "重考", "重新学习");

	private final Set<String> words;

	MarkAttempt(String... words) {
		this.words = Set.of(words);
	}

	static Optional<MarkAttempt> of(String word) {
		return Arrays.stream(values()).filter((one) -> one.words.contains(word)).findFirst();
	}

}
