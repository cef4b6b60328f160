package org.leagueflow.engine;

import java.util.List;
import java.util.Map;

/**
 * Checks whether a process folder says everything that the application has to know; used
 * by tests and by start-up.
 */
public interface Models {

	/**
	 * Checks one process folder beside those that ship with the application.
	 * @param process the folder's name
	 * @param files every file of {@code bpmn/<process>} and {@code forms/<process>} by
	 * path, such as {@code forms/award/review.form}
	 * @return every fault, each saying what to do; empty when all is well
	 */
	default List<ModelFault> check(String process, Map<String, String> files) {
		return check(process, files, folders());
	}

	/**
	 * Checks one process folder.
	 * @param folders the folders whose processes it may call, each with its files by path
	 */
	List<ModelFault> check(String process, Map<String, String> files, Map<String, Map<String, String>> folders);

	/**
	 * What of a folder's diagram is drawn on something else, so that it cannot be read.
	 * It runs nevertheless.
	 * @param process the folder's name
	 * @param files as for {@link #check}
	 * @return each pair of overlapping parts; empty when all can be read
	 */
	List<ModelFault> overlaps(String process, Map<String, String> files);

	/** The folders that ship with the application, each with its files by path. */
	Map<String, Map<String, String>> folders();

}
