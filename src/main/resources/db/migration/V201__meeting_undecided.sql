-- Tellers are asked on the home page for the ballots that wait for their count.
CREATE INDEX meeting_round_undecided ON meeting_round (decided_at, teller_one);
