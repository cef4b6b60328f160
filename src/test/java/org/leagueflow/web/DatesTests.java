package org.leagueflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.springframework.context.i18n.LocaleContextHolder;

class DatesTests {

	private final BusinessClock clock = new BusinessClock(ZoneId.of("Asia/Shanghai"));

	private final Dates dates;

	private final Words words;

	DatesTests() throws IOException {
		this.dates = new Dates(WebConfiguration.messageSource(), this.clock);
		this.words = new Words(WebConfiguration.messageSource(), this.dates);
	}

	@BeforeEach
	void inChineseOnANovemberEvening() {
		LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
		this.clock.moveTo(Instant.parse("2026-11-22T15:30:00Z")); // 23:30 in Shanghai
	}

	@AfterEach
	void anyLanguage() {
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	void daysAreSaidWithoutTheYearUnlessItIsAnother() {
		assertThat(this.dates.day(LocalDate.of(2026, 11, 2))).isEqualTo("11月2日");
		assertThat(this.dates.day(LocalDate.of(2025, 11, 2))).isEqualTo("2025年11月2日");
		assertThat(this.dates.weekday(LocalDate.of(2026, 11, 22))).isEqualTo("2026年11月22日 星期日");
	}

	@Test
	void aMomentIsSaidInTheZoneWhereTheLeagueWorks() {
		assertThat(this.dates.moment(Instant.parse("2026-11-22T16:05:00Z"))).isEqualTo("11月23日 00:05");
	}

	@Test
	void deadlinesAreSaidInDays() {
		assertThat(this.dates.left(LocalDate.of(2026, 11, 25))).isEqualTo("还剩 3 天");
		assertThat(this.dates.left(Instant.parse("2026-11-22T15:59:00Z"))).isEqualTo("今天到期");
		assertThat(this.dates.left(LocalDate.of(2026, 11, 20))).isEqualTo("已逾期 2 天");
		assertThat(this.dates.pressure(LocalDate.of(2026, 11, 20))).isEqualTo("late");
		assertThat(this.dates.pressure(LocalDate.of(2026, 11, 25))).isEqualTo("soon");
		assertThat(this.dates.pressure(null)).isEqualTo("calm");
	}

	@Test
	void aDeadlineAtMidnightIsSaidOfTheDayThatItEnds() {
		Instant midnight = LocalDate.of(2026, 12, 26).atStartOfDay(this.clock.getZone()).toInstant();
		assertThat(this.dates.due(midnight)).isEqualTo("12月25日 还剩 33 天");
		assertThat(this.dates.iso(this.dates.lastDay(midnight))).isEqualTo("2026-12-25");
		assertThat(this.dates.due(LocalDate.of(2026, 12, 25))).isEqualTo("12月25日 还剩 33 天");
		this.clock.moveTo(midnight.minusSeconds(1));
		assertThat(this.dates.left(midnight)).isEqualTo("今天到期");
		this.clock.moveTo(midnight);
		assertThat(this.dates.left(midnight)).isEqualTo("已逾期 1 天");
	}

	@Test
	void englishReadersGetEnglish() {
		LocaleContextHolder.setLocale(Locale.ENGLISH);
		assertThat(this.dates.left(LocalDate.of(2026, 11, 23))).isEqualTo("1 day left");
		assertThat(this.dates.left(LocalDate.of(2026, 11, 20))).isEqualTo("2 days overdue");
		assertThat(this.dates.day(LocalDate.of(2026, 11, 2))).isEqualTo("2 Nov");
	}

	@Test
	void messagesSpeakTheirDatesAndInnerMessages() {
		assertThat(this.words.of(Message.of("refusal.web.500", LocalDate.of(2026, 11, 2)))).contains("11月2日");
		assertThat(this.words.of(Message.of("refusal.web.500", Message.of("dates.today")))).contains("今天到期");
	}

	@Test
	void whatWasKeptAsTextIsSaidLikeAnyOtherDate() {
		assertThat(this.words.of(Message.of("admission.told.approvalDue", "林晓", "FZ-2026-0001", "2026-12-25")))
			.contains("期限是 12月25日，");
		assertThat(this.words.of(Message.of("admission.told.ceremony", "林晓", "FZ-1", "2027-01-04T09:30", "礼堂")))
			.contains("定于 2027年1月4日 09:30 在");
		assertThat(this.words.of(Message.of("admission.told.ceremony", "林晓", "FZ-1", "2026-12-04 09:30", "礼堂")))
			.contains("定于 12月4日 09:30 在");
		assertThat(this.words.of(Message.of("refusal.web.500", "2026-13-45"))).contains("2026-13-45");
		LocaleContextHolder.setLocale(Locale.ENGLISH);
		assertThat(this.words.of(Message.of("admission.note.extended", "2027-02-01", "停课"))).contains("1 Feb 2027");
		assertThat(this.words.in(Locale.SIMPLIFIED_CHINESE, Message.of("admission.note.extended", "2027-02-01", "停课")))
			.as("a letter is Chinese, whoever caused it")
			.contains("2027年2月1日");
		assertThat(this.dates.day(LocalDate.of(2026, 11, 2))).as("the reader's language is back").isEqualTo("2 Nov");
	}

	@Test
	void numbersOfThingsAreSaidDigitByDigit() {
		assertThat(this.words.of(Message.of("refusal.web.500", 1234567L))).contains("编号 1234567 ");
		assertThat(this.words.of(Message.of("refusal.web.500", 2.50))).contains("编号 2.5 ");
		assertThat(this.words.of(Message.of("dates.left", 3))).isEqualTo("还剩 3 天");
	}

	@Test
	void whatIsNoKeySpeaksForItself() {
		assertThat(this.words.of("it's {as} it is")).isEqualTo("it's {as} it is");
		assertThat(this.words.of((Object) null)).isEmpty();
	}

}
