package org.leagueflow.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.leagueflow.BrowserTest;
import org.leagueflow.meeting.Hall.Branch;
import org.leagueflow.people.PeopleFixture;
import org.openqa.selenium.OutputType;
import org.springframework.beans.factory.annotation.Autowired;

/** Meetings as people touch them: on the desk, on the wall, on the phone. */
class MeetingBrowserTest extends BrowserTest {

	@Autowired
	Hall hall;

	@Autowired
	HallPageService pages;

	private Branch branch;

	@Test
	void aMeetingIsCalledCheckedInToAndVoidAndIsCalledAgain() throws Exception {
		this.branch = this.hall.branch(7);
		this.hall.waits(this.branch);
		this.hall.waits(this.branch);
		String meeting = calls();
		asksForLeave(meeting);
		grantsAndBeginsCheckIn(meeting);
		checksInOnThePhone(meeting);
		opensWithoutQuorum(meeting);
		goesOnWithAQuorum(meeting);
		losesTheQuorum(meeting);
	}

	private String calls() {
		signIn(0, false);
		open("/meetings");
		picture("list");
		click("a[href*='/meetings/convene'][href*='kind=BRANCH_GENERAL_MEETING']");
		set("startsAt", this.hall.clock.localNow().plusMinutes(10));
		type("place", "三教201");
		type("topics", "学习团章\n讨论下月计划");
		picture("convene");
		press("form[action='/meetings/convene'][method=post] button[type=submit]:not([name])");
		await("no meeting was called", () -> path().matches("/meetings/\\d+"));
		press("form[action$='/invite'] button");
		await("not invited", () -> present("form[action$='/check-in/begin']"));
		picture("invited");
		return path();
	}

	private void asksForLeave(String meeting) {
		signIn(5, true);
		open("/");
		assertThat(words()).contains("三教201");
		picture("home-member");
		open(meeting);
		picture("member-ahead");
		click(".mine details summary");
		type("reason", "参加省赛，当天不在校。");
		press(".mine form[action$='/absences'] button");
		await("not asked", () -> present(".mine .notice-warn"));
		picture("member-asked");
	}

	private void grantsAndBeginsCheckIn(String meeting) {
		signIn(0, false);
		open(meeting);
		picture("desk-leave");
		press(".room-absences form:has([name=granted]) button");
		await("not granted", () -> present(".room-absences .tag-good"));
		press("form[action$='/check-in/begin'] button");
		await("no code", () -> present("#code-card .code-qr svg"));
		picture("desk-check-in");
		phone();
		picture("desk-check-in-phone");
		desktop();
		open(meeting + "/screen");
		await("no code on the wall", () -> present("#code-card .code-qr svg"));
		screenshot("meeting-wall-check-in");
		assertThat(scanned()).endsWith(meeting + "/check-in?code=" + find(".code-digits").getText());
		phone();
		picture("wall-phone");
	}

	/** What a phone's camera reads on the wall. */
	private String scanned() {
		byte[] picture = find(".code-qr").getScreenshotAs(OutputType.BYTES);
		try {
			var image = ImageIO.read(new ByteArrayInputStream(picture));
			return new MultiFormatReader()
				.decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image))))
				.getText();
		}
		catch (IOException | NotFoundException ex) {
			throw new AssertionError("the QR code cannot be read", ex);
		}
	}

	private void checksInOnThePhone(String meeting) {
		signIn(1, true);
		open(meeting);
		picture("member-check-in");
		type("code", "000000".equals(code(meeting)) ? "000001" : "000000");
		press(".mine form[action$='/check-in'] button");
		await("the refusal is not at the field", () -> present(".invalid-feedback"));
		picture("member-wrong-code");
		type("code", code(meeting));
		press(".mine form[action$='/check-in'] button");
		await("not checked in", () -> present(".mine .said"));
		picture("member-checked-in");
		signIn(2, true);
		open(meeting + "/check-in?code=" + code(meeting));
		picture("scanned");
		press("form[action$='/check-in'] button");
		await("not checked in", () -> present(".mine .said"));
	}

	private void opensWithoutQuorum(String meeting) {
		signIn(0, false);
		open(meeting);
		arrives(0);
		press("form[action$='/open'] button");
		browser().switchTo().alert().accept();
		await("not open", () -> present("form[action$='/give-up']"));
		picture("desk-no-quorum");
		open(meeting + "/screen");
		await("nothing on the wall", () -> present(".screen-title"));
		screenshot("meeting-wall-no-quorum");
	}

	private void goesOnWithAQuorum(String meeting) {
		signIn(3, true);
		open(meeting);
		type("code", code(meeting));
		press(".mine form[action$='/check-in'] button");
		await("not checked in", () -> present(".mine .said"));
		picture("member-open");
		signIn(0, false);
		open(meeting);
		type("guest", "李𬭩老师");
		press("form[action$='/guests'] button");
		await("no guest", () -> words().contains("李𬭩老师"));
		picture("desk-open");
		open(meeting + "/screen");
		await("nothing on the wall", () -> present(".screen-title"));
		screenshot("meeting-wall-open");
	}

	private void losesTheQuorum(String meeting) {
		signIn(1, true);
		open(meeting);
		press("form[action$='/check-out'] button");
		browser().switchTo().alert().accept();
		await("still there", () -> present(".mine [name=code]"));
		picture("member-left");
		signIn(0, false);
		open(meeting);
		press("form[action$='/give-up'] button");
		browser().switchTo().alert().accept();
		await("not void", () -> present("form[action$='/reconvene']"));
		picture("void");
		open(meeting + "/minutes");
		picture("void-minutes");
		open(meeting);
		press("form[action$='/reconvene'] button");
		await("not called again", () -> !path().equals(meeting) && present("form[action$='/invite']"));
		picture("called-again");
		open("/meetings");
		picture("month");
		phone();
		picture("month-phone");
	}

	private void arrives(int voter) {
		String row = "form[action$='/arrive']:has(input[value='" + this.branch.voters().get(voter) + "'])";
		press(row + " button");
		await("not checked in", () -> !present(row));
	}

	private String code(String meeting) {
		long id = Long.parseLong(meeting.substring("/meetings/".length()));
		return this.pages.code(id, this.branch.secretary()).digits();
	}

	private void signIn(int voter, boolean onPhone) {
		if (onPhone) {
			phone();
		}
		else {
			desktop();
		}
		takeOver(this.hall.people.account(this.branch.voters().get(voter)), PeopleFixture.PASSWORD);
	}

	/** What is asked for every few seconds may go from under the finger. */
	private void press(String css) {
		await("cannot press " + css, () -> {
			click(css);
			return true;
		});
	}

	private void set(String field, LocalDateTime moment) {
		browser().executeScript("arguments[0].value = arguments[1]", find("[name='" + field + "']"),
				moment.withSecond(0).withNano(0).toString());
	}

	private void picture(String name) {
		screenshot("meeting-" + name);
		assertThat(overflows()).as(name + " is wider than the screen").isFalse();
	}

}
