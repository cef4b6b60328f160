package org.leagueflow.engine;

import java.util.List;

/** The process folders that the nodes did not deploy, and why. */
public interface FaultyFolders {

	/** By process; empty when all is well. */
	List<FaultyFolder> all();

	/**
	 * A folder that was not deployed, or an earlier edition with cases that would be
	 * refused today.
	 *
	 * @param node whose folder it is
	 * @param process the folder's name
	 * @param name what people call the process, or its id where it was never deployed
	 * @param version the version in use instead, or 0 when there is none
	 * @param earlier whether it is about that version itself, which still has running
	 * cases
	 * @param faults what to mend
	 */
	record FaultyFolder(String node, String process, String name, int version, boolean earlier,
			List<ModelFault> faults) {

		/** What becomes of it: {@code instead}, {@code never} or {@code earlier}. */
		public String why() {
			if (this.earlier) {
				return "earlier";
			}
			return (this.version == 0) ? "never" : "instead";
		}

	}

}
