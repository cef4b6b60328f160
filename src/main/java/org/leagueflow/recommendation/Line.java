package org.leagueflow.recommendation;

import java.util.Arrays;
import java.util.Optional;

/** As what somebody is recommended; the start form's answer, and data of the case. */
enum Line {

	/** 入党申请人 → 入党积极分子. */
	PARTY_ACTIVIST("party-activist"),
	/** 入党积极分子 → 党的发展对象. */
	PARTY_CANDIDATE("party-candidate");

	private final String code;

	Line(String code) {
		this.code = code;
	}

	/** As forms and addresses write it; public because pages ask for it. */
	public String code() {
		return this.code;
	}

	static Optional<Line> of(String code) {
		return Arrays.stream(values()).filter((line) -> line.code.equals(code)).findFirst();
	}

}
