package org.leagueflow.practice;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.account.AccountRegistrar;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.BranchKind;
import org.leagueflow.people.NewAppointment;
import org.leagueflow.people.NewPerson;
import org.leagueflow.people.NewUnit;
import org.leagueflow.people.People;
import org.leagueflow.people.Registrar;
import org.leagueflow.people.UnitKind;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Founds the practice college on an empty database. */
@Service
@Profile("practice")
class PracticeCollegeService {

	/** Opens every practice account, and nothing else. */
	static final String PASSWORD = "Lianxi-2026";

	private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜";

	private static final String GIVEN = "晓明思远雨桐子轩佳怡浩然若溪景行清越书瑶一鸣知夏云帆安然亦舒嘉言";

	private static final int MEMBERS = 30;

	private static final String UNIT = "unit";

	private static final String PERSON = "person";

	private final Registrar registrar;

	private final AccountRegistrar accounts;

	private final People people;

	private final PracticeMarks marks;

	private final PasswordEncoder encoder;

	private final BusinessClock clock;

	PracticeCollegeService(Registrar registrar, AccountRegistrar accounts, People people, PracticeMarks marks,
			PasswordEncoder encoder, BusinessClock clock) {
		this.registrar = registrar;
		this.accounts = accounts;
		this.people = people;
		this.marks = marks;
		this.encoder = encoder;
		this.clock = clock;
	}

	/**
	 * The college, founded now if nothing has been entered before; empty where the data
	 * is not a practice college's.
	 */
	@Transactional
	Optional<PracticeCollege> college() {
		if (this.registrar.empty()) {
			found();
		}
		Map<String, Long> units = this.marks.all(UNIT);
		return units.isEmpty() ? Optional.empty()
				: Optional.of(new PracticeCollege(units, this.marks.all(PERSON), this.people));
	}

	private void found() {
		Founding founding = new Founding(this.encoder.encode(PASSWORD), this.clock.today());
		founding.units();
		founding.staff();
		founding.students();
		founding.party();
		founding.units.forEach((name, id) -> this.marks.set(UNIT, name, id));
		founding.persons.forEach((login, id) -> this.marks.set(PERSON, login, id));
	}

	/** The founding as it goes on: who and what is there so far. */
	private final class Founding {

		private final Map<String, Long> units = new LinkedHashMap<>();

		private final Map<String, Long> persons = new LinkedHashMap<>();

		private final String passwordHash;

		private final LocalDate today;

		private int named;

		private int numbered;

		Founding(String passwordHash, LocalDate today) {
			this.passwordHash = passwordHash;
			this.today = today;
		}

		void units() {
			unit("county", null, UnitKind.COUNTY_COMMITTEE, null, "云岭县团委");
			unit("committee", "county", UnitKind.COMMITTEE, null, "云岭学院团委");
			unit("general1", "committee", UnitKind.GENERAL_BRANCH, null, "信息工程系团总支");
			unit("general2", "committee", UnitKind.GENERAL_BRANCH, null, "艺术设计系团总支");
			unit("party1", "committee", UnitKind.PARTY_BRANCH, null, "信息工程系学生党支部");
			unit("class1", "general1", UnitKind.BRANCH, BranchKind.CLASS, "信息一班团支部");
			unit("small1", "general1", UnitKind.BRANCH, BranchKind.CLASS, "信息二班团支部");
			unit("class3", "general2", UnitKind.BRANCH, BranchKind.CLASS, "设计一班团支部");
			unit("functional1", "general2", UnitKind.BRANCH, BranchKind.FUNCTIONAL, "志愿服务功能型团支部");
			PracticeCollegeService.this.registrar.contact(this.units.get("committee"), "周老师，0000-5550123，行政楼 203 室",
					Actor.SYSTEM);
		}

		void staff() {
			staff("admin", "county", Roles.ADMIN);
			staff("auditor", "county", Roles.AUDITOR);
			staff("county", "county", Roles.COUNTY_COMMITTEE);
			staff("committee1", "committee", Roles.LEAGUE_COMMITTEE);
			post("committee1", Roles.LEAGUE_SECRETARY, "committee");
			staff("committee2", "committee", Roles.LEAGUE_COMMITTEE);
			staff("committee3", "committee", Roles.LEAGUE_COMMITTEE);
			staff("general1", "general1", Roles.GENERAL_BRANCH);
			staff("general2", "general2", Roles.GENERAL_BRANCH);
			staff("mentor1", "general1", null);
			staff("mentor2", "general2", null);
		}

		void students() {
			member("secretary1", "class1");
			post("secretary1", Roles.BRANCH_SECRETARY, "class1");
			post("secretary1", Roles.BRANCH_COMMITTEE, "class1");
			for (int number = 1; number <= 3; number++) {
				member("branch" + number, "class1");
				post("branch" + number, Roles.BRANCH_COMMITTEE, "class1");
			}
			members("member", 1, MEMBERS, "class1");
			member("secretary2", "small1");
			post("secretary2", Roles.BRANCH_SECRETARY, "small1");
			members("small", 1, 4, "small1");
			member("secretary3", "class3");
			post("secretary3", Roles.BRANCH_SECRETARY, "class3");
			members("design", 1, 12, "class3");
			applicant("applicant1", this.today.minusYears(18).minusDays(40));
			applicant("applicant2", this.today.minusYears(19).minusDays(120));
			applicant("applicant3", this.today.minusYears(20).minusDays(7));
			applicant("applicant4", this.today.minusYears(14).minusDays(90));
			applicant("applicant5", this.today.minusYears(14).plusDays(20));
			for (int number = 6; number <= 13; number++) {
				applicant("applicant" + number, this.today.minusYears(18).minusDays(17L * number));
			}
		}

		/** Who speaks for the Party branch. */
		void party() {
			staff("party1", "committee", Roles.PARTY_LIAISON, "party1");
		}

		private void unit(String key, String parent, UnitKind kind, BranchKind branchKind, String name) {
			Long above = (parent != null) ? this.units.get(parent) : null;
			this.units.put(key, PracticeCollegeService.this.registrar
				.unit(new NewUnit(above, kind, branchKind, name, false), Actor.SYSTEM));
		}

		private void staff(String login, String unit, String role) {
			staff(login, unit, role, unit);
		}

		private void staff(String login, String unit, String role, String postAt) {
			NewPerson person = new NewPerson(this.units.get(unit), name(), this.today.minusYears(34), sex(),
					"T" + (1000 + this.named), true, true, null, null);
			enter(login, person);
			if (role != null) {
				post(login, role, postAt);
			}
		}

		private void members(String prefix, int first, int last, String branch) {
			for (int number = first; number <= last; number++) {
				member(prefix + number, branch);
			}
		}

		private void member(String login, String branch) {
			long id = enter(login, student(branch, this.today.minusYears(19).minusDays(3L * this.named)));
			LocalDate since = this.today.minusYears(3).minusDays(this.named);
			String number = "%d44%06d".formatted(since.getYear(), ++this.numbered);
			PracticeCollegeService.this.registrar.member(id, this.units.get(branch), since, number, Actor.SYSTEM);
		}

		private void applicant(String login, LocalDate birthDate) {
			enter(login, student("class1", birthDate));
		}

		private NewPerson student(String branch, LocalDate birthDate) {
			String name = name();
			return new NewPerson(this.units.get(branch), name, birthDate, sex(), "S" + (26000 + this.named), false,
					false, null, null);
		}

		private long enter(String login, NewPerson person) {
			long id = PracticeCollegeService.this.registrar.person(person, Actor.SYSTEM);
			PracticeCollegeService.this.accounts.practiceAccount(id, login, this.passwordHash, Actor.SYSTEM);
			this.persons.put(login, id);
			return id;
		}

		private void post(String login, String role, String unit) {
			PracticeCollegeService.this.registrar.appoint(new NewAppointment(this.persons.get(login), role,
					this.units.get(unit), this.today.minusYears(1), null), Actor.SYSTEM);
		}

		private String name() {
			int given = (this.named * 2) % GIVEN.length();
			int surname = (this.named + this.named / SURNAMES.length()) % SURNAMES.length();
			this.named++;
			return SURNAMES.charAt(surname) + GIVEN.substring(given, given + 2);
		}

		private String sex() {
			return (this.named % 2 == 0) ? "M" : "F";
		}

	}

}
