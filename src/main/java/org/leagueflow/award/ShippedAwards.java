package org.leagueflow.award;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The definitions in {@code award/*.json} that an office may start from, by file name
 * without ending. Their numbers are examples of schools.
 */
@Component
class ShippedAwards {

	private final Map<String, String> definitions = new LinkedHashMap<>();

	ShippedAwards() {
		try {
			Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:award/*.json");
			Arrays.sort(files, Comparator.comparing(Resource::getFilename));
			for (Resource file : files) {
				this.definitions.put(file.getFilename().replace(".json", ""),
						file.getContentAsString(StandardCharsets.UTF_8));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The JSON of each, by key. */
	Map<String, String> all() {
		return this.definitions;
	}

	Optional<String> json(String key) {
		return Optional.ofNullable(this.definitions.get(key));
	}

	/** The name of each, by key. */
	Map<String, String> names() {
		Map<String, String> names = new LinkedHashMap<>();
		this.definitions.forEach((key, json) -> names.put(key, AwardDefinition.read(json).name()));
		return names;
	}

}
