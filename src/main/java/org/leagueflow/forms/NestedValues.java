package org.leagueflow.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads and writes values in nested maps by their path. */
final class NestedValues {

	private NestedValues() {
	}

	static Object get(Map<?, ?> map, List<String> path) {
		Object value = map;
		for (String step : path) {
			value = (value instanceof Map<?, ?> level) ? level.get(step) : null;
		}
		return value;
	}

	static boolean has(Map<?, ?> map, List<String> path) {
		Object parent = get(map, path.subList(0, path.size() - 1));
		return parent instanceof Map<?, ?> level && level.containsKey(path.get(path.size() - 1));
	}

	@SuppressWarnings("unchecked")
	static void put(Map<String, Object> map, List<String> path, Object value) {
		Map<String, Object> level = map;
		for (String step : path.subList(0, path.size() - 1)) {
			Object next = level.get(step);
			if (!(next instanceof Map)) {
				next = new LinkedHashMap<String, Object>();
				level.put(step, next);
			}
			level = (Map<String, Object>) next;
		}
		level.put(path.get(path.size() - 1), value);
	}

	/** A copy whose maps can be changed without touching the original. */
	static Map<String, Object> copy(Map<?, ?> map) {
		Map<String, Object> copy = new LinkedHashMap<>();
		map.forEach((name, value) -> copy.put(String.valueOf(name),
				(value instanceof Map<?, ?> level) ? copy(level) : value));
		return copy;
	}

	/** Lays the second map over the first. */
	static Map<String, Object> merge(Map<?, ?> below, Map<?, ?> above) {
		Map<String, Object> merged = copy(below);
		above.forEach((name, value) -> {
			Object old = merged.get(name);
			merged.put(String.valueOf(name), (old instanceof Map<?, ?> under && value instanceof Map<?, ?> over)
					? merge(under, over) : (value instanceof Map<?, ?> level) ? copy(level) : value);
		});
		return merged;
	}

}
