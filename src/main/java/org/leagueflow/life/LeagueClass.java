package org.leagueflow.life;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The sheet of a League class (团课), beside its meeting. */
@Entity
@Table(name = "league_class")
class LeagueClass {

	static final int MAX_THEME_LENGTH = 100;

	@Id
	private Long meetingId;

	private String theme;

	private String forms = "";

	private String lecturer;

	private int studyTenths;

	private String preparation;

	private Instant preparedAt;

	@Version
	private Integer version;

	protected LeagueClass() {
	}

	/** Takes the theme from the first topic that the meeting was called for, if any. */
	LeagueClass(long meetingId, String topics, int studyHours) {
		this.meetingId = meetingId;
		this.theme = (topics == null) ? null
				: topics.lines()
					.map(String::strip)
					.filter((line) -> !line.isEmpty())
					.findFirst()
					.map(LeagueClass::cut)
					.orElse(null);
		this.studyTenths = studyHours * 10;
	}

	private static String cut(String theme) {
		if (theme.length() <= MAX_THEME_LENGTH) {
			return theme;
		}
		boolean half = Character.isHighSurrogate(theme.charAt(MAX_THEME_LENGTH - 1));
		return theme.substring(0, half ? MAX_THEME_LENGTH - 1 : MAX_THEME_LENGTH);
	}

	void plan(ClassPlan plan, Instant now) {
		plan.check();
		this.theme = plan.theme();
		this.forms = plan.forms().stream().map(ClassForm::name).collect(Collectors.joining(","));
		this.lecturer = plan.lecturer();
		this.studyTenths = plan.tenths();
		if (plan.preparation() != null && this.preparation == null) {
			prepared(now);
		}
		this.preparation = plan.preparation();
	}

	/** Something was prepared: an outline, or material. */
	final void prepared(Instant now) {
		if (this.preparedAt == null) {
			this.preparedAt = now;
		}
	}

	long meetingId() {
		return this.meetingId;
	}

	String theme() {
		return this.theme;
	}

	List<ClassForm> forms() {
		return this.forms.isEmpty() ? List.of() : Arrays.stream(this.forms.split(",")).map(ClassForm::valueOf).toList();
	}

	String lecturer() {
		return this.lecturer;
	}

	int studyTenths() {
		return this.studyTenths;
	}

	/** The study hours in words, {@code 1.5}. */
	String studyHours() {
		return BigDecimal.valueOf(this.studyTenths, 1).stripTrailingZeros().toPlainString();
	}

	String preparation() {
		return this.preparation;
	}

	Instant preparedAt() {
		return this.preparedAt;
	}

}
