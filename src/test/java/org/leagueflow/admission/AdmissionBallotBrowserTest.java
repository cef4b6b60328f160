package org.leagueflow.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leagueflow.BrowserTest;
import org.leagueflow.admission.AdmissionStory.Told;
import org.leagueflow.ballot.VoterClient;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.people.PeopleFixture;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Thirty voters decide on three candidates by secret ballot on their phones: two of them
 * with a browser, the others with a program that does what a browser does.
 */
@Tag("database")
class AdmissionBallotBrowserTest extends BrowserTest {

	private static final int VOTERS = 30;

	private static final int FIRST = 5;

	private static final int SECOND = 6;

	@Autowired
	AdmissionStory story;

	@TempDir
	Path folder;

	private final Map<Long, VoterClient> clients = new ConcurrentHashMap<>();

	private final Map<Long, String> trackers = new HashMap<>();

	private AdmissionStory.College college;

	private String meeting;

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
	}

	@Test
	void thirtyVotersTakeTwoOfThreeCandidatesByPhone() throws Exception {
		this.story.begin();
		this.college = this.story.college(VOTERS);
		List<Told> candidates = awaitingVote();
		this.meeting = "/meetings/" + this.story.meetings.opens(MeetingKind.BRANCH_GENERAL_MEETING,
				this.college.units().branch(), candidates.get(0).secretary(), this.college.members());
		decides(candidates.get(0), 26, 2, "PASSED");
		decides(candidates.get(1), 10, 18, "FAILED");
		decides(candidates.get(2), 20, 10, "PASSED");
		closes();
		assertThat(candidates.get(0).stage()).isEqualTo("approve");
		assertThat(candidates.get(1).boxes()).containsExactly("afterVote");
		assertThat(candidates.get(2).stage()).isEqualTo("approve");
		theCasesTell(candidates);
		candidates.get(1)
			.answers("afterVote", candidates.get(1).member(1), Map.of("course", "stop", "opinion", "终止"))
			.endsAs("voteFailed");
		candidates.get(0).submitted().committeeVotes(5);
		candidates.get(2).submitted().committeeVotes(5);
		assertThat(candidates.get(0).stage()).isEqualTo("oath");
		assertThat(candidates.get(2).stage()).isEqualTo("oath");
	}

	/** Three candidates go through everything before the meeting side by side. */
	private List<Told> awaitingVote() {
		List<Told> three = IntStream.range(0, 3).mapToObj((i) -> this.story.applies(this.college).activist()).toList();
		three.get(0).months(3);
		three.forEach((told) -> told.learned()
			.answers("cultivate", told.mentor(), new HashMap<>(Told.cultivated()))
			.published());
		three.forEach((told) -> told.candidate().bookFilled());
		return three;
	}

	private void decides(Told candidate, int inFavour, int against, String outcome) throws Exception {
		long ballot = opens(candidate);
		boolean first = this.trackers.isEmpty();
		String choices = "F".repeat(inFavour) + "A".repeat(against) + "B".repeat(VOTERS - inFavour - against);
		votesFromTheNotification(ballot, choices.charAt(FIRST), first);
		votesFromTheMeeting(ballot, choices.charAt(SECOND), first);
		IntStream.range(0, VOTERS)
			.filter((i) -> i != FIRST && i != SECOND)
			.parallel()
			.forEach((i) -> client(member(i)).vote(ballot, choices.substring(i, i + 1)));
		closesTheBox(member(VOTERS - 1), ballot, first);
		assertThat(client(member(0)).page(this.meeting)).as("one teller is not enough").contains("已有 30 人投票");
		closesTheBox(member(VOTERS - 2), ballot, first);
		published(ballot, inFavour, against, first);
		signIn(member(0), false);
		open(this.meeting);
		assertThat(words()).contains("赞成 " + inFavour + " 票");
		if (first) {
			picture("decided");
			phone();
			picture("decided-phone");
		}
		assertThat(find(".agenda-item:has(a[href='/ballots/" + ballot + "/papers'])").getText())
			.contains(outcome.equals("PASSED") ? "通过" : "未通过");
	}

	/** The chair chooses how to vote and names two tellers. */
	private long opens(Told candidate) {
		signIn(member(0), false);
		open(this.meeting);
		long item = this.story.meetings.item(Long.parseLong(this.meeting.replaceAll("\\D+", "")), candidate.secretary(),
				candidate.caseId);
		String form = "form[action$='/items/" + item + "/ballot']";
		names(form + " [name=tellerOne]", member(VOTERS - 1));
		names(form + " [name=tellerTwo]", member(VOTERS - 2));
		click("label[for=mode-" + item + "-ELECTRONIC]");
		picture("mode");
		phone();
		picture("mode-phone");
		desktop();
		click(form + " button[type=submit]");
		await("no ballot", () -> !present(form) && present("a[href^='/ballots/']"));
		picture("open");
		String way = find("a[href^='/ballots/']:not([href$='/papers'])").getDomAttribute("href");
		return Long.parseLong(way.replaceAll("\\D+", ""));
	}

	/**
	 * Found by typing, among so many; those of the first ballot are chosen for the next.
	 */
	private void names(String choice, long teller) {
		WebElement list = find(choice);
		String name = list.findElement(By.cssSelector("option[value='" + teller + "']")).getDomProperty("text");
		String field = "#" + list.getDomAttribute("id").replace("-choice", "");
		if (!name.equals(find(field).getDomProperty("value"))) {
			assertThat(this.trackers).as("the tellers are remembered").isEmpty();
			find(field).sendKeys(Keys.chord(Keys.CONTROL, "a"), name, Keys.ENTER);
		}
	}

	/** Three taps: the notification, the choice, the confirmation. */
	private void votesFromTheNotification(long ballot, char choice, boolean told) {
		signIn(member(FIRST), true);
		open("/notifications");
		if (told) {
			picture("notified");
		}
		long begun = System.nanoTime();
		click(".list-group form button");
		votes(ballot, choice);
		System.out.printf("From the notification to \"voted\": three taps, %.1f s%n",
				(System.nanoTime() - begun) / 1e9);
		this.trackers.put(ballot, find("[data-tracker]").getText());
	}

	/** From the page of the meeting, which then says that one has voted. */
	private void votesFromTheMeeting(long ballot, char choice, boolean told) {
		signIn(member(SECOND), true);
		open(this.meeting);
		if (told) {
			picture("member");
			desktop();
			picture("member-desktop");
			phone();
		}
		click("a.now-vote");
		await("no buttons", () -> find("[data-step=choose]").isDisplayed());
		browser().navigate().refresh();
		votes(ballot, choice);
		open(this.meeting);
		assertThat(words()).contains("您已投票");
		assertThat(present("a.now-vote")).isFalse();
		if (told) {
			picture("member-voted");
		}
	}

	private void votes(long ballot, char choice) {
		await("not on the ballot's page", () -> path().equals("/ballots/" + ballot));
		click("[data-mark=" + choice + "]");
		click("[data-act=cast]");
		await("not voted", () -> find("[data-step=done]").isDisplayed());
	}

	private void closesTheBox(long teller, long ballot, boolean told) {
		signIn(teller, true);
		open(this.meeting);
		click("a[href='/ballots/" + ballot + "/closing']");
		await("not the tellers' page", () -> path().endsWith("/closing"));
		assertThat(words()).doesNotContain("赞成");
		if (told) {
			picture("closing");
		}
		click("form[action$='/closing'] button");
		browser().switchTo().alert().accept();
		await("not agreed", () -> present(".said") || path().endsWith("/papers"));
		if (told) {
			picture("closed");
		}
	}

	/** A voter finds the own paper; anybody checks all of them without our server. */
	private void published(long ballot, int inFavour, int against, boolean told) throws Exception {
		signIn(member(FIRST), true);
		open("/ballots/" + ballot + "/papers");
		type("tracker", this.trackers.get(ballot));
		click("[data-lookup] button");
		await("the own paper is not there", () -> find("[data-found]").isDisplayed());
		if (told) {
			picture("papers");
			desktop();
			picture("papers-desktop");
		}
		String command = find("[data-command]").getText();
		VoterClient anybody = client(member(9));
		Path file = this.folder.resolve("ballot-" + ballot + ".txt");
		Files.write(file, anybody.file("/ballots/" + ballot + "/papers.txt"));
		Files.write(this.folder.resolve("verify-ballot.jar"), anybody.file("/ballots/verify-ballot.jar"));
		assertThat(Files.readString(file)).contains("papers 30\n")
			.contains("sum 1 F %d A %d B %d\n".formatted(inFavour, against, VOTERS - inFavour - against));
		assertThat(run(command)).as("what the page says anybody can run").isZero();
		Files.writeString(file, Files.readString(file).replaceFirst("sum 1 F \\d+", "sum 1 F 30"));
		assertThat(run(command)).as("the same with another sum").isOne();
	}

	private int run(String command) throws IOException, InterruptedException {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		List<String> words = Stream.concat(Stream.of(java), Arrays.stream(command.split(" ")).skip(1)).toList();
		return new ProcessBuilder(words).directory(this.folder.toFile()).redirectErrorStream(true).start().waitFor();
	}

	private void closes() {
		signIn(member(0), false);
		open(this.meeting);
		click("form[action$='/close'] button");
		await("not closed", () -> !present("form[action$='/close']"));
		open(this.meeting + "/minutes");
		type("minutes", "依次讨论，逐个用手机无记名投票表决。");
		click("form[action$='/minutes'] button");
		await("no minutes", () -> present("form[action$='/sign']"));
		picture("minutes");
		click("form[action$='/sign'] button");
		browser().switchTo().alert().accept();
		await("not signed", () -> !present("form[action$='/sign']"));
	}

	private void theCasesTell(List<Told> candidates) {
		signIn(member(0), false);
		for (Told candidate : candidates) {
			open("/cases/" + candidate.caseId);
			assertThat(words()).contains("电子票 30 张");
		}
		picture("case");
		open("/cases/" + candidates.get(1).caseId);
		picture("case-failed");
		assertThat(words()).contains("赞成 10 票").contains("未通过");
	}

	private VoterClient client(long person) {
		return this.clients.computeIfAbsent(person,
				(voter) -> new VoterClient(address(), this.story.people.account(voter), PeopleFixture.PASSWORD));
	}

	private void signIn(long person, boolean onPhone) {
		if (onPhone) {
			phone();
		}
		else {
			desktop();
		}
		takeOver(this.story.people.account(person), PeopleFixture.PASSWORD);
	}

	private long member(int index) {
		return this.college.members().get(index);
	}

	/** Every page that was seen is kept, and none is wider than its screen. */
	private void picture(String name) {
		screenshot("meeting-ballot-" + name);
		assertThat(overflows()).as(name + " is wider than the screen").isFalse();
	}

}
