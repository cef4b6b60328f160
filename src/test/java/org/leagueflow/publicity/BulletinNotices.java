package org.leagueflow.publicity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.Cases;
import org.leagueflow.inbox.TaskRouting.Seat;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.kernel.Subject;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the test diagram announces: at first the person of the case, by its committee. */
@Configuration(proxyBeanMethods = false)
class BulletinNotices {

	static final String LEFT = "bulletin-left";

	static final String RIGHT = "bulletin-right";

	/** Who is announced on the left, where a test says otherwise. */
	static final Map<CaseId, List<Subject>> SUBJECTS = new ConcurrentHashMap<>();

	/** What became of which subject, by case. */
	static final List<String> SETTLED = new CopyOnWriteArrayList<>();

	@Bean
	NoticeMatter bulletinLeft(Cases cases) {
		return new BulletinNotice(LEFT, "bulletin.text", "p1.publicity.workdays", cases);
	}

	@Bean
	NoticeMatter bulletinRight(Cases cases) {
		return new BulletinNotice(RIGHT, "bulletin.batch", "p1.mentor.max", cases);
	}

	record BulletinNotice(String name, String text, String policyKey, Cases cases) implements NoticeMatter {

		@Override
		public Announcement announcement(CaseId caseId) {
			CaseCard card = this.cases.card(caseId);
			List<Subject> subjects = SUBJECTS.getOrDefault(caseId,
					List.of(Subject.person(card.subjectPersonId(), card.subjectName())));
			return new Announcement(card.schoolId(), subjects,
					Message.of(this.text, subjects.stream().map(Subject::name).collect(Collectors.joining("、"))),
					this.policyKey);
		}

		@Override
		public Seat decides(CaseId caseId) {
			return new Seat(Roles.LEAGUE_COMMITTEE, this.cases.card(caseId).schoolId());
		}

		@Override
		public void require(CaseId caseId, Actor by) {
			if (!decidedBy(caseId, by)) {
				throw new Refusal.NotAllowed("refusal.web.oversees");
			}
		}

		@Override
		public boolean decidedBy(CaseId caseId, Actor by) {
			return by.holdsAt(Roles.LEAGUE_COMMITTEE, this.cases.card(caseId).schoolId());
		}

		@Override
		public void settled(CaseId caseId, NoticeCard notice, ObjectionCard objection) {
			List<String> said = new ArrayList<>(List.of(caseId.key(), objection.upheld() ? "upheld" : "dismissed"));
			said.add((objection.subject() != null) ? objection.subject().name() : "all");
			SETTLED.add(String.join(" ", said));
		}

	}

}
