package org.leagueflow.plan;

import java.math.BigDecimal;

/** How a value is compared with its target. */
public enum PlanComparator {

	/** 超过. */
	MORE_THAN(">"),
	/** 不少于, 达到…以上, 不低于. */
	AT_LEAST("≥"),
	/** 不超过. */
	AT_MOST("≤"),
	/** 少于, 低于. */
	LESS_THAN("<"),
	/** 等于. */
	EXACTLY("=");

	private final String sign;

	PlanComparator(String sign) {
		this.sign = sign;
	}

	public String sign() {
		return this.sign;
	}

	/** Whether the value meets the target. */
	public boolean met(BigDecimal value, BigDecimal target) {
		int order = value.compareTo(target);
		return switch (this) {
			case MORE_THAN -> order > 0;
			case AT_LEAST -> order >= 0;
			case AT_MOST -> order <= 0;
			case LESS_THAN -> order < 0;
			case EXACTLY -> order == 0;
		};
	}

	/** Whether it is a ceiling, which is kept rather than reached. */
	public boolean ceiling() {
		return this == AT_MOST || this == LESS_THAN;
	}

}
