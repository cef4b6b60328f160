package org.leagueflow.inbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leagueflow.inbox.InboxFilter.Sort;
import org.leagueflow.inbox.InboxFilter.Tab;
import org.leagueflow.kernel.Actor;
import org.leagueflow.web.HomePanel;
import org.leagueflow.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the lists add to the shell: menu entries and the to-dos on the home page. */
@Configuration(proxyBeanMethods = false)
class InboxMenu {

	@Bean
	MenuEntry inboxMenuEntry() {
		return new MenuEntry("inbox", "/inbox", "inbox", Set.of(), 10);
	}

	@Bean
	MenuEntry startMenuEntry() {
		return new MenuEntry("start", "/start", "plus-circle", Set.of(), true, 42);
	}

	@Bean
	ToDos toDos(ListService lists, StartService starts) {
		return new ToDos(lists, starts);
	}

	/**
	 * How much waits for the reader and what is due first, or that something may be
	 * begun.
	 */
	record ToDos(ListService lists, StartService starts) implements HomePanel {

		private static final int MAX_SHOWN = 5;

		@Override
		public int order() {
			return 10;
		}

		@Override
		public String template() {
			return "inbox/panel";
		}

		@Override
		public Optional<Map<String, Object>> model(Actor reader) {
			InboxFilter due = InboxFilter.of(Tab.TODO).by(Sort.DUE);
			ListService.ItemList list = this.lists.list(due, reader, MAX_SHOWN);
			List<InboxItem> rows = list.page().rows();
			boolean mayStart = rows.isEmpty()
					&& this.starts.all(reader).stream().anyMatch((one) -> one.whyNot() == null);
			return Optional.of(Map.of("count", list.total(), "rows", rows, "mayStart", mayStart, "now",
					this.lists.now(), "notes", this.lists.notes(rows)));
		}

	}

}
