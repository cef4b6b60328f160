package org.leagueflow.publicity;

import java.util.List;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;

/** Takes objections to public notices and records what became of them. */
public interface Objections {

	/**
	 * Files an objection while the notice is public.
	 * @param by the person when signed in, otherwise null; kept only with a name
	 * @return the objection's id
	 * @throws org.leagueflow.kernel.Refusal.NotFound when the notice is not public (any
	 * more)
	 * @throws org.leagueflow.kernel.Refusal.Invalid when name or contact are missing and
	 * policy wants them, or there is no content
	 */
	long file(long noticeId, Objecting objecting, Actor by);

	/**
	 * Records the committee's decision; whoever is announced does not decide.
	 * @throws org.leagueflow.kernel.Refusal.Conflict when it is settled already
	 */
	void settle(long objectionId, boolean upheld, String reason, Actor by);

	/** Every objection to notices of the case, for those who settle them. */
	List<ObjectionCard> objectionsOf(CaseId caseId);

	/**
	 * What somebody writes in an objection.
	 *
	 * @param name the objector, or blank for none
	 * @param contact how to reach the objector
	 * @param content what is wrong
	 */
	record Objecting(String name, String contact, String content) {

		public boolean anonymous() {
			return this.name == null || this.name.isBlank();
		}

	}

}
