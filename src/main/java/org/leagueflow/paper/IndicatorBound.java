package org.leagueflow.paper;

/** On which side of its number an indicator wants to be. */
public enum IndicatorBound {

	/** 超过, 大于, 突破. */
	MORE_THAN(">"),

	/** 不少于, 不低于, 至少, 达到…以上; and a bare target. */
	AT_LEAST("≥"),

	EXACTLY("="),

	/** 不超过, 不多于, 控制在…以内. */
	AT_MOST("≤"),

	/** 低于, 少于. */
	LESS_THAN("<");

	private final String sign;

	IndicatorBound(String sign) {
		this.sign = sign;
	}

	public String sign() {
		return this.sign;
	}

}
