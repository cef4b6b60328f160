package org.leagueflow.publicity;

import java.util.List;
import java.util.stream.Collectors;
import org.leagueflow.kernel.Subject;
import org.leagueflow.web.Words;
import org.springframework.stereotype.Component;

/** Names of a notice's subjects in one line; {@code @noticeWords} in templates. */
@Component("noticeWords")
class NoticeWords {

	private static final int MAX_NAMES = 3;

	private final Words words;

	NoticeWords(Words words) {
		this.words = words;
	}

	/** The first few names, and how many there are where that is not all. */
	public String names(List<String> names) {
		String first = names.stream().limit(MAX_NAMES).collect(Collectors.joining("、"));
		return (names.size() > MAX_NAMES) ? this.words.of("publicity.names", first, names.size()) : first;
	}

	public String subjects(List<Subject> subjects) {
		return names(subjects.stream().map(Subject::name).toList());
	}

}
