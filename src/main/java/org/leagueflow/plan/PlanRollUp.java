package org.leagueflow.plan;

/** How what units report is taken together. */
public enum PlanRollUp {

	/** 人次, 场, 个: added up. */
	SUM,
	/** 人数: each person counts once, whoever reports it. */
	PERSONS,
	/** 率: numerators and denominators are added up, never percentages. */
	RATE;

	/** What a unit of measurement lets expect. */
	public static PlanRollUp of(String measure) {
		return switch ((measure != null) ? measure.strip() : "") {
			case "%", "％" -> RATE;
			case "人", "人数", "名", "位" -> PERSONS;
			default -> SUM;
		};
	}

}
