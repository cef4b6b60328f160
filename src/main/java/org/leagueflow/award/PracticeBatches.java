package org.leagueflow.award;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.leagueflow.award.BatchService.Announcing;
import org.leagueflow.engine.Task;
import org.leagueflow.engine.UserTasks;
import org.leagueflow.inbox.Inbox;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Json;
import org.leagueflow.ledger.Booking;
import org.leagueflow.ledger.EntryKind;
import org.leagueflow.ledger.Ledger;
import org.leagueflow.practice.PracticeCollege;
import org.leagueflow.practice.PracticeStory;
import org.leagueflow.requirement.Comparison;
import org.leagueflow.requirement.Window;
import org.leagueflow.scoring.Component;
import org.leagueflow.scoring.QuotaRule;
import org.leagueflow.scoring.Rational;
import org.leagueflow.scoring.RoundingRule;
import org.leagueflow.scoring.ScoreComponent;
import org.leagueflow.scoring.ScoringScheme;
import org.leagueflow.scoring.TiePolicy;
import org.springframework.context.annotation.Profile;

/**
 * Batches of the practice college when a visitor first looks: one that takes nominations
 * and one that its faculty reviews.
 */
@org.springframework.stereotype.Component
@Profile("practice")
class PracticeBatches implements PracticeStory {

	private static final String STARS = "志愿服务之星";

	private static final List<String> NOMINATED = List.of("member3", "member4", "member5", "member6", "member7");

	private final Awards awards;

	private final AwardEditions editions;

	private final ShippedAwards shipped;

	private final BatchService batches;

	private final BatchPageService pages;

	private final NominationService nominating;

	private final Ledger ledger;

	private final Inbox inbox;

	private final UserTasks tasks;

	private final BusinessClock clock;

	PracticeBatches(Awards awards, AwardEditions editions, ShippedAwards shipped, BatchService batches,
			BatchPageService pages, NominationService nominating, Ledger ledger, Inbox inbox, UserTasks tasks,
			BusinessClock clock) {
		this.awards = awards;
		this.editions = editions;
		this.shipped = shipped;
		this.batches = batches;
		this.pages = pages;
		this.nominating = nominating;
		this.ledger = ledger;
		this.inbox = inbox;
		this.tasks = tasks;
		this.clock = clock;
	}

	@Override
	public List<Chapter> chapters() {
		List<Chapter> chapters = new ArrayList<>();
		chapters.add(Chapter.of("award: volunteers nominated", 9, this::nominated));
		chapters.add(Chapter.of("award: members announced", 2, this::announced));
		return chapters;
	}

	private long edition(PracticeCollege college, String json) {
		Actor by = college.actor("committee1");
		Award award = this.awards.saveAndFlush(new Award(college.unit("committee"), this.clock.instant()));
		AwardEdition edition = new AwardEdition(award.id(), 1, AwardDefinition.read(json).name(), json, by,
				this.clock.instant());
		edition.release(by, this.clock.instant());
		return this.editions.saveAndFlush(edition).id();
	}

	/** Scored by volunteer hours, with two levels. */
	private static AwardDefinition stars() {
		ScoringScheme scheme = new ScoringScheme(
				List.of(new ScoreComponent("hours", "志愿服务时长", ScoreComponent.Source.LEDGER,
						EntryKind.VOLUNTEER_HOURS.name(), false, Rational.ZERO, Rational.of(1000))),
				new Component("hours"), new RoundingRule(RoundingRule.Mode.HALF_UP, 1));
		return new AwardDefinition(STARS, AwardJudged.PERSON, AwardPeriod.CALENDAR_YEAR, true,
				List.of(new AwardLevel(
						"一等奖", QuotaRule.count(1), null, null), new AwardLevel("二等奖", QuotaRule.count(2), null, null)),
				true, true,
				List.of(new AwardCondition(
						"ledger.VOLUNTEER_HOURS", Comparison.AT_LEAST, Rational.of(8), Window.EVER, "云岭学院评优办法第3条")),
				scheme, List.of(), TiePolicy.COMMITTEE, List.of(), List.of(),
				List.of(new AwardStep(AwardStep.Kind.NOTICE, AwardStep.Tier.FACULTY, 2),
						new AwardStep(AwardStep.Kind.NOTICE, AwardStep.Tier.SCHOOL, 3)),
				new AwardCertificate("荣誉证书", "授予{name}{award}{level}称号"));
	}

	private void nominated(PracticeCollege college) {
		Actor secretary = college.actor("secretary1");
		int hours = 6;
		for (String login : NOMINATED) {
			this.ledger.record(college.person(login), Booking.tenths(EntryKind.VOLUNTEER_HOURS, this.clock.today(),
					(hours += 2) * 10, "社区志愿服务", "服务单位证明", null), secretary);
		}
		long batch = announce(college, edition(college, Json.write(stars())), STARS, 5);
		this.nominating.nominate(batch, college.unit("class1"), NOMINATED.stream().map(college::person).toList(),
				"长期参加社区志愿服务，群众反映良好。", secretary);
	}

	private void announced(PracticeCollege college) {
		long batch = announce(college, edition(college, this.shipped.json("league-member").orElseThrow()), "优秀共青团员",
				20);
		this.batches.places(batch,
				new AllottedPlaces(Map.of(college.unit("general1"), 4, college.unit("class1"), 3), Map.of()),
				college.actor("committee1"));
	}

	private long announce(PracticeCollege college, long edition, String name, int days) {
		Actor by = college.actor("committee1");
		LocalDate today = this.clock.today();
		long batch = this.batches.announce(new Announcing(edition, today.getYear() + "年度" + name,
				Integer.toString(today.getYear()), today.plusDays(days), null), by);
		Task task = this.tasks.open(this.pages.overview(batch, by).batch().caseId()).get(0);
		this.inbox.submit(task.id(), by, Map.of(), UUID.randomUUID().toString());
		return batch;
	}

}
