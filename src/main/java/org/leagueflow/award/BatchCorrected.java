package org.leagueflow.award;

/** Something was corrected in a batch, or a recount of it was settled. */
record BatchCorrected(long batchId) {
}
