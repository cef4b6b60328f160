package org.leagueflow.forms;

import java.util.Optional;
import org.leagueflow.kernel.Actor;

/**
 * Decides who may read an attachment; any one that agrees is enough. The uploader always
 * may.
 */
public interface AttachmentAccess {

	boolean mayRead(AttachmentCard attachment, Actor by);

	/**
	 * The path of the page that asks a reader why he opens the file, where that has to be
	 * said first.
	 */
	default Optional<String> asks(AttachmentCard attachment, Actor by) {
		return Optional.empty();
	}

	/** Told when somebody opens a file that he did not upload. */
	default void opened(AttachmentCard attachment, Actor by) {
	}

}
