package org.leagueflow.life;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.meeting.MeetingFacade;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.web.HomePanel;
import org.springframework.stereotype.Component;

/**
 * On the home page: what is due, for those who call a branch's meetings; who is behind,
 * for those above.
 */
@Component
class LifePanel implements HomePanel {

	private final LifeRights rights;

	private final BranchService branches;

	private final MeetingFacade facade;

	LifePanel(LifeRights rights, BranchService branches, MeetingFacade facade) {
		this.rights = rights;
		this.branches = branches;
		this.facade = facade;
	}

	@Override
	public int order() {
		return 45;
	}

	@Override
	public String template() {
		return "life/panel";
	}

	@Override
	public Optional<Map<String, Object>> model(Actor reader) {
		if (this.rights.leadsAnything(reader)) {
			// Many branches are reckoned once the page is there.
			return Optional.of(Map.of("later", true));
		}
		return called(reader).map((branch) -> Map.of("branch", branch, "pressing", pressing(branch, reader)));
	}

	/** The branch whose meetings the reader calls. */
	private Optional<UnitCard> called(Actor reader) {
		return reader.posts().isEmpty() ? Optional.empty()
				: this.rights.own(reader).filter((branch) -> this.facade.convenes(reader, branch.id()));
	}

	private List<DutyStatus> pressing(UnitCard branch, Actor reader) {
		return this.branches.statuses(branch.id(), reader).stream().filter(DutyStatus::pressing).toList();
	}

}
