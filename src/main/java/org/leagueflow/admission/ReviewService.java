package org.leagueflow.admission;

import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.DateRules;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.People;
import org.leagueflow.policy.EffectiveValue;
import org.leagueflow.policy.Policies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 发展团员情况核查: at least once a year a committee looks at the admissions below it (细则§37).
 */
@Service
@Transactional
class ReviewService {

	static final int MAX_TEXT_LENGTH = 2000;

	/** The month from which the home page asks for this year's review. */
	private static final int AUTUMN = 10;

	private static final int YEARS_BACK = 5;

	private final Reviews reviews;

	private final Admissions admissions;

	private final People people;

	private final Offices offices;

	private final Policies policies;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	ReviewService(Reviews reviews, Admissions admissions, People people, Offices offices, Policies policies,
			AuditLog auditLog, BusinessClock clock) {
		this.reviews = reviews;
		this.admissions = admissions;
		this.people = people;
		this.offices = offices;
		this.policies = policies;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	/** The years' pages of every unit for which the person reviews, by unit. */
	@Transactional(readOnly = true)
	List<ReviewPage> pages(Integer year, Actor by) {
		int now = this.clock.today().getYear();
		int asked = (year != null) ? year : now;
		if (asked > now || asked < now - YEARS_BACK) {
			throw new Refusal.Invalid("refusal.admission.review.year", now - YEARS_BACK, now);
		}
		return units(by).stream().map((unit) -> page(unit, asked)).toList();
	}

	/** The units whose review of this year, or of last year, is still lacking. */
	@Transactional(readOnly = true)
	List<ReviewPage> lacking(Actor by) {
		LocalDate today = this.clock.today();
		return units(by).stream()
			.flatMap((unit) -> years(today).filter((year) -> lacks(unit, year)).mapToObj((year) -> page(unit, year)))
			.filter((page) -> !page.lines().isEmpty())
			.toList();
	}

	/** Last year, and this one when it draws to its end. */
	private static IntStream years(LocalDate today) {
		int year = today.getYear();
		return (today.getMonthValue() >= AUTUMN) ? IntStream.of(year - 1, year) : IntStream.of(year - 1);
	}

	private boolean lacks(UnitCard unit, int year) {
		return this.reviews.countByUnitIdAndHeldOnBetween(unit.id(), LocalDate.of(year, 1, 1),
				LocalDate.of(year, 12, 31)) < this.policies.number(AdmissionRules.ANNUAL_AUDIT, unit.path());
	}

	/**
	 * Notes that the review was held, with how many admissions there were and how many of
	 * them showed something.
	 */
	void record(long unitId, LocalDate heldOn, String findings, Actor by) {
		UnitCard unit = units(by).stream()
			.filter((one) -> one.id() == unitId)
			.findFirst()
			.orElseThrow(() -> new Refusal.NotFound("refusal.admission.review.unit"));
		LocalDate today = this.clock.today();
		LocalDate day = DateRules.inOrder("heldOn", heldOn, LocalDate.of(today.getYear() - 1, 1, 1), today);
		String words = (findings != null) ? findings.strip() : "";
		if (words.isEmpty() || Characters.count(words) > MAX_TEXT_LENGTH) {
			throw Refusal.Invalid.field("findings", "refusal.admission.review.findings", MAX_TEXT_LENGTH);
		}
		ReviewPage page = page(unit, day.getYear());
		Review review = this.reviews.saveAndFlush(
				new Review(unitId, day, page.lines().size(), page.doubtful(), words, by, this.clock.instant()));
		this.auditLog.record(AuditEvent.of(by, "admission.reviewed", "review:" + review.id())
			.in(unitId)
			.with(Map.of("year", day.getYear(), "admissions", review.admissions(), "doubts", review.doubts())));
	}

	private List<UnitCard> units(Actor by) {
		return this.offices.committeesOf(by).stream().map(this.people::unit).toList();
	}

	private ReviewPage page(UnitCard unit, int year) {
		LocalDate first = LocalDate.of(year, 1, 1);
		LocalDate last = Year.of(year).atMonth(12).atEndOfMonth();
		EffectiveValue asked = this.policies.sheet(List.of(AdmissionRules.ANNUAL_AUDIT))
			.of(AdmissionRules.ANNUAL_AUDIT, unit.path());
		return new ReviewPage(unit, year, asked,
				this.reviews.findByUnitIdAndHeldOnBetweenOrderByHeldOnDescIdDesc(unit.id(), first, last), last,
				lines(unit, first, last), year == this.clock.today().getYear(),
				year > this.clock.today().getYear() - YEARS_BACK);
	}

	/**
	 * Of branches that are closed by now as well: their members were admitted all the
	 * same.
	 */
	private List<ReviewPage.Line> lines(UnitCard unit, LocalDate first, LocalDate last) {
		List<Admission> all = this.admissions.approvedBetween(first, last);
		Map<Long, String> below = all.stream()
			.map(Admission::branchId)
			.distinct()
			.map(this.people::unit)
			.filter((branch) -> branch.path().startsWith(unit.path()))
			.collect(Collectors.toMap(UnitCard::id, UnitCard::name));
		List<Admission> approved = all.stream().filter((admission) -> below.containsKey(admission.branchId())).toList();
		Map<Long, PersonCard> persons = this.people.persons(approved.stream().map(Admission::applicantId).toList())
			.stream()
			.collect(Collectors.toMap(PersonCard::id, (card) -> card));
		return approved.stream()
			.map((admission) -> line(admission, persons.get(admission.applicantId()), below.get(admission.branchId())))
			.sorted(Comparator.comparing((line) -> line.doubts().isEmpty()))
			.toList();
	}

	private ReviewPage.Line line(Admission admission, PersonCard person, String branch) {
		return new ReviewPage.Line(admission.caseId().value(), person.name(), branch, admission.votedOn(),
				admission.approvedOn(), admission.memberNumber(),
				Irregularity.in(admission, person.birthDate(), this.clock.today()));
	}

}
