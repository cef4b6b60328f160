package org.leagueflow.engine;

import java.time.Instant;
import java.util.List;

/** The nodes of this installation and the editions of the processes that they run. */
public interface Nodes {

	/** Every node that was seen lately, by name. */
	List<Node> all();

	/** The editions that some node runs, and the newest of every process. */
	List<Edition> editions();

	/**
	 * A node.
	 *
	 * @param builtAt when its program was built
	 * @param startedAt since when it serves
	 * @param seenAt when it last said that it serves
	 * @param serving whether that was just now
	 */
	record Node(String name, Instant builtAt, Instant startedAt, Instant seenAt, boolean serving) {
	}

	/**
	 * An edition of a process folder.
	 *
	 * @param process the process id
	 * @param name what people call the process
	 * @param number the version's number, null for a folder without a diagram
	 * @param builtAt when the newest program that carries it was built, null where that
	 * was not recorded yet
	 * @param deployedAt when it was deployed
	 * @param newest whether it is the newest of its process
	 * @param nodes the serving nodes that start new cases in it
	 * @param strangers those of them that carry another edition themselves, which an
	 * older program never deploys
	 */
	record Edition(String process, String name, Integer number, Instant builtAt, Instant deployedAt, boolean newest,
			List<String> nodes, List<String> strangers) {
	}

}
