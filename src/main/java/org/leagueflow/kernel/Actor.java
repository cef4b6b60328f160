package org.leagueflow.kernel;

import java.io.Serializable;
import java.util.List;

/**
 * Who does something: a signed-in person with the posts held today, or the system itself.
 *
 * @param personId the person, 0 for the system
 * @param account the log-in name
 * @param name the person's name as shown
 * @param posts the roles held today, each at a unit
 */
public record Actor(long personId, String account, String name, List<Post> posts) implements Serializable {

	/** Timers, clean-up and start-up act under this name. */
	public static final Actor SYSTEM = new Actor(0, "system", "系统", List.of());

	public boolean isSystem() {
		return this.personId == 0;
	}

	/**
	 * Whether the person oversees and so takes no part: an auditor whatever else is held,
	 * or an administrator who holds no post of the League.
	 */
	public boolean oversees() {
		return holds(Roles.AUDITOR)
				|| holds(Roles.ADMIN) && this.posts.stream().allMatch((post) -> post.role().equals(Roles.ADMIN));
	}

	/** Whether the role is held anywhere. */
	public boolean holds(String role) {
		return this.posts.stream().anyMatch((post) -> post.role().equals(role));
	}

	/** Whether the role is held at exactly this unit. */
	public boolean holdsAt(String role, long unitId) {
		return this.posts.stream().anyMatch((post) -> post.role().equals(role) && post.unitId() == unitId);
	}

	/** Whether the role is held at the unit with this path or at one above it. */
	public boolean holdsOver(String role, String unitPath) {
		return this.posts.stream().anyMatch((post) -> post.role().equals(role) && post.reaches(unitPath));
	}

}
