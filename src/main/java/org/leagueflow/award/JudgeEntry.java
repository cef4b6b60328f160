package org.leagueflow.award;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.leagueflow.award.PanelMarks.Mark;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;
import org.leagueflow.scoring.Rational;
import org.leagueflow.scoring.ScoreComponent;

/**
 * What a judge typed for one nomination: an empty field takes back what stood there.
 *
 * @param points by component
 * @param remark or null
 * @param wrong by field
 */
record JudgeEntry(Map<String, BigDecimal> points, String remark, Map<String, Message> wrong) {

	private static final int MAX_REMARK = 500;

	static JudgeEntry read(Nomination one, List<ScoreComponent> components, Map<String, String> typed) {
		Map<String, BigDecimal> points = new LinkedHashMap<>();
		Map<String, Message> wrong = new LinkedHashMap<>();
		String fields = one.id() + ".";
		for (ScoreComponent component : components) {
			String text = typed.getOrDefault(fields + component.key(), "");
			if (!text.isBlank()) {
				Points.read(text)
					.filter((number) -> component.holds(Rational.of(number)))
					.ifPresentOrElse((number) -> points.put(component.key(), number),
							() -> wrong.put(fields + component.key(),
									Message.of("refusal.award.componentPoints", component.name(), component.range())));
			}
		}
		String remark = typed.getOrDefault(fields + "remark", "").strip();
		if (Characters.count(remark) > MAX_REMARK) {
			wrong.put(fields + "remark", Message.of("refusal.award.remark", MAX_REMARK));
		}
		else if (!remark.isEmpty() && points.isEmpty() && wrong.isEmpty()) {
			wrong.put(fields + "remark", Message.of("refusal.award.remarkAlone"));
		}
		return new JudgeEntry(points, remark.isEmpty() ? null : remark, wrong);
	}

	/** Whether this is what the judge's marks say already. */
	boolean same(List<Mark> marks) {
		return this.wrong.isEmpty() && marks.size() == this.points.size()
				&& marks.stream().allMatch((mark) -> stands(mark) && Objects.equals(mark.remark(), this.remark));
	}

	private boolean stands(Mark mark) {
		BigDecimal number = this.points.get(mark.item());
		return number != null && number.compareTo(mark.points()) == 0;
	}

}
