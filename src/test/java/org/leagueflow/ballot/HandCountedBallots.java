package org.leagueflow.ballot;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.leagueflow.kernel.Actor;
import org.springframework.stereotype.Component;

/**
 * The ballot holder of tests, whose papers are counted by hand before the box is opened.
 */
@Component
class HandCountedBallots implements BallotHolder {

	private final Set<Long> waiting = ConcurrentHashMap.newKeySet();

	void first(long ballot) {
		this.waiting.add(ballot);
	}

	@Override
	public boolean mayWatch(long ballot, Actor reader) {
		return false;
	}

	@Override
	public Optional<String> home(long ballot) {
		return Optional.empty();
	}

	@Override
	public boolean closing(long ballot) {
		return true;
	}

	@Override
	public Optional<String> countsFirst(long ballot) {
		return this.waiting.contains(ballot) ? Optional.of("/") : Optional.empty();
	}

	@Override
	public void shut(long ballot, Actor by) {
		// there is no meeting to tell
	}

	@Override
	public void closed(BallotResult result, Actor by) {
		// there is no meeting to tell
	}

}
