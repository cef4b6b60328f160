package org.leagueflow.practice;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.leagueflow.inbox.Inbox;
import org.leagueflow.kernel.BusinessClock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** An activity of the branch that waits for the general branch. */
@Component
@Profile("practice")
class PracticeActivities implements PracticeStory {

	private final Inbox inbox;

	private final BusinessClock clock;

	PracticeActivities(Inbox inbox, BusinessClock clock) {
		this.inbox = inbox;
		this.clock = clock;
	}

	@Override
	public List<Chapter> chapters() {
		return List.of(Chapter.of("activity: proposed", 3, this::proposed));
	}

	private void proposed(PracticeCollege college) {
		this.inbox.start("activity", college.actor("secretary1"),
				Map.ofEntries(Map.entry("title", "敬老院志愿服务"), Map.entry("kind", "volunteer"),
						Map.entry("themeSource", "own"),
						Map.entry("heldOn", this.clock.today().plusDays(20).toString()), Map.entry("place", "云岭县敬老院"),
						Map.entry("participants", 30), Map.entry("offCampus", true),
						Map.entry("safetyPlan", "由指导教师带队，统一乘车往返；全程签到，备好常用药品和紧急联系方式。"),
						Map.entry("teacher", college.actor("mentor1").name()), Map.entry("budget", 600),
						Map.entry("plan", "上午打扫卫生、陪老人聊天，下午表演节目，结束后在支部交流体会。")),
				UUID.randomUUID().toString());
	}

}
