package org.leagueflow.inbox;

import java.util.Optional;
import org.leagueflow.kernel.Refusal;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which items a person looks for; a null leaves the field open.
 *
 * @param tab which list
 * @param text the beginning of a case number or of the subject's name
 * @param process the process id
 * @param stage the stage of the process
 * @param unitId the unit, with everything below it
 * @param overdue only items past their due date
 * @param sort the order
 * @param after the token of the page before; null for the first page
 */
record InboxFilter(Tab tab, String text, String process, String stage, Long unitId, Boolean overdue, Sort sort,
		String after) {

	InboxFilter {
		tab = (tab != null) ? tab : Tab.TODO;
		sort = (tab == Tab.DONE) ? Sort.CLOSED : (sort == Sort.NEWEST) ? Sort.NEWEST : Sort.DUE;
		overdue = Boolean.TRUE.equals(overdue);
		text = blank(text);
		process = blank(process);
		stage = blank(stage);
	}

	/** The plain list. */
	static InboxFilter of(Tab tab) {
		return new InboxFilter(tab, null, null, null, null, false, null, null);
	}

	InboxFilter by(Sort order) {
		return new InboxFilter(this.tab, this.text, this.process, this.stage, this.unitId, this.overdue, order, null);
	}

	InboxFilter after(String token) {
		return new InboxFilter(this.tab, this.text, this.process, this.stage, this.unitId, this.overdue, this.sort,
				token);
	}

	/** The filter as a query string, for links to the next page. */
	String link(String token) {
		UriComponentsBuilder link = UriComponentsBuilder.fromPath("/inbox").queryParam("tab", this.tab);
		link.queryParamIfPresent("text", Optional.ofNullable(this.text));
		link.queryParamIfPresent("process", Optional.ofNullable(this.process));
		link.queryParamIfPresent("stage", Optional.ofNullable(this.stage));
		link.queryParamIfPresent("unitId", Optional.ofNullable(this.unitId));
		link.queryParamIfPresent("overdue", this.overdue ? Optional.of(true) : Optional.empty());
		link.queryParamIfPresent("sort", Optional.of(this.sort));
		link.queryParamIfPresent("after", Optional.ofNullable(token));
		return link.encode().toUriString();
	}

	public boolean narrowed() {
		return this.text != null || this.process != null || this.stage != null || this.unitId != null || this.overdue;
	}

	private static String blank(String value) {
		return (value == null || value.isBlank()) ? null : value.strip();
	}

	/** The lists. */
	enum Tab {

		/** Items that wait for me. */
		TODO,
		/** Items that I answered. */
		DONE,
		/** Cases that I started. */
		STARTED,
		/** Items that wait for anybody in the units I hold a post over. */
		UNITS

	}

	/** The orders. */
	enum Sort {

		/** Newest first. */
		NEWEST,
		/** Nearest deadline first, items without one last. */
		DUE,
		/** Last answered first. */
		CLOSED

	}

	/**
	 * Where a page ended.
	 *
	 * @param moment the ordering moment in milliseconds, 0 when ids alone order
	 * @param id the last item's id
	 */
	record Token(long moment, long id) {

		static Token read(String text) {
			if (!text.matches("-?\\d{1,18}\\.\\d{1,18}")) {
				throw new Refusal.Invalid("refusal.inbox.page");
			}
			String[] parts = text.split("\\.");
			return new Token(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
		}

		@Override
		public String toString() {
			return this.moment + "." + this.id;
		}

	}

}
