package org.leagueflow.admission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.practice.PracticeCollege;
import org.leagueflow.practice.PracticeStory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Applications of the practice college when a visitor first looks: one in each of the six
 * stages at least, one announced to the public, and one for each common ending.
 */
@Component
@Profile("practice")
class PracticeAdmissions implements PracticeStory {

	/** Those who wait to be talked with, are observed, and wait for the pre-review. */
	private static final String TALKED = "applicant6";

	private static final String OBSERVED = "applicant2";

	private static final String APPRAISED = "applicant3";

	private static final String PUBLISHED = "applicant12";

	/** Those who wait for the branch, for the committee and for the oath. */
	private static final String VOTED = "applicant7";

	private static final String APPROVED = "applicant8";

	private static final String SWEARING = "applicant9";

	/** Those whose cases are over. */
	private static final String ADMITTED = "applicant10";

	private static final String FAILED = "applicant11";

	private static final String WITHDRAWN = "applicant13";

	private static final List<String> FIRST = List.of(VOTED, APPROVED, SWEARING, ADMITTED, FAILED);

	private final PracticeSteps steps;

	PracticeAdmissions(PracticeSteps steps) {
		this.steps = steps;
	}

	@Override
	public List<Chapter> chapters() {
		List<Chapter> chapters = new ArrayList<>();
		chapters.add(told("numbers", 161, this.steps::numbers));
		everyOne(160, "activist", FIRST, this.steps::activist).forEach(chapters::add);
		everyOne(159, "activist", List.of(APPRAISED, PUBLISHED), this.steps::activist).forEach(chapters::add);
		chapters.add(told("activist " + OBSERVED, 110, (college) -> this.steps.activist(college, OBSERVED)));
		everyOne(60, "pre-reviewed", FIRST, this.steps::preReviewed).forEach(chapters::add);
		FIRST.forEach((login) -> chapters.add(new Chapter("admission: candidate " + login, 40,
				(college) -> this.steps.waitsAt(college, login, "issueBook"),
				(college) -> this.steps.candidate(college, login))));
		chapters.add(told("branch meeting", 36, this::branchMeeting));
		chapters.add(told("after the branch meeting", 35, this::afterBranchMeeting));
		chapters.add(told("committee meeting", 30, this::committeeMeeting));
		everyOne(29, "announced", List.of(SWEARING, ADMITTED), this.steps::announced).forEach(chapters::add);
		chapters.add(told("ceremony planned", 25, (college) -> this.steps.ceremonyPlanned(college, ADMITTED)));
		chapters.add(told("ceremony held", 19, (college) -> this.steps.ceremonyHeld(college, ADMITTED)));
		chapters.add(told("applied " + WITHDRAWN, 14, (college) -> this.steps.apply(college, WITHDRAWN)));
		chapters.add(told("appraised " + APPRAISED, 12, (college) -> this.steps.appraised(college, APPRAISED)));
		chapters.add(told("talk " + OBSERVED, 11, (college) -> this.steps.talk(college, OBSERVED)));
		chapters.add(told("withdrawn " + WITHDRAWN, 9, (college) -> this.steps.withdrawn(college, WITHDRAWN)));
		chapters.add(told("submitted " + APPROVED, 6, (college) -> this.steps.submitted(college, APPROVED)));
		chapters.add(told("applied " + TALKED, 5, (college) -> this.steps.apply(college, TALKED)));
		chapters.add(told("pre-reviewed " + PUBLISHED, 1, (college) -> this.steps.preReviewed(college, PUBLISHED)));
		chapters.add(told("meetings called", 0, (college) -> this.steps.meetingsCalled(college, VOTED)));
		return chapters;
	}

	private void branchMeeting(PracticeCollege college) {
		int present = PracticeSteps.BRANCH_VOTERS.size();
		Map<CaseId, Integer> inFavour = new LinkedHashMap<>();
		List.of(APPROVED, SWEARING, ADMITTED)
			.forEach((login) -> inFavour.put(this.steps.caseOf(college, login), present - 2));
		inFavour.put(this.steps.caseOf(college, FAILED), present / 2);
		this.steps.hold(MeetingKind.BRANCH_GENERAL_MEETING, "class1", "secretary1", PracticeSteps.BRANCH_VOTERS,
				college, inFavour);
	}

	private void afterBranchMeeting(PracticeCollege college) {
		this.steps.submitted(college, SWEARING);
		this.steps.submitted(college, ADMITTED);
		this.steps.answer(college, FAILED, "afterVote", "branch1",
				Map.of("course", "stop", "opinion", "已与本人谈话，鼓励其继续努力，今后可以再次申请。"));
	}

	private void committeeMeeting(PracticeCollege college) {
		Map<CaseId, Integer> inFavour = new LinkedHashMap<>();
		List.of(SWEARING, ADMITTED).forEach((login) -> inFavour.put(this.steps.caseOf(college, login), 3));
		this.steps.hold(MeetingKind.COMMITTEE_MEETING, "committee", "committee1",
				List.of("committee1", "committee2", "committee3"), college, inFavour);
	}

	private static Chapter told(String what, int daysAgo, Consumer<PracticeCollege> tell) {
		return Chapter.of("admission: " + what, daysAgo, tell);
	}

	private static List<Chapter> everyOne(int daysAgo, String what, List<String> logins, Step step) {
		return logins.stream()
			.map((login) -> told(what + " " + login, daysAgo, (college) -> step.take(college, login)))
			.toList();
	}

	/** Something that happens with one applicant. */
	private interface Step {

		void take(PracticeCollege college, String login);

	}

}
