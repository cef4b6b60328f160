package org.leagueflow.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leagueflow.engine.Catalogue;
import org.leagueflow.kernel.Actor;
import org.leagueflow.web.HomePanel;
import org.leagueflow.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the case file adds to the shell: its menu entry, and running cases on the home
 * page.
 */
@Configuration(proxyBeanMethods = false)
class CaseMenu {

	@Bean
	MenuEntry casesMenuEntry() {
		return new MenuEntry("cases", "/cases", "folder2-open", Set.of(), 30);
	}

	@Bean
	HomePanel runningCases(Cases cases, CasePages pages, Catalogue catalogue) {
		return new RunningCases(cases, pages, catalogue);
	}

	/**
	 * What the reader applied for and is still running, as stage bars; cases that another
	 * part of the application opened, such as meetings, have pages of their own.
	 */
	record RunningCases(Cases cases, CasePages pages, Catalogue catalogue) implements HomePanel {

		@Override
		public int order() {
			return 20;
		}

		@Override
		public String template() {
			return "cases/panel";
		}

		@Override
		public Optional<Map<String, Object>> model(Actor reader) {
			return Optional.of(cards(reader))
				.filter((cards) -> !cards.isEmpty())
				.map((cards) -> Map.of("cards", cards, "names", this.pages));
		}

		private List<CaseCard> cards(Actor reader) {
			CaseFilter mine = new CaseFilter(null, null, CaseState.OPEN, null, true, null);
			return this.cases.list(mine, reader, 20).rows().stream().filter(this::appliedFor).limit(5).toList();
		}

		private boolean appliedFor(CaseCard card) {
			return this.catalogue.find(card.process()).filter(Catalogue.ProcessInfo::startable).isPresent();
		}

	}

}
