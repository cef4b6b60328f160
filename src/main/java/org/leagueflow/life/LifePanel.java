package org.leagueflow.life;

import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.Actor;
import org.leagueflow.meeting.MeetingDesk;
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

	private final MeetingDesk desk;

	LifePanel(LifeRights rights, BranchService branches, MeetingDesk desk) {
		this.rights = rights;
		this.branches = branches;
		this.desk = desk;
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
	public boolean shownTo(Actor reader) {
		return this.rights.leadsAnything(reader) || calls(reader);
	}

	private boolean calls(Actor reader) {
		return !reader.posts().isEmpty()
				&& this.rights.own(reader).filter((branch) -> this.desk.convenes(reader, branch.id())).isPresent();
	}

	@Override
	public Map<String, Object> model(Actor reader) {
		if (this.rights.leadsAnything(reader)) {
			// Many branches are reckoned once the page is there.
			return Map.of("later", true);
		}
		UnitCard branch = this.rights.own(reader).orElseThrow();
		List<Standing> pressing = this.branches.standings(branch.id(), reader)
			.stream()
			.filter(Standing::pressing)
			.toList();
		return Map.of("branch", branch, "pressing", pressing);
	}

}
