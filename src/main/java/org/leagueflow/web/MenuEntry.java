package org.leagueflow.web;

import java.util.Set;
import org.leagueflow.kernel.Actor;

/**
 * A page that stands in the menu; every module contributes its own as a bean.
 *
 * @param key the entry's name, which is the third argument of {@code layout} on its pages
 * and, as {@code menu.<key>}, the message key of its label
 * @param path where it leads, {@code /inbox}
 * @param icon a name of bootstrap-icons without {@code bi-}, {@code inbox}
 * @param roles who sees it: role names, any one of which is enough; empty for everybody
 * who is signed in
 * @param takesPart whether it leads to something that whoever only oversees never does
 * @param order small numbers stand first; the first four also stand in the bar at the
 * bottom of a phone
 */
public record MenuEntry(String key, String path, String icon, Set<String> roles, boolean takesPart, int order) {

	/** Also for whoever only oversees. */
	public MenuEntry(String key, String path, String icon, Set<String> roles, int order) {
		this(key, path, icon, roles, false, order);
	}

	public boolean shownTo(Actor reader) {
		return !(this.takesPart && reader.oversees())
				&& (this.roles.isEmpty() || this.roles.stream().anyMatch(reader::holds));
	}

}
