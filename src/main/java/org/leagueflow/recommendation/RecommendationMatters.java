package org.leagueflow.recommendation;

import org.leagueflow.meeting.CaseMatters;
import org.leagueflow.meeting.DecisionMatter;
import org.leagueflow.meeting.MeetingKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What meetings decide on a recommendation, beside the vote itself ({@link BranchVote}):
 * by which rule stands in {@code bpmn/recommendation/recommendation-meeting.dmn}.
 */
@Configuration(proxyBeanMethods = false)
class RecommendationMatters {

	/** What the branch committee found after the vote (考察，不唯票). */
	static final String FINDING = "recommendation-decideFinding";

	@Bean
	DecisionMatter findingMatter(CaseMatters matters) {
		return matters.named(FINDING, MeetingKind.BRANCH_COMMITTEE, "推优考察意见：%s").noted("recommendation.note.finding");
	}

}
