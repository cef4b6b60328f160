package org.leagueflow.forms;

import org.leagueflow.kernel.Actor;

/**
 * Decides who may read an attachment; any one that agrees is enough. The uploader always
 * may.
 */
public interface AttachmentAccess {

	boolean mayRead(AttachmentCard attachment, Actor by);

}
