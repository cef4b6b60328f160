package org.leagueflow.marks;

import java.util.List;
import java.util.Map;

/**
 * A person's marks as the page shows them.
 *
 * @param before what stood before, by the mark that stands
 * @param items what the reader may enter marks in
 */
record MarkPersonPage(long person, String name, String unit, List<MarkValue> marks, Map<Long, List<MarkValue>> before,
		List<MarkItemCard> items) {

	public List<MarkValue> before(MarkValue mark) {
		return this.before.getOrDefault(mark.markId(), List.of());
	}

}
