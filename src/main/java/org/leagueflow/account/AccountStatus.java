package org.leagueflow.account;

import java.util.List;
import org.leagueflow.kernel.Post;

/**
 * The status of an account at this moment.
 *
 * @param stamp the security stamp; sessions with another one end
 * @param mustChange whether the password must be changed first
 * @param open whether the owner may use the application at all
 * @param posts the posts held today
 */
record AccountStatus(long stamp, boolean mustChange, boolean open, List<Post> posts) {
}
