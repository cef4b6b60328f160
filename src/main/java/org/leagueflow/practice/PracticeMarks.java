package org.leagueflow.practice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.data.jpa.repository.JpaRepository;

/** All marks of the practice college: its units, its persons and the chapters told. */
interface PracticeMarks extends JpaRepository<PracticeMark, String> {

	List<PracticeMark> findByNameStartingWithOrderByName(String start);

	default void set(String kind, String name, long ref) {
		save(new PracticeMark(kind, name, ref));
	}

	default boolean isSet(String kind, String name) {
		return existsById(kind + ":" + name);
	}

	/** What is marked of this kind, by name. */
	default Map<String, Long> all(String kind) {
		Map<String, Long> all = new LinkedHashMap<>();
		findByNameStartingWithOrderByName(kind + ":")
			.forEach((mark) -> all.put(mark.getId().substring(kind.length() + 1), mark.ref()));
		return all;
	}

}
