package org.leagueflow.life;

import org.leagueflow.kernel.Message;

/**
 * One of the five requirements of a complete League class (五有).
 *
 * @param need what is asked for
 * @param have what there is, or what is missing
 * @param source where the rule stands
 */
record ClassRequirement(Kind kind, Message need, Message have, boolean ok, String source) {

	/** In words; public because pages ask for it. */
	public Message name() {
		return Message.of("life.must." + this.kind);
	}

	/** The five. */
	enum Kind {

		/** 有通知. */
		NOTICE,
		/** 有准备. */
		PREPARATION,
		/** 有主题. */
		THEME,
		/** 有考勤. */
		ATTENDANCE,
		/** 有记录. */
		RECORD

	}

}
