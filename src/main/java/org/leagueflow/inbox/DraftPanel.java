package org.leagueflow.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.engine.Catalogue;
import org.leagueflow.engine.Catalogue.ProcessInfo;
import org.leagueflow.forms.Draft;
import org.leagueflow.forms.Drafts;
import org.leagueflow.kernel.Actor;
import org.leagueflow.web.HomePanel;
import org.springframework.stereotype.Component;

/** What the reader began to fill in and can go on with, on the home page. */
@Component
class DraftPanel implements HomePanel {

	private static final int MAX_SHOWN = 5;

	private final Drafts drafts;

	private final Catalogue catalogue;

	private final InboxItems items;

	private final Holders holders;

	private final StartRules rules;

	DraftPanel(Drafts drafts, Catalogue catalogue, InboxItems items, Holders holders, StartRules rules) {
		this.drafts = drafts;
		this.catalogue = catalogue;
		this.items = items;
		this.holders = holders;
		this.rules = rules;
	}

	@Override
	public int order() {
		return 8;
	}

	@Override
	public String template() {
		return "inbox/drafts";
	}

	@Override
	public Optional<Map<String, Object>> model(Actor reader) {
		List<Unfinished> rows = this.drafts.of(reader.personId())
			.stream()
			.flatMap((draft) -> unfinished(draft, reader).stream())
			.limit(MAX_SHOWN)
			.toList();
		return rows.isEmpty() ? Optional.empty() : Optional.of(Map.of("rows", rows));
	}

	/** Empty for a task that is no longer this person's to answer. */
	private Optional<Unfinished> unfinished(Draft draft, Actor reader) {
		String of = draft.key().substring(draft.key().indexOf(':') + 1);
		if (draft.key().equals(Draft.ofStart(of))) {
			return this.catalogue.find(of)
				.filter(ProcessInfo::startable)
				.filter((info) -> !this.rules.offered(of, reader))
				.map((info) -> new Unfinished("/start/" + of, info.name(), null, draft.savedAt()));
		}
		return this.items.find(of)
			.filter(InboxItem::open)
			.filter((item) -> this.holders.holds(reader, item.holder()))
			.map((item) -> new Unfinished("/inbox/" + of, item.name(), item.title(), draft.savedAt()));
	}

	/** A form that was begun: where it is, its name and what it is about, or null. */
	record Unfinished(String path, String name, String about, Instant savedAt) {
	}

}
