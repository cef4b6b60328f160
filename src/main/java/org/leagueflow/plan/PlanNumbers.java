package org.leagueflow.plan;

import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/** Shows numbers on pages as people write them. */
@Component
class PlanNumbers {

	/** No zeros behind the point; nothing for null. */
	public String shown(BigDecimal number) {
		return PlanText.shown(number);
	}

}
