package org.leagueflow.plan;

import java.util.List;

/**
 * A line of a paper that becomes an item.
 *
 * @param key unique in the draft
 * @param number as it stands on the paper, misprints too; or null
 * @param section the heading above it, or null
 * @param measure 具体举措, or null
 * @param original the paper's text, word for word
 * @param place where it stands in the source
 * @param period the words of the month cell, or null
 * @param spans none where the paper says no time
 * @param mainTasks keys of the main tasks that it serves
 * @param indicators keys of its indicators
 * @param status what a column of results says (完成情况), or null
 */
public record DraftLine(String key, PlanItemKind kind, String number, String section, String content, String measure,
		String original, String place, String period, List<PlanSpan> spans, List<DraftOwner> owners,
		List<String> mainTasks, List<String> indicators, String remark, String status) {
}
