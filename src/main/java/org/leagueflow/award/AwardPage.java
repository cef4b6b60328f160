package org.leagueflow.award;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.leagueflow.kernel.Message;
import org.leagueflow.scoring.Fault;

/**
 * The page of an edition.
 *
 * @param form the definition as it is typed
 * @param faults what is wrong with it
 * @param version what the page was read with
 */
record AwardPage(AwardLine line, AwardForm form, List<Fault> faults, long version, List<String> facts,
		Map<String, String> components) {

	/** The same page, read with an earlier version. */
	AwardPage read(long earlier) {
		return new AwardPage(this.line, this.form, this.faults, earlier, this.facts, this.components);
	}

	public boolean editable() {
		return this.line.mine() && !this.line.released();
	}

	/** The text of a field, empty where there is none. */
	public String text(String path) {
		Object value = this.form.at(path);
		return (value == null || value instanceof Map || value instanceof List) ? "" : value.toString();
	}

	/** The paths of a list's entries. */
	public List<String> entries(String path) {
		int size = (this.form.at(path) instanceof List<?> list) ? list.size() : 0;
		return IntStream.range(0, size).mapToObj((index) -> path + "[" + index + "]").toList();
	}

	/** Whether a score is made at all. */
	public boolean scored() {
		String chosen = text("scored");
		return chosen.isEmpty() ? this.form.at("scheme") != null : chosen.equals("true");
	}

	/** What is wrong at a field or right below it. */
	public List<Message> at(String path) {
		return this.faults.stream().filter((fault) -> fault.path().equals(path)).map(Fault::words).toList();
	}

	/** What is wrong, with the section in which it stands. */
	public List<FaultLine> faultLines() {
		return this.faults.stream().map((fault) -> new FaultLine(AwardForm.part(fault.path()), fault.words())).toList();
	}

	/** A line of the list above the form. */
	record FaultLine(Message part, Message words) {
	}

}
