package org.leagueflow.requirement;

import java.math.BigDecimal;

/** How what there is compares with what the policy says. */
public enum Comparison {

	/** At least the policy's number; a number of 0 asks for nothing. */
	AT_LEAST {
		@Override
		boolean holds(int compared) {
			return compared >= 0;
		}
	},
	/** At most the policy's number. */
	AT_MOST {
		@Override
		boolean holds(int compared) {
			return compared <= 0;
		}
	},
	/** More than the policy's number. */
	MORE_THAN {
		@Override
		boolean holds(int compared) {
			return compared > 0;
		}
	},
	/** Less than the policy's number. */
	BELOW {
		@Override
		boolean holds(int compared) {
			return compared < 0;
		}
	},
	/** On record, where the policy's flag is on; where it is off nothing is asked. */
	YES {
		@Override
		boolean holds(int compared) {
			return compared >= 0;
		}
	};

	/**
	 * Whether it holds.
	 * @param compared what there is, compared with what is needed
	 */
	abstract boolean holds(int compared);

	boolean met(BigDecimal have, BigDecimal need) {
		return holds(have.compareTo(need));
	}

}
