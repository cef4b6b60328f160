package org.leagueflow.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.leagueflow.kernel.Json;
import org.springframework.stereotype.Component;

/**
 * The festival calendar ({@code plan/festivals.json}): days that are the same every year,
 * and lunar ones for the years whose dates are known.
 */
@Component
class Festivals {

	private final JsonNode calendar;

	Festivals() {
		try (InputStream file = Festivals.class.getResourceAsStream("/plan/festivals.json")) {
			this.calendar = Json.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Those of a year by day; lunar ones only where they are known. */
	List<Festival> of(int year) {
		List<Festival> days = new ArrayList<>();
		this.calendar.get("fixed")
			.forEach((one) -> days.add(new Festival(one.get("key").asText(),
					LocalDate.of(year, one.get("month").asInt(), one.get("day").asInt()))));
		this.calendar.get("lunar").forEach((one) -> {
			JsonNode day = one.get("days").get(Integer.toString(year));
			if (day != null) {
				days.add(new Festival(one.get("key").asText(), LocalDate.parse(day.asText())));
			}
		});
		return days.stream().sorted(Comparator.comparing(Festival::day)).toList();
	}

	/** Whether the lunar days of the year are known. */
	boolean lunar(int year) {
		return this.calendar.get("lunar").get(0).get("days").has(Integer.toString(year));
	}

	boolean knows(String key) {
		Set<String> keys = new HashSet<>();
		this.calendar.get("fixed").forEach((one) -> keys.add(one.get("key").asText()));
		this.calendar.get("lunar").forEach((one) -> keys.add(one.get("key").asText()));
		return keys.contains(key);
	}

}
