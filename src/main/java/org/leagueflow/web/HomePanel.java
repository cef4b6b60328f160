package org.leagueflow.web;

import java.util.Map;
import java.util.Optional;
import org.leagueflow.kernel.Actor;

/**
 * A part of the home page; modules contribute their own as beans. Its template holds a
 * fragment {@code panel(p)}, to which the model is given as {@code p}.
 */
public interface HomePanel {

	/**
	 * Small numbers stand first: to-dos 10, running cases 20, notices 30, meetings 40.
	 */
	int order();

	/** The template that holds the fragment, {@code inbox/panel}. */
	String template();

	/** What the panel shows to this reader, or empty when it has nothing to say. */
	Optional<Map<String, Object>> model(Actor reader);

}
