package org.leagueflow.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.leagueflow.kernel.Characters;
import org.leagueflow.people.IdNumber;
import org.leagueflow.people.NewPerson;
import org.leagueflow.people.PersonName;

/**
 * The checks that one line of a roster can be put to by itself: what is typed, and
 * whether its cells agree with each other.
 */
final class RosterChecks {

	/** From this day on every new member has a number (发展团员编号). */
	static final LocalDate NUMBERED_SINCE = LocalDate.of(2017, 1, 1);

	static final Pattern MEMBER_NUMBER = Pattern.compile("(20\\d{2})\\d{2}\\d{6}");

	/** What a cell shows instead of a value when its formula fails. */
	private static final Pattern CELL_ERROR = Pattern
		.compile("#(N/A|DIV/0!|VALUE!|REF!|NAME\\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA|#+)");

	private static final Pattern LOST_DIGITS = Pattern.compile("\\d(\\.\\d+)?E\\+?\\d+");

	/** A mobile number of the mainland. */
	private static final Pattern PHONE = Pattern.compile("1\\d{10}");

	private static final Pattern HOURS = Pattern.compile("\\d{1,4}(\\.\\d{1,2})?");

	private static final Set<String> YES_OR_NO = Set.of("是", "否", "TRUE", "FALSE");

	static final Set<String> POLITICAL = Set.of("共青团员", "团员", "群众", "入党积极分子", "少先队员", "中共党员", "中共预备党员", "民主党派",
			"无党派人士");

	private final LocalDate today;

	RosterChecks(LocalDate today) {
		this.today = today;
	}

	List<RosterFinding> check(RosterLine line) {
		List<RosterFinding> found = new ArrayList<>();
		typed(line, found);
		identity(line, found);
		birth(line, found);
		membership(line, found);
		details(line, found);
		return found;
	}

	private static void typed(RosterLine line, List<RosterFinding> found) {
		for (Map.Entry<RosterColumn, String> cell : line.cells().entrySet()) {
			RosterColumn column = cell.getKey();
			int length = Characters.count(cell.getValue());
			if (cell.getValue().startsWith("=")) {
				found.add(RosterFinding.error(column, "formula"));
			}
			else if (failed(cell.getValue())) {
				found.add(RosterFinding.error(column, "cell-error", cell.getValue()));
			}
			else if (length > column.length() && column != RosterColumn.ID_NUMBER) {
				found.add(RosterFinding.error(column, "overlong", column.length()));
			}
		}
	}

	private static boolean failed(String text) {
		return CELL_ERROR.matcher(text).matches();
	}

	private static void identity(RosterLine line, List<RosterFinding> found) {
		String name = line.text(RosterColumn.NAME);
		if (name.isEmpty()) {
			found.add(RosterFinding.error(RosterColumn.NAME, "missing-name"));
		}
		else if (!name.startsWith("=") && !failed(name)) {
			PersonName.fault(name)
				.ifPresent((fault) -> found
					.add(RosterFinding.error(RosterColumn.NAME, fault.rule(), fault.sign(), fault.place())));
		}
		String student = line.text(RosterColumn.STUDENT_NUMBER);
		if (student.isEmpty()) {
			found.add(line.has(RosterColumn.ID_NUMBER)
					? RosterFinding.warning(RosterColumn.STUDENT_NUMBER, "missing-student-number")
					: RosterFinding.error(RosterColumn.STUDENT_NUMBER, "missing-both-numbers"));
		}
		else if (LOST_DIGITS.matcher(student).matches()) {
			found.add(RosterFinding.error(RosterColumn.STUDENT_NUMBER, "number-lost", student));
		}
		else if (!student.startsWith("=") && !failed(student) && !NewPerson.NUMBER.matcher(student).matches()) {
			found.add(RosterFinding.error(RosterColumn.STUDENT_NUMBER, "bad-student-number"));
		}
		idNumber(line, found);
		if (!line.has(RosterColumn.BRANCH)) {
			found.add(RosterFinding.error(RosterColumn.BRANCH, "missing-branch"));
		}
	}

	private static void idNumber(RosterLine line, List<RosterFinding> found) {
		IdNumber number = line.idNumber();
		if (number.text().isEmpty()) {
			found.add(RosterFinding.warning(RosterColumn.ID_NUMBER, "missing-id-number"));
		}
		else if (LOST_DIGITS.matcher(number.text()).matches()) {
			found.add(RosterFinding.error(RosterColumn.ID_NUMBER, "id-number-as-number"));
		}
		else if (!number.wellFormed()) {
			found.add(RosterFinding.error(RosterColumn.ID_NUMBER, "id-number-form"));
		}
		else {
			idNumberParts(line, number, found);
		}
	}

	private static void idNumberParts(RosterLine line, IdNumber number, List<RosterFinding> found) {
		if (!number.checksumHolds()) {
			found.add(RosterFinding.error(RosterColumn.ID_NUMBER, "id-number-checksum"));
		}
		if (!number.regionInUse()) {
			found.add(RosterFinding.warning(RosterColumn.ID_NUMBER, "id-number-region", number.text().substring(0, 2)));
		}
		if (number.birthDate().isEmpty()) {
			found.add(RosterFinding.error(RosterColumn.ID_NUMBER, "id-number-day"));
		}
		String sex = RosterPerson.sex(line);
		if (sex != null && !sex.equals(number.sex())) {
			found.add(RosterFinding.warning(RosterColumn.SEX, "sex-differs"));
		}
	}

	private void birth(RosterLine line, List<RosterFinding> found) {
		Optional<LocalDate> inside = line.idNumber().birthDate();
		if (!line.has(RosterColumn.BIRTH_DATE)) {
			if (inside.isEmpty()) {
				found.add(RosterFinding.warning(RosterColumn.BIRTH_DATE, "missing-birth-date"));
			}
			return;
		}
		Optional<LocalDate> typed = RosterDate.parse(line.text(RosterColumn.BIRTH_DATE));
		if (typed.isEmpty()) {
			noDay(line, RosterColumn.BIRTH_DATE, found);
		}
		else if (typed.get().isAfter(this.today) || typed.get().getYear() < 1900) {
			found.add(RosterFinding.error(RosterColumn.BIRTH_DATE, "birth-date-range"));
		}
		else if (inside.isPresent() && !inside.equals(typed)) {
			found.add(RosterFinding.error(RosterColumn.BIRTH_DATE, "birth-date-differs"));
		}
	}

	/** Names the text that is no day, and why. */
	private static void noDay(RosterLine line, RosterColumn column, List<RosterFinding> found) {
		String text = line.text(column);
		found.add(RosterFinding.error(column, RosterDate.fault(text), text));
	}

	private void membership(RosterLine line, List<RosterFinding> found) {
		RosterPerson person = RosterPerson.of(line);
		boolean joinedTyped = line.has(RosterColumn.JOINED);
		if (joinedTyped) {
			joined(line, person, found);
		}
		else if (person.saysMember()) {
			found.add(RosterFinding.error(RosterColumn.JOINED, "missing-join-date"));
		}
		if (joinedTyped && Set.of("群众", "少先队员").contains(line.text(RosterColumn.POLITICAL))) {
			found.add(RosterFinding.error(RosterColumn.POLITICAL, "political-differs"));
		}
		memberNumber(line, person, found);
		if (line.has(RosterColumn.POST)) {
			post(line, person, found);
		}
	}

	private void joined(RosterLine line, RosterPerson person, List<RosterFinding> found) {
		if (person.memberSince() == null) {
			noDay(line, RosterColumn.JOINED, found);
		}
		else if (person.memberSince().isAfter(this.today)) {
			found.add(RosterFinding.error(RosterColumn.JOINED, "joined-in-future"));
		}
		else if (person.birthDate() != null && person.memberSince().isBefore(person.birthDate().plusYears(14))) {
			found.add(RosterFinding.error(RosterColumn.JOINED, "joined-under-14", person.birthDate().plusYears(14)));
		}
	}

	private static void memberNumber(RosterLine line, RosterPerson person, List<RosterFinding> found) {
		String number = line.text(RosterColumn.MEMBER_NUMBER);
		LocalDate since = person.memberSince();
		if (number.isEmpty()) {
			if (since != null && !since.isBefore(NUMBERED_SINCE)) {
				found.add(RosterFinding.error(RosterColumn.MEMBER_NUMBER, "missing-member-number"));
			}
		}
		else if (!MEMBER_NUMBER.matcher(number).matches()) {
			found.add(RosterFinding.error(RosterColumn.MEMBER_NUMBER, "member-number-form"));
		}
		else if (!line.has(RosterColumn.JOINED)) {
			found.add(RosterFinding.error(RosterColumn.MEMBER_NUMBER, "number-without-membership"));
		}
		else if (since != null && Integer.parseInt(number.substring(0, 4)) != since.getYear()) {
			found.add(RosterFinding.warning(RosterColumn.MEMBER_NUMBER, "member-number-year", since.getYear()));
		}
	}

	private static void post(RosterLine line, RosterPerson person, List<RosterFinding> found) {
		if (!line.has(RosterColumn.JOINED) && !person.partyMember()) {
			found.add(RosterFinding.error(RosterColumn.POST, "post-without-membership"));
		}
		if (person.roles().isEmpty()) {
			found.add(RosterFinding.warning(RosterColumn.POST, "unknown-post"));
		}
	}

	private static void details(RosterLine line, List<RosterFinding> found) {
		if (line.has(RosterColumn.SEX) && RosterPerson.sex(line) == null) {
			found.add(RosterFinding.warning(RosterColumn.SEX, "unknown-sex"));
		}
		if (line.has(RosterColumn.POLITICAL) && !POLITICAL.contains(line.text(RosterColumn.POLITICAL))) {
			found.add(RosterFinding.warning(RosterColumn.POLITICAL, "unknown-political"));
		}
		if (line.has(RosterColumn.PHONE) && !PHONE.matcher(line.text(RosterColumn.PHONE)).matches()) {
			found.add(RosterFinding.warning(RosterColumn.PHONE, "bad-phone"));
		}
		for (RosterColumn column : List.of(RosterColumn.REGISTERED, RosterColumn.VOLUNTEER)) {
			if (line.has(column) && !YES_OR_NO.contains(line.text(column))) {
				found.add(RosterFinding.warning(column, "yes-or-no"));
			}
		}
		for (RosterColumn column : List.of(RosterColumn.VOLUNTEER_HOURS, RosterColumn.COURSE_HOURS)) {
			if (line.has(column) && !HOURS.matcher(line.text(column)).matches()) {
				found.add(RosterFinding.warning(column, "bad-hours"));
			}
		}
	}

}
