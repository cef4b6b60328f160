package org.leagueflow.kernel;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at start, in words instead of a stack trace, that the key is missing. */
class ServerKeyAnalyzer extends AbstractFailureAnalyzer<ServerKey.Missing> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ServerKey.Missing cause) {
		return new FailureAnalysis(cause.getMessage(), "Set LEAGUEFLOW_CRYPTO_KEY and start again.", cause);
	}

}
