package org.leagueflow.cases;

import java.util.Optional;
import org.leagueflow.kernel.Message;

/**
 * Says when the subject of a process's case may no longer withdraw. A process without
 * such a bean lets the subject withdraw until the case ends.
 */
public interface EndingRule {

	String process();

	/** Why it is too late, or empty. */
	Optional<Message> whyNotWithdraw(CaseCard card);

}
