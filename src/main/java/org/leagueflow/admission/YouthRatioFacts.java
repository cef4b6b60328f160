package org.leagueflow.admission;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.People;
import org.leagueflow.requirement.Asked;
import org.leagueflow.requirement.Condition;
import org.leagueflow.requirement.FactSource;
import org.leagueflow.requirement.FactValue;
import org.springframework.stereotype.Component;

/**
 * 毕业班团学比例: how many percent of a final-year class would be members, with this person and
 * those past pre-review. Other branches are not asked.
 */
@Component
class YouthRatioFacts implements FactSource {

	/** Of a final junior year (初中毕业班). */
	static final String JUNIOR = "admission.youthRatioJunior";

	/** Of a final senior year (高中毕业班). */
	static final String SENIOR = "admission.youthRatioSenior";

	private static final Map<String, String> YEARS = Map.of(JUNIOR, "JUNIOR", SENIOR, "SENIOR");

	private final Admissions admissions;

	private final People people;

	YouthRatioFacts(Admissions admissions, People people) {
		this.admissions = admissions;
		this.people = people;
	}

	@Override
	public Set<String> facts() {
		return YEARS.keySet();
	}

	/** Counted once per class, however many of it are asked about. */
	@Override
	public Map<Condition, Map<Long, FactValue>> values(List<Condition> conditions, Collection<Asked> asked,
			LocalDate day) {
		Map<Condition, Map<Long, FactValue>> values = new HashMap<>();
		conditions.forEach((condition) -> values.put(condition, new HashMap<>()));
		asked.stream().collect(Collectors.groupingBy(Asked::unitPath)).forEach((path, ofClass) -> {
			UnitCard branch = this.people.unit(unitId(path));
			ClassShare share = finalYear(branch) ? counted(branch.id(), day) : null;
			for (Condition condition : conditions) {
				boolean concerned = share != null && YEARS.get(condition.fact()).equals(branch.finalYear());
				ofClass.forEach((one) -> values.get(condition)
					.put(one.personId(), concerned ? share.with(one.personId()) : FactValue.NOT_ASKED));
			}
		});
		return values;
	}

	private static boolean finalYear(UnitCard branch) {
		return branch.finalYear() != null && branch.secondarySchool();
	}

	private ClassShare counted(long branch, LocalDate day) {
		return new ClassShare(this.people.youngMemberCount(branch, day), this.people.youthCount(branch),
				this.admissions.onTheWay(branch));
	}

	/** The last unit of a path such as {@code /1/4/12/}. */
	private static long unitId(String path) {
		String[] units = path.split("/");
		return Long.parseLong(units[units.length - 1]);
	}

	/**
	 * A class in its final year.
	 *
	 * @param members how many of it are members
	 * @param young how many young people belong to it
	 * @param onTheWay who is past pre-review and not approved yet
	 */
	private record ClassShare(int members, int young, Set<Long> onTheWay) {

		FactValue with(long person) {
			int others = this.onTheWay.size() - (this.onTheWay.contains(person) ? 1 : 0);
			int members = this.members + 1 + others;
			return FactValue.of(percent(members, this.young), members, this.young);
		}

		/**
		 * In tenths of a percent, rounded up, so that what is too much neither counts nor
		 * reads as enough.
		 */
		private static BigDecimal percent(int part, int whole) {
			return (whole == 0) ? BigDecimal.valueOf(100)
					: BigDecimal.valueOf(part * 100L).divide(BigDecimal.valueOf(whole), 1, RoundingMode.CEILING);
		}

	}

}
