package org.leagueflow.kernel;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at start, in words instead of a stack trace, why the key cannot be used. */
class ServerKeyAnalyzer extends AbstractFailureAnalyzer<ServerKey.Unusable> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ServerKey.Unusable cause) {
		return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
	}

}
