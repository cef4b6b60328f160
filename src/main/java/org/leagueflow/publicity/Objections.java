package org.leagueflow.publicity;

import java.util.List;
import java.util.Map;
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
	 * Records what was decided on an objection; whoever is announced or objected does not
	 * decide.
	 * @throws org.leagueflow.kernel.Refusal.Conflict when it is settled already
	 */
	void settle(long objectionId, boolean upheld, String reason, Actor by);

	/**
	 * The same for the answer of a task: an open objection to the case's latest notice of
	 * that matter.
	 * @throws org.leagueflow.kernel.Refusal.Conflict when none waits
	 */
	void investigate(CaseId caseId, String matter, Finding finding, Actor by);

	/** What the form of such a task offers: the open objections, the oldest chosen. */
	Map<String, Object> offered(CaseId caseId, String matter);

	/** Those to the case's notices that wait for a decision, the oldest first. */
	List<ObjectionCard> openOf(CaseId caseId);

	/** Every objection to notices of the case, for those who settle them. */
	List<ObjectionCard> objectionsOf(CaseId caseId);

	/**
	 * What somebody writes in an objection.
	 *
	 * @param name the objector, or blank for none
	 * @param contact how to reach the objector
	 * @param content what is wrong
	 * @param subject the number of the subject on the notice, from 0, or null for all
	 */
	record Objecting(String name, String contact, String content, Integer subject) {

		public Objecting(String name, String contact, String content) {
			this(name, contact, content, null);
		}

		public boolean anonymous() {
			return this.name == null || this.name.isBlank();
		}

	}

}
