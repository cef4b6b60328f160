package org.leagueflow.cases;

import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The letters that a process's case numbers begin with: {@code leagueflow.cases.series.*}
 * or, without it, the first two letters of the process id.
 */
@Component
class CaseSeries {

	private final Environment environment;

	CaseSeries(Environment environment) {
		this.environment = environment;
	}

	String of(String process) {
		String letters = process.substring(0, Math.min(2, process.length())).toUpperCase(Locale.ROOT);
		return this.environment.getProperty("leagueflow.cases.series." + process, letters);
	}

}
