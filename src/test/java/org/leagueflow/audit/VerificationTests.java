package org.leagueflow.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.audit.Verification.State;
import org.leagueflow.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A long record is verified batch by batch, and goes on from where it was. */
@StoryTest
class VerificationTests {

	private static final Actor AUDITOR = new Actor(9, "auditor", "审计员", List.of());

	@Autowired
	VerificationService service;

	@Autowired
	Verifications verifications;

	@Autowired
	SealService seals;

	@Autowired
	Sealer sealer;

	@Autowired
	AuditLog auditLog;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	TransactionTemplate transaction;

	@Test
	void itIsTakenUpBatchByBatchAndTheNextOneBeginsWhereItEnded() {
		this.transaction.executeWithoutResult((status) -> {
			sealed(7);
			this.service.begin(true, AUDITOR);
			assertThat(this.service.goOn(3)).isTrue();
			Verification half = this.verifications.get();
			assertThat(half).matches(Verification::running).extracting(Verification::seq).isEqualTo(3L);
			end();
			Verification whole = this.verifications.get();
			assertThat(whole.result()).matches(VerificationResult::good);
			assertThat(whole.seq()).isEqualTo(this.seals.head().seq());
			sealed(2);
			this.service.begin(false, AUDITOR);
			assertThat(this.verifications.get().firstSeq()).isEqualTo(whole.seq());
			end();
			assertThat(this.verifications.get().result().good()).isTrue();
			status.setRollbackOnly();
		});
	}

	@Test
	void aPointThatSomebodyMovedIsNotTrusted() {
		this.transaction.executeWithoutResult((status) -> {
			sealed(5);
			Seals.Head head = this.seals.head();
			Verification forged = new Verification(State.GOOD, 9L, "审计员", null, null, 0, head.seq(), head.hash(),
					"0".repeat(64), head.seq(), 0, null, null);
			this.verifications.write(forged);
			this.service.begin(false, AUDITOR);
			assertThat(this.verifications.get().firstSeq()).isZero();
			Verification running = this.verifications.get();
			this.verifications.write(new Verification(State.RUNNING, 9L, "审计员", running.begunAt(), null, 0, head.seq(),
					head.hash(), running.mark(), head.seq(), 0, null, null));
			this.jdbc.update("UPDATE audit_entry SET detail = '\"x\"' WHERE id = "
					+ "(SELECT entry_id FROM audit_seal WHERE seq = ?)", head.seq());
			end();
			assertThat(this.verifications.get().result().fault()).isEqualTo("changed");
			status.setRollbackOnly();
		});
	}

	@Test
	void aPointOfAnEarlierVerificationIsNotTrustedInANewOne() {
		this.transaction.executeWithoutResult((status) -> {
			sealed(5);
			this.service.begin(true, AUDITOR);
			end();
			Verification monday = this.verifications.get();
			this.jdbc.update("UPDATE audit_entry SET detail = '\"x\"' WHERE id = "
					+ "(SELECT entry_id FROM audit_seal WHERE seq = ?)", monday.seq());
			this.service.begin(true, AUDITOR);
			Verification running = this.verifications.get();
			this.verifications.write(new Verification(State.RUNNING, 9L, "审计员", running.begunAt(), null, 0,
					monday.seq(), monday.hash(), monday.mark(), monday.seq(), 0, null, null));
			end();
			assertThat(this.verifications.get().result().fault()).isEqualTo("changed");
			status.setRollbackOnly();
		});
	}

	@Test
	void aResultThatSomebodyWroteIsNoResult() {
		this.transaction.executeWithoutResult((status) -> {
			sealed(3);
			this.service.begin(true, AUDITOR);
			this.jdbc.update("UPDATE audit_verification SET state = 'GOOD', seq = head_seq, ended_at = begun_at");
			assertThat(this.service.state().state()).isEqualTo(State.NONE);
			status.setRollbackOnly();
		});
	}

	@Test
	void aVerifiedPointThatIsGoneIsTheResult() {
		this.transaction.executeWithoutResult((status) -> {
			sealed(3);
			this.service.begin(true, AUDITOR);
			end();
			Seals.Head head = this.seals.head();
			String before = this.jdbc.queryForObject("SELECT hash FROM audit_seal WHERE seq = ?", String.class,
					head.seq() - 1);
			this.jdbc.update("DELETE FROM audit_seal WHERE seq = ?", head.seq());
			this.jdbc.update("UPDATE audit_head SET seq = ?, hash = ?", head.seq() - 1, before);
			this.service.begin(true, AUDITOR);
			assertThat(this.service.state().result().fault()).isEqualTo("cut");
			status.setRollbackOnly();
		});
	}

	@Test
	void whileItGoesOnNobodyBeginsAnother() {
		this.transaction.executeWithoutResult((status) -> {
			sealed(4);
			this.service.begin(true, AUDITOR);
			this.service.goOn(2);
			this.service.begin(true, new Actor(10, "other", "另一人", List.of()));
			assertThat(this.verifications.get()).extracting(Verification::personName, Verification::seq)
				.containsExactly("审计员", 2L);
			status.setRollbackOnly();
		});
	}

	@Test
	void whatTheSealsPassedOverIsFoundBeforeTheChainIsLocked() {
		this.transaction.executeWithoutResult((status) -> {
			sealed(3);
			long top = this.seals.highestSealed();
			assertThat(this.seals.passedOver(0, top)).isEmpty();
			this.jdbc.update("DELETE FROM audit_seal WHERE entry_id = ?", top);
			assertThat(this.seals.passedOver(top - 1, top)).containsExactly(top);
			status.setRollbackOnly();
		});
	}

	private void end() {
		while (this.service.goOn(1000)) {
			assertThat(this.verifications.get().fault()).isNull();
		}
	}

	private void sealed(int number) {
		for (int i = 0; i < number; i++) {
			this.auditLog.record(AuditEvent.of(Actor.SYSTEM, "test.verification", "thing:" + i));
		}
		while (!this.seals.sealBatch(0, List.of()).isEmpty()) {
			assertThat(this.seals.head().seq()).isPositive();
		}
	}

}
