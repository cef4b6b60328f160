package org.leagueflow.people;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at start, in words instead of a stack trace, that the key is missing. */
class IdNumberKeyAnalyzer extends AbstractFailureAnalyzer<IdNumberKey.Missing> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, IdNumberKey.Missing cause) {
		return new FailureAnalysis(cause.getMessage(), "Set LEAGUEFLOW_CRYPTO_KEY and start again.", cause);
	}

}
