package org.leagueflow.engine;

import org.leagueflow.kernel.Message;

/**
 * Something in a process folder that would go wrong later.
 *
 * @param file the file's path, {@code bpmn/award/award.bpmn}
 * @param line the line in it, or 0 when it is about the file as a whole
 * @param box what it is about as people know it: name and id, or null
 * @param what what is wrong and what to do
 * @param said what the engine or a reader of the language says, in its own English words,
 * or null
 */
public record ModelFault(String file, int line, String box, Message what, String said) {

	/** File and line, as editors understand them. */
	public String place() {
		return (this.line > 0) ? this.file + ":" + this.line : this.file;
	}

}
