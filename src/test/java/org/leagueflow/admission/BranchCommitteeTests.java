package org.leagueflow.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leagueflow.StoryTest;
import org.leagueflow.admission.AdmissionStory.College;
import org.leagueflow.admission.AdmissionStory.Told;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.web.Principal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.test.web.servlet.MockMvc;

/** What a branch committee decides is taken from the meeting that decided it. */
@StoryTest
class BranchCommitteeTests {

	@Autowired
	AdmissionStory story;

	@Autowired
	AdmissionValues values;

	@Autowired
	MockMvc mvc;

	@BeforeEach
	void begin() {
		this.story.begin();
		LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
	}

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	void theStepOffersTheMeetingThatDecidedWithTheNumbersOfItsRecord() throws Exception {
		Told told = nominated();
		assertThat(choices(told)).containsExactly("outside");
		long meeting = told.committeeMeets(2);
		assertThat(choices(told)).containsExactly(Long.toString(meeting), "outside");
		assertThat(offered(told)).containsEntry("heldMeeting", Long.toString(meeting));
		assertThat(offered(told).get("meetings").toString()).contains("应到 3 人、实到 3 人、赞成 2 人");
		decides(told, meeting);
		assertThat(told.boxes()).containsExactly("approveActivist");
		assertThat(page(told, told.committee())).contains("支委会会议", "应到 3 人、实到 3 人、赞成 2 人");
		assertThat(page(told, told.applicant)).contains("支委会会议同意确定为入团积极分子").doesNotContain("赞成 2 人", "赞成 2 票");
	}

	@Test
	void aMeetingThatDoesNotAgreeEndsTheApplicationAndCannotBeTypedAway() {
		Told told = nominated();
		long meeting = told.committeeMeets(1);
		assertThatThrownBy(() -> told.answers("decide", told.member(1), told.outsideMeeting(3)))
			.isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("decided-here");
		decides(told, meeting);
		told.endsAs("declined");
	}

	@Test
	void numbersAreNotTypedWhileTheCommitteeSitsOverIt() {
		Told told = nominated();
		List<Long> present = told.college.members().subList(0, 3);
		long meeting = this.story.meetings.opens(MeetingKind.BRANCH_COMMITTEE, told.college.units().branch(),
				told.secretary(), present);
		this.story.meetings.ballot(meeting, told.secretary(), told.caseId, present);
		assertThatThrownBy(() -> told.answers("decide", told.member(1), told.outsideMeeting(3)))
			.hasMessageContaining("voting-here");
		this.story.meetings.secondCount(meeting, told.secretary(), told.caseId, present);
		assertThat(choices(told)).as("before it is closed").containsExactly("outside");
		assertThatThrownBy(() -> decides(told, meeting)).isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> told.answers("decide", told.member(1), told.outsideMeeting(3)))
			.hasMessageContaining("decided-here");
		this.story.meetings.ends(meeting, told.secretary());
		decides(told, meeting);
		told.endsAs("declined");
	}

	@Test
	void noOtherMeetingCanBeNamed() {
		College college = this.story.college();
		Told other = this.story.applies(college).talked().nominated();
		long others = other.committeeMeets(3);
		Told told = this.story.applies(college).talked().nominated();
		long elsewhere = nominated().committeeMeets(3);
		for (long wrong : List.of(others, elsewhere, 0L, 999_999_999L)) {
			assertThatThrownBy(() -> decides(told, wrong)).isInstanceOf(Refusal.Invalid.class);
		}
		assertThat(told.boxes()).containsExactly("decide");
	}

	@Test
	void aMeetingIsTakenOnce() {
		Told told = nominated();
		long first = told.committeeMeets(3);
		decides(told, first);
		told.answers("approveActivist", told.committee(), Map.of("activistDecision", "return", "opinion", "请补充"));
		told.nominated();
		assertThat(choices(told)).containsExactly("outside");
		assertThatThrownBy(() -> decides(told, first)).isInstanceOf(Refusal.Invalid.class);
		long second = told.committeeMeets(3);
		assertThat(choices(told)).containsExactly(Long.toString(second), "outside");
	}

	@Test
	void oneMeetingDecidesOnSeveralAndServesThemAll() {
		College college = this.story.college();
		Told one = this.story.applies(college).talked().nominated();
		Told two = this.story.applies(college).talked().nominated();
		long meeting = this.story.meetings.decide(MeetingKind.BRANCH_COMMITTEE, college.units().branch(),
				one.secretary(), college.members().subList(0, 3), Map.of(one.caseId, 3, two.caseId, 1));
		decides(one, meeting);
		decides(two, meeting);
		assertThat(one.boxes()).containsExactly("approveActivist");
		two.endsAs("declined");
	}

	@ParameterizedTest
	@ValueSource(strings = { "minutes", "heldOn", "entitled", "present", "agreed" })
	void aMeetingOutsideNeedsItsMinutesAndAllItsNumbers(String missing) {
		Told told = nominated();
		Map<String, Object> answers = told.outsideMeeting(3);
		answers.remove(missing);
		assertThatThrownBy(() -> told.answers("decide", told.member(1), answers)).isInstanceOf(Refusal.Invalid.class);
		answers.put("minutes", List.of(999_999_999L));
		assertThatThrownBy(() -> told.answers("decide", told.member(1), answers)).isInstanceOf(Refusal.Invalid.class);
		assertThat(told.boxes()).containsExactly("decide");
	}

	@Test
	void aMeetingOutsideIsMarkedAsSuchForThoseWhoApprove() throws Exception {
		Told told = nominated();
		Map<String, Object> answers = told.outsideMeeting(3);
		told.answers("decide", told.member(1), answers);
		assertThat(page(told, told.committee())).contains("会议在系统外召开", "支委会会议在系统外召开", "支委会会议记录.pdf");
		assertThat(page(told, told.applicant)).contains("支委会会议同意确定为入团积极分子").doesNotContain("系统外", "会议记录.pdf");
		long minutes = ((Number) ((List<?>) answers.get("minutes")).get(0)).longValue();
		assertThat(opens(minutes, told.committee())).isEqualTo(200);
		assertThat(opens(minutes, told.applicant)).isEqualTo(404);
		assertThat(this.story.meetings.waits(told.college.units().branch(), MeetingKind.BRANCH_COMMITTEE)).isZero();
	}

	@Test
	void theConsentReportedIsTheCommittees() {
		Told told = this.story.applies(this.story.college()).activist().observed().appraised("propose");
		Map<String, Object> agreed = told.committeeMeeting(3);
		for (String other : List.of("continue", "stop")) {
			Map<String, Object> answers = new HashMap<>(agreed);
			answers.put("consent", other);
			assertThatThrownBy(() -> told.answers("consent", told.member(1), answers))
				.hasMessageContaining("agreedThough");
		}
		agreed.put("consent", "agree");
		told.answers("consent", told.member(1), agreed);
		assertThat(told.boxes()).containsExactly("preReview");
	}

	@Test
	void aConsentThatTheCommitteeWithheldIsNotReportedAsGiven() {
		Told told = this.story.applies(this.story.college()).activist().observed().appraised("propose");
		Map<String, Object> answers = told.committeeMeeting(1);
		answers.put("consent", "agree");
		assertThatThrownBy(() -> told.answers("consent", told.member(1), answers)).hasMessageContaining("notAgreed");
		answers.put("consent", "continue");
		told.answers("consent", told.member(1), answers);
		assertThat(told.stage()).isEqualTo("observe");
	}

	private Told nominated() {
		return this.story.applies(this.story.college()).talked().nominated();
	}

	private void decides(Told told, long meeting) {
		told.answers("decide", told.member(1), Map.of("heldMeeting", Long.toString(meeting), "opinion", "研究意见"));
	}

	private Map<String, Object> offered(Told told) {
		return this.values.values(told.task("decide"), told.member(1));
	}

	private List<String> choices(Told told) {
		return ((List<?>) offered(told).get("meetings")).stream()
			.map((choice) -> ((Map<?, ?>) choice).get("value").toString())
			.toList();
	}

	private String page(Told told, Actor reader) throws Exception {
		return this.mvc.perform(get("/cases/" + told.caseId).with(Principal.signedIn(reader)))
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
	}

	private int opens(long file, Actor reader) throws Exception {
		return this.mvc.perform(get("/attachments/" + file).with(Principal.signedIn(reader)))
			.andReturn()
			.getResponse()
			.getStatus();
	}

}
