package org.leagueflow.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.engine.Models;
import org.leagueflow.engine.WalksWholeDiagram;
import org.leagueflow.forms.AttachmentCard;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.plan.PlanStory.Told;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An edition from its draft to each of its ends. */
@StoryTest
@WalksWholeDiagram("workplan")
class WorkplanProcessTest {

	@Autowired
	PlanStory story;

	@Autowired
	Models models;

	@Autowired
	PlatformTransactionManager transactions;

	@BeforeEach
	void begin() {
		this.story.begin();
	}

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
	}

	@Test
	void theDiagramIsSound() {
		var files = this.models.folders().get("workplan");
		assertThat(this.models.check("workplan", files)).isEmpty();
		assertThat(this.models.overlaps("workplan", files)).isEmpty();
	}

	@Test
	void draftedDecidedInAMeetingAndPublished() {
		Told told = this.story.office().drafts();
		long item = told.item("召开共青团系统第一次工作会议", "2025-03-01", "2025-03-31");
		CaseId caseId = told.submits();
		assertThatThrownBy(() -> this.story.approval.submit(told.open(), false, told.office.by(1)))
			.as("submitted twice")
			.isInstanceOf(Refusal.Conflict.class);
		assertThatThrownBy(() -> told.item("再加一项", "2025-04-01", "2025-04-30")).as("changed after it was submitted")
			.isInstanceOf(Refusal.Conflict.class);
		told.votes(caseId, 2).endsAs(caseId, "published");
		assertThat(told.edition(1).state()).isEqualTo(PlanEditionState.PUBLISHED);
		assertThat(told.holds().line(item)).get().extracting(PlanLine::number).isEqualTo(1);
		assertThatThrownBy(() -> inTransaction(() -> this.story.approval.publish(caseId))).as("approved twice")
			.isInstanceOf(Refusal.Conflict.class);
	}

	private void inTransaction(Runnable use) {
		new TransactionTemplate(this.transactions).executeWithoutResult((transaction) -> use.run());
	}

	@Test
	void theCommitteeRefusesAndItIsWrittenAgain() {
		Told told = this.story.office().drafts();
		long item = told.item("开展调研", "2025-03-01", "2025-03-31");
		CaseId caseId = told.submits();
		told.votes(caseId, 1).endsAs(caseId, "rejected");
		assertThat(told.plan().publishedId()).isNull();
		assertThat(told.edition(1).state()).isEqualTo(PlanEditionState.REJECTED);
		this.story.service.amend(told.plan, told.edition(1).id(), null, told.office.by(0));
		assertThat(told.content().line(item)).as("the same item").isPresent();
		CaseId again = told.submits();
		told.votes(again, 3).endsAs(again, "published");
		assertThat(told.edition(2).isAmendment()).as("nothing held before").isFalse();
	}

	@Test
	void theCommitteeMetOutsideAndItsMinutesAreRecorded() {
		Told told = this.story.office().drafts();
		told.item("开展调研", "2025-03-01", "2025-03-31");
		CaseId caseId = this.story.approval.submit(told.open(), true, told.office.by(0));
		AttachmentCard minutes = this.story.attachments.keep("会议记录.pdf",
				"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes(), null, told.office.by(0));
		Map<String, Object> answers = new HashMap<>(Map.of("heldOn", "2025-03-03", "entitled", 3, "present", 3,
				"agreed", 4, "minutes", List.of(Long.toString(minutes.id()))));
		assertThatThrownBy(() -> record(told, caseId, answers)).as("more in favour than came")
			.isInstanceOf(Refusal.Invalid.class);
		answers.put("agreed", 3);
		answers.put("heldOn", "2025-03-09");
		assertThatThrownBy(() -> record(told, caseId, answers)).as("held in the future")
			.isInstanceOf(Refusal.Invalid.class);
		answers.put("heldOn", "2025-03-02");
		record(told, caseId, answers);
		told.endsAs(caseId, "published");
		assertThat(told.edition(1).decidedOn()).isEqualTo(LocalDate.of(2025, 3, 2));
	}

	private void record(Told told, CaseId caseId, Map<String, Object> answers) {
		this.story.inbox.submit(told.task(caseId, "record").id(), told.office.by(0), answers, PlanStory.key());
	}

	@Test
	void takenBackBeforeTheMeeting() {
		Told told = this.story.office().drafts();
		told.item("开展调研", "2025-03-01", "2025-03-31");
		CaseId caseId = told.submits();
		long edition = told.open();
		this.story.approval.recall(edition, "还要补充", told.office.by(1));
		told.endsAs(caseId, "withdrawn");
		assertThatThrownBy(() -> this.story.approval.recall(edition, "再撤", told.office.by(1)))
			.isInstanceOf(Refusal.Conflict.class);
	}

	@Test
	void anAmendmentKeepsNumbersSaysWhatItChangesAndIsDecidedAnew() {
		Told told = this.story.office().drafts();
		long kept = told.item("举办学雷锋志愿服务活动", "2025-03-01", "2025-03-31");
		long gone = told.item("组织青年沙龙", "2025-05-01", "2025-05-31");
		told.published().amends("上级有新部署");
		assertThatThrownBy(told::submits).as("nothing is changed").isInstanceOf(Refusal.Invalid.class);
		told.rewrites(kept, "to", "2025-04-15", "lead", told.office.named(1));
		this.story.service.remove(told.open(), gone, told.office.by(0));
		long added = told.item("启动百生讲坛", "2025-04-01", "2025-04-30");
		List<PlanChange> changes = this.story.pages.edition(told.open(), told.office.by(0)).changes();
		assertThat(changes).extracting(PlanChange::kind).containsExactly("CHANGED", "ADDED", "REMOVED");
		assertThat(changes.get(0).parts()).extracting(PlanChange.Part::name).containsExactly("span", "owners");
		long before = told.plan().publishedId();
		told.published();
		assertThat(told.holds().line(kept)).get().extracting(PlanLine::number).isEqualTo(1);
		assertThat(told.holds().line(added)).get().extracting(PlanLine::number).as("never given twice").isEqualTo(3);
		assertThat(told.holds().line(gone)).isEmpty();
		assertThat(this.story.contents.of(before).lines()).as("what was published stands as it was").hasSize(2);
		assertThatThrownBy(() -> this.story.service.amend(told.plan, before, "恢复旧版", told.office.by(0)))
			.as("what was taken out does not come back by an old edition")
			.isInstanceOf(Refusal.Conflict.class);
	}

	@Test
	void aMonthThatClosesBeforeTheMeetingOvertakesTheAmendment() {
		Told told = this.story.office().drafts();
		long item = told.item("举办学雷锋志愿服务活动", "2025-03-01", "2025-03-31");
		told.item("组织青年沙龙", "2025-12-01", "2025-12-31");
		told.published().amends("改期");
		told.rewrites(item, "content", "举办学雷锋志愿服务月");
		CaseId caseId = told.submits();
		this.story.at(LocalDate.of(2025, 4, 7));
		told.votes(caseId, 3).endsAs(caseId, "overtaken");
		assertThat(told.edition(2).state()).isEqualTo(PlanEditionState.OVERTAKEN);
		assertThat(told.holds().line(item)).get().extracting(PlanLine::content).isEqualTo("举办学雷锋志愿服务活动");
	}

	@Test
	void aClosedMonthIsNotRewritten() {
		Told told = this.story.office().drafts();
		long over = told.item("三月的工作", "2025-03-01", "2025-03-31");
		long running = told.item("三四五月的工作", "2025-03-01", "2025-05-31");
		told.published();
		this.story.at(LocalDate.of(2025, 4, 5));
		told.amends("调整");
		told.rewrites(over, "content", "改了");
		assertThat(faults(told)).as("March is closed five days after its end").isEmpty();
		this.story.at(LocalDate.of(2025, 4, 6));
		assertThat(faults(told)).containsExactly("refusal.plan.closed.over");
		told.rewrites(over, "content", "三月的工作");
		told.item("补一项三月的", "2025-03-20", "2025-03-31");
		assertThat(faults(told)).containsExactly("refusal.plan.closed.added");
		this.story.service.remove(told.open(), told.content().lines().get(2).itemId(), told.office.by(0));
		told.rewrites(running, "from", "2025-04-01");
		assertThat(faults(told)).as("it began in a closed month").containsExactly("refusal.plan.closed.span");
		told.rewrites(running, "from", "2025-03-01", "to", "2025-03-31");
		assertThat(faults(told)).as("ends in a closed month").containsExactly("refusal.plan.closed.span");
		told.rewrites(running, "from", "2025-03-01", "to", "2025-06-30");
		assertThat(faults(told)).isEmpty();
	}

	private List<String> faults(Told told) {
		return this.story.pages.edition(told.open(), told.office.by(0))
			.faults()
			.stream()
			.filter(PlanFault::blocks)
			.map((fault) -> fault.words().key())
			.toList();
	}

}
