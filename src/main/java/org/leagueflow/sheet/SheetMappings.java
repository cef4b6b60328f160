package org.leagueflow.sheet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.springframework.stereotype.Component;

/** Remembers for each unit what the columns under a heading mean. */
@Component
public class SheetMappings {

	private final SheetMappingRepository mappings;

	private final BusinessClock clock;

	SheetMappings(SheetMappingRepository mappings, BusinessClock clock) {
		this.mappings = mappings;
		this.clock = clock;
	}

	/** A heading's name: the same titles in the same columns have the same one. */
	public static String heading(List<String> titles) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256")
				.digest(String.join("\u0001", titles).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What the unit, or else the nearest one above it, said the last time.
	 * @param units the unit and those above, nearest first
	 */
	public Optional<Said> find(List<Long> units, String purpose, String heading) {
		List<SheetMapping> known = this.mappings.findByPurposeAndHeadingAndUnitIdIn(purpose, heading, units);
		return units.stream()
			.flatMap((unit) -> known.stream().filter((mapping) -> mapping.unitId() == unit))
			.findFirst()
			.map(SheetMapping::said);
	}

	/** Remembers it for the unit, in place of what was said before. */
	public void remember(long unitId, String purpose, String heading, String json, Actor by) {
		SheetMapping mapping = this.mappings.findByPurposeAndHeadingAndUnitIdIn(purpose, heading, List.of(unitId))
			.stream()
			.findFirst()
			.orElseGet(() -> new SheetMapping(unitId, purpose, heading));
		mapping.says(json, by, this.clock.instant());
		this.mappings.save(mapping);
	}

	/** What was said, as JSON, by whom and when. */
	public record Said(String json, String by, Instant at) {
	}

}
