package org.leagueflow.marks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Words that stand in sheets instead of points. 及格 and 合格 are different grades; what each
 * is worth is a matter of the scheme that reads them.
 */
enum MarkWord {

	EXCELLENT("优秀", false, "优"), GOOD("良好", false, "良"), MEDIUM("中等", false, "中"), PASSED("及格", false),
	QUALIFIED("合格", false), THROUGH("通过", false), FAILED("不及格", true, "差"), UNQUALIFIED("不合格", true),
	NOT_THROUGH("未通过", true, "不通过"), ABSENT("缺考", true, "旷考"), CHEATED("作弊", true, "违纪", "舞弊"), DEFERRED("缓考", null),
	EXEMPT("免修", null, "免考", "免测", "免试", "免听");

	private static final Map<String, MarkWord> BY_TEXT = byText();

	private final String word;

	private final Boolean failed;

	private final String[] others;

	MarkWord(String word, Boolean failed, String... others) {
		this.word = word;
		this.failed = failed;
		this.others = others;
	}

	private static Map<String, MarkWord> byText() {
		Map<String, MarkWord> words = new LinkedHashMap<>();
		Arrays.stream(values()).forEach((one) -> {
			words.put(one.word, one);
			Arrays.stream(one.others).forEach((other) -> words.put(other, one));
		});
		return words;
	}

	static Optional<MarkWord> of(String text) {
		return Optional.ofNullable(BY_TEXT.get(text));
	}

	/** The word as it is kept, whichever of its forms was typed. */
	String word() {
		return this.word;
	}

	/** Whether the course is not passed; null where there was no sitting. */
	Boolean failed() {
		return this.failed;
	}

}
