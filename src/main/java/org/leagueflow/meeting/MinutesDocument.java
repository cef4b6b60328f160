package org.leagueflow.meeting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.springframework.stereotype.Component;

/** Writes the minutes of a meeting as a Word file. */
@Component
class MinutesDocument {

	private final Wording wording;

	MinutesDocument(Wording wording) {
		this.wording = wording;
	}

	byte[] write(MeetingPage meeting) {
		try (XWPFDocument word = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			title(word, say("title", this.wording.kind(meeting.kind())));
			facts(word, meeting);
			agenda(word, meeting);
			meeting.items().forEach((item) -> item(word, item));
			discussion(word, meeting);
			signatures(word, meeting);
			roll(word, meeting);
			word.write(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void facts(XWPFDocument word, MeetingPage meeting) {
		XWPFTable table = word.createTable(0, 2);
		table.setWidth("100%");
		row(table, say("unit"), meeting.unit());
		row(table, say("time"),
				this.wording.moment((meeting.openedAt() != null) ? meeting.openedAt() : meeting.startsAt())
						+ untilClose(meeting));
		row(table, say("place"), meeting.place());
		row(table, say("chair"), meeting.chair());
		row(table, say("recorder"), meeting.recorder());
		row(table, say("attendance"), say("attendance.counts", meeting.bar().entitled(), came(meeting),
				meeting.bar().quorum(), meeting.cameAsGuests().size()));
		row(table, say("state"), this.wording.say("meeting.state." + meeting.state()));
	}

	private String untilClose(MeetingPage meeting) {
		return (meeting.closedAt() != null) ? " — " + this.wording.time(meeting.closedAt()) : "";
	}

	private long came(MeetingPage meeting) {
		return meeting.roll().stream().filter((line) -> line.votes() && line.arrivedAt() != null).count();
	}

	private void agenda(XWPFDocument word, MeetingPage meeting) {
		heading(word, say("agenda"));
		meeting.items().forEach((item) -> text(word, item.place() + ". " + item.title()));
		meeting.topics().forEach((topic) -> text(word, "· " + topic));
		if (meeting.items().isEmpty() && meeting.topics().isEmpty()) {
			text(word, say("none"));
		}
	}

	private void item(XWPFDocument word, MeetingPage.ItemLine item) {
		heading(word, say("item", item.place(), item.title()));
		text(word, say("rule", item.rule().text(), item.rule().source(), item.rule().edition(), item.rule().assumed()));
		if (item.resolution() == null) {
			text(word, this.wording.say("meeting.item." + item.state()));
			return;
		}
		counts(word, item.resolution());
		text(word, say("tellers", String.join("、", item.tellers())));
		text(word, say("resolution", item.resolution().number()));
		text(word, item.resolution().wording());
	}

	private void counts(XWPFDocument word, ResolutionCard resolution) {
		Tally tally = resolution.tally();
		text(word, say("counts", tally.entitled(), tally.present(), tally.handedOut(), tally.returned(),
				tally.writtenOpinions(), tally.electronicVotes(), tally.invalidVotes()));
		XWPFTable table = word.createTable(0, resolution.paper().marks().size() + 1);
		table.setWidth("100%");
		row(table, Stream.concat(Stream.of(""), resolution.paper().marks().stream().map(this.wording::mark)).toList());
		for (int line = 0; line < resolution.paper().lines().size(); line++) {
			row(table, counts(resolution, line));
		}
	}

	private List<String> counts(ResolutionCard resolution, int line) {
		Stream<String> numbers = resolution.paper()
			.marks()
			.stream()
			.map((mark) -> number(resolution.tally().votes().of(line, mark)));
		return Stream.concat(Stream.of(resolution.paper().lines().get(line).name()), numbers).toList();
	}

	private void discussion(XWPFDocument word, MeetingPage meeting) {
		heading(word, say("discussion"));
		if (meeting.minutes() == null) {
			text(word, say("none"));
			return;
		}
		meeting.minutes().lines().forEach((line) -> text(word, line));
	}

	private void signatures(XWPFDocument word, MeetingPage meeting) {
		heading(word, say("signatures"));
		text(word, say("sign.chair", meeting.chair()));
		text(word, say("sign.recorder", meeting.recorder()));
		text(word,
				say("sign.date", (meeting.signedAt() != null) ? this.wording.moment(meeting.signedAt()) : "________"));
	}

	private void roll(XWPFDocument word, MeetingPage meeting) {
		heading(word, say("roll"));
		text(word, say("roll.present",
				names(meeting.roll().stream().filter((line) -> line.votes() && line.arrivedAt() != null).toList())));
		text(word, say("roll.absent",
				names(meeting.roll().stream().filter((line) -> line.votes() && line.arrivedAt() == null).toList())));
		text(word, say("roll.no-vote", names(meeting.roll().stream().filter((line) -> !line.votes()).toList())));
		text(word,
				say("roll.left",
						meeting.roll()
							.stream()
							.filter((line) -> line.leftAt() != null)
							.map((line) -> line.name() + "（" + this.wording.time(line.leftAt()) + "）")
							.collect(Collectors.joining("、"))));
		text(word, say("roll.guests", names(meeting.cameAsGuests())));
	}

	private String names(List<MeetingPage.RollLine> lines) {
		return lines.stream().map(MeetingPage.RollLine::name).collect(Collectors.joining("、"));
	}

	private void title(XWPFDocument word, String text) {
		XWPFParagraph paragraph = word.createParagraph();
		paragraph.setAlignment(ParagraphAlignment.CENTER);
		XWPFRun run = run(paragraph, text);
		run.setBold(true);
		run.setFontSize(18);
	}

	private void heading(XWPFDocument word, String text) {
		XWPFParagraph paragraph = word.createParagraph();
		paragraph.setSpacingBefore(240);
		run(paragraph, text).setBold(true);
	}

	private void text(XWPFDocument word, String text) {
		run(word.createParagraph(), text);
	}

	private XWPFRun run(XWPFParagraph paragraph, String text) {
		XWPFRun run = paragraph.createRun();
		run.setFontFamily("宋体");
		run.setFontSize(12);
		run.setText(text);
		return run;
	}

	private void row(XWPFTable table, String... cells) {
		row(table, List.of(cells));
	}

	private void row(XWPFTable table, List<String> cells) {
		XWPFTableRow row = table.createRow();
		for (int i = 0; i < cells.size(); i++) {
			while (row.getCell(i) == null) {
				row.createCell();
			}
			run(row.getCell(i).getParagraphs().get(0), cells.get(i));
		}
	}

	private String number(int count) {
		return Integer.toString(count);
	}

	private String say(String key, Object... args) {
		return this.wording.say("meeting.minutes." + key, args);
	}

}
