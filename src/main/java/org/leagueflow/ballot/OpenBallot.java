package org.leagueflow.ballot;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.function.Supplier;

/**
 * A running ballot with its keys, as long as this node remembers them.
 *
 * @param door many go through at a time until one closes it. The database's keys do the
 * same across nodes; H2 does not let a row wait for the end of its parent.
 */
record OpenBallot(Ballot ballot, BallotKeys keys, ReadWriteLock door) {

	<T> T enter(Supplier<T> adding) {
		Lock lock = this.door.readLock();
		lock.lock();
		try {
			return adding.get();
		}
		finally {
			lock.unlock();
		}
	}

}
