package org.leagueflow.ballot;

import java.util.Arrays;
import java.util.List;

/**
 * What a voter can put on one line of a paper; the code is one letter of a filled paper.
 */
public enum Mark {

	/** 赞成. */
	FOR('F'),
	/** 反对. */
	AGAINST('A'),
	/** 弃权. */
	ABSTAIN('B'),
	/** 优秀. */
	EXCELLENT('1'),
	/** 合格. */
	QUALIFIED('2'),
	/** 基本合格. */
	BARELY_QUALIFIED('3'),
	/** 不合格. */
	UNQUALIFIED('4');

	/** 赞成, 反对, 弃权. */
	static final List<Mark> VOTES = List.of(FOR, AGAINST, ABSTAIN);

	/** 优秀, 合格, 基本合格, 不合格, 弃权. */
	static final List<Mark> GRADES = List.of(EXCELLENT, QUALIFIED, BARELY_QUALIFIED, UNQUALIFIED, ABSTAIN);

	private final char code;

	Mark(char code) {
		this.code = code;
	}

	public char code() {
		return this.code;
	}

	/**
	 * @throws IllegalArgumentException when no mark has this code
	 */
	static Mark of(int code) {
		return Arrays.stream(values())
			.filter((mark) -> mark.code == code)
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No mark has the code " + (char) code));
	}

}
