package org.leagueflow.paper;

import java.util.regex.Pattern;

/** Tells the title of a plan by its words. */
final class PaperTitle {

	/** Longer lines are sentences. */
	static final int MAX_LENGTH = 60;

	private static final Pattern WORDS = Pattern.compile(
			"计划|方案|要点|安排|清单|分解|任务表|一览表|日程|纲要|责任表|通报|台账|工作表|行事历|日历|校历|月历|推进表|活动表|任务书|总览|进度表|汇总表|周历|月报|周报|季报|工作思路|(?:主要|重点|每月|月度|年度|全年|逐月)工作$");

	private PaperTitle() {
	}

	static boolean is(String half) {
		String stripped = half.strip();
		return stripped.length() <= MAX_LENGTH && WORDS.matcher(stripped).find() && !stripped.matches(".*[。;:,]$");
	}

}
