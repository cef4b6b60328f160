package org.leagueflow.account;

import java.time.Instant;

/**
 * The recent attempts under one key.
 *
 * @param successes accounts that got in from this address; 1 or 0 for a single account
 * @param lastAt the last try that was let through
 */
record AttemptCount(int failures, int successes, Instant lastAt) {
}
