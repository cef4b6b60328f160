package org.leagueflow.life;

/** How a League class is given; one class may mix several. */
enum ClassForm {

	/** 专题讲授. */
	LECTURE,
	/** 领学原文. */
	READING,
	/** 观看视频. */
	VIDEO,
	/** 收听音频. */
	AUDIO,
	/** 轮流演讲. */
	SPEECH,
	/** 共同研讨. */
	DISCUSSION,
	/** 现场实践. */
	PRACTICE

}
