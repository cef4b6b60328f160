package org.leagueflow.kernel;

/** Identifies one case file, and with it the process instance that moves it. */
public record CaseId(long value) {

	/** The business key that the engine knows the case by. */
	public String key() {
		return Long.toString(this.value);
	}

	public static CaseId of(String key) {
		return new CaseId(Long.parseLong(key));
	}

	@Override
	public String toString() {
		return key();
	}

}
