package org.leagueflow.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@StoryTest
class AuditTests {

	private static final Actor AUDITOR = new Actor(4711, "auditor", "沈𬭩", List.of());

	@Autowired
	AuditLog auditLog;

	@Autowired
	AuditService audit;

	@Autowired
	SealService seals;

	@Autowired
	Sealer sealer;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	PlatformTransactionManager transactions;

	TransactionTemplate transaction;

	// The case that this test's entries belong to.
	long theCase;

	@BeforeEach
	void begin() {
		this.transaction = new TransactionTemplate(this.transactions);
		this.theCase = 1_000_000_000L + (UUID.randomUUID().getLeastSignificantBits() >>> 24);
	}

	@Test
	void aChangeAndItsRecordCommitTogether() {
		this.transaction.executeWithoutResult((status) -> record("test.kept"));
		this.transaction.executeWithoutResult((status) -> {
			record("test.undone");
			status.setRollbackOnly();
		});
		assertThat(entries()).extracting(Entry::what).containsExactly("test.kept");
	}

	@Test
	void recordingOutsideATransactionIsRefused() {
		assertThatIllegalStateException().isThrownBy(() -> record("test.alone"))
			.withMessageContaining("@Transactional");
	}

	@Test
	void everyColumnComesBackAsItWasWritten() {
		this.transaction
			.executeWithoutResult((status) -> this.auditLog.record(AuditEvent.of(AUDITOR, "test.full", "person:17")
				.as("auditor")
				.in(12L)
				.on(new CaseId(this.theCase))
				.inPlaceOf(99)
				.changed(Map.of("name", "𬭩"), Map.of("name", "铋"))
				.with(Map.of("why", "生僻字 𬭩 <script>"))));
		Entry entry = entries().get(0);
		assertThat(entry.personName()).isEqualTo("沈𬭩");
		assertThat(entry.actingFor()).isEqualTo(99);
		assertThat(entry.unitId()).isEqualTo(12);
		assertThat(entry.beforeHash()).hasSize(64).isNotEqualTo(entry.afterHash());
		assertThat(entry.detail()).contains("𬭩");
		this.sealer.seal();
		assertThat(this.seals.verify().good()).isTrue();
	}

	@Test
	void anUntouchedChainIsGreen() {
		List<Entry> three = sealedEntries(3);
		assertThat(this.seals.verify()).matches(VerificationResult::good)
			.matches((verdict) -> verdict.sealed() >= three.size());
	}

	@Test
	void aChangedEntryIsFoundWhicheverColumnItWas() {
		Entry second = sealedEntries(3).get(1);
		for (String change : List.of("at = '2020-01-01 00:00:00.000'", "person_id = 1", "person_name = 'x'",
				"acting_for = 5", "post = 'x'", "unit_id = 5", "case_id = 5", "what = 'x.y'", "subject = 'x'",
				"before_hash = 'x'", "after_hash = 'x'", "detail = 'x'", "node = 'x'", "nonce = 'x'", "mark = 'x'")) {
			expect("changed", second.id(),
					(db) -> db.update("UPDATE audit_entry SET " + change + " WHERE id = ?", second.id()));
		}
	}

	@Test
	void aDeletedEntryIsFound() {
		Entry second = sealedEntries(3).get(1);
		expect("deleted", second.id(), (db) -> db.update("DELETE FROM audit_entry WHERE id = ?", second.id()));
	}

	@Test
	void anEntryDeletedWithItsSealIsFound() {
		List<Entry> three = sealedEntries(3);
		expect("chain", three.get(2).id(), (db) -> {
			db.update("DELETE FROM audit_seal WHERE entry_id = ?", three.get(1).id());
			db.update("DELETE FROM audit_entry WHERE id = ?", three.get(1).id());
		});
	}

	@Test
	void aDeletedEndIsFound() {
		Entry last = sealedEntries(3).get(2);
		expect("cut", null, (db) -> {
			long seq = db.queryForObject("SELECT seq FROM audit_seal WHERE entry_id = ?", Long.class, last.id());
			db.update("DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM audit_seal WHERE seq >= ?)", seq);
			db.update("DELETE FROM audit_seal WHERE seq >= ?", seq);
		});
	}

	@Test
	void anEntryInsertedWithDatabaseToolsIsFoundEvenAfterItWasSealed() {
		Entry model = sealedEntries(1).get(0);
		for (boolean sealed : new boolean[] { false, true }) {
			this.transaction.executeWithoutResult((status) -> {
				this.jdbc
					.update("INSERT INTO audit_entry (at, person_id, person_name, what, subject, node, nonce, mark)"
							+ " SELECT at, person_id, person_name, 'test.invented', subject, node, nonce, mark"
							+ " FROM audit_entry WHERE id = ?", model.id());
				if (sealed) {
					this.seals.sealBatch(0, List.of());
				}
				assertThat(this.seals.verify().fault()).isEqualTo("inserted");
				status.setRollbackOnly();
			});
		}
	}

	@Test
	void swappedEntriesAreFound() {
		List<Entry> three = sealedEntries(3);
		expect("changed", three.get(0).id(), (db) -> {
			db.update("UPDATE audit_entry SET id = -1 WHERE id = ?", three.get(0).id());
			db.update("UPDATE audit_entry SET id = ? WHERE id = ?", three.get(0).id(), three.get(1).id());
			db.update("UPDATE audit_entry SET id = ? WHERE id = -1", three.get(1).id());
		});
	}

	@Test
	void swappedSealsAreFound() {
		List<Entry> three = sealedEntries(3);
		expect("changed", three.get(1).id(), (db) -> {
			db.update("UPDATE audit_seal SET entry_id = -1 WHERE entry_id = ?", three.get(0).id());
			db.update("UPDATE audit_seal SET entry_id = ? WHERE entry_id = ?", three.get(0).id(), three.get(1).id());
			db.update("UPDATE audit_seal SET entry_id = ? WHERE entry_id = -1", three.get(1).id());
		});
	}

	@Test
	void anEntryThatCommitsLateIsSealedLater() throws Exception {
		CountDownLatch written = new CountDownLatch(1);
		CountDownLatch overtaken = new CountDownLatch(1);
		inParallel(() -> this.transaction.execute((status) -> {
			record("test.late");
			written.countDown();
			await(overtaken);
			return null;
		}), () -> {
			await(written);
			this.transaction.executeWithoutResult((status) -> record("test.early"));
			this.sealer.seal();
			overtaken.countDown();
			return null;
		});
		this.sealer.seal();
		List<Entry> both = entries();
		assertThat(both).extracting(Entry::what).containsExactly("test.late", "test.early");
		assertThat(seq(both.get(0))).isGreaterThan(seq(both.get(1)));
		assertThat(this.seals.verify().good()).isTrue();
	}

	@Test
	void twoNodesSealingAtOnceMakeOneChain() throws Exception {
		Callable<Void> writer = () -> {
			for (int i = 0; i < 40; i++) {
				this.transaction.executeWithoutResult((status) -> record("test.busy"));
			}
			return null;
		};
		Callable<Void> node = () -> {
			for (int i = 0; i < 20; i++) {
				this.seals.sealBatch(0, List.of());
			}
			return null;
		};
		inParallel(writer, writer, node, node);
		// What one node passed over before it was committed is seen only by whoever looks
		// at all of it.
		this.seals.sealBatch(0, List.of());
		assertThat(entries()).hasSize(80).allSatisfy((entry) -> assertThat(seq(entry)).isPositive());
		assertThat(this.seals.verify().good()).isTrue();
	}

	@Test
	void whatIsCommittedIsSealedWithoutBeingAsked() throws Exception {
		this.transaction.executeWithoutResult((status) -> record("test.soon"));
		Entry entry = entries().get(0);
		for (int i = 0; i < 50 && seq(entry) == 0; i++) {
			Thread.sleep(100);
		}
		assertThat(seq(entry)).isPositive();
	}

	@Test
	void theSearchFindsByEachPartAndPagesWithoutGapsOrRepeats() {
		this.transaction.executeWithoutResult((status) -> {
			for (int i = 0; i < AuditService.PAGE_SIZE + 7; i++) {
				record("test.page_" + i);
			}
		});
		AuditService.Page first = this.audit.search(search(this.theCase, null), AUDITOR);
		AuditService.Page second = this.audit.search(search(this.theCase, null).continued(first.last()), AUDITOR);
		assertThat(first.entries()).hasSize(AuditService.PAGE_SIZE);
		assertThat(second.entries()).hasSize(7);
		assertThat(first.more()).isTrue();
		assertThat(second.more()).isFalse();
		assertThat(first.entries()).doesNotContainAnyElementsOf(second.entries());
		assertThat(this.audit.search(search(this.theCase, "test.page_5"), AUDITOR).entries()).hasSize(8);
		assertThat(this.audit.search(search(this.theCase, "test%"), AUDITOR).entries()).isEmpty();
	}

	@Test
	void theSearchFindsByPersonAndDay() {
		this.transaction.executeWithoutResult((status) -> record("test.day"));
		LocalDate today = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
		assertThat(found("沈", today, today)).hasSize(1);
		assertThat(found("4711", today, today)).hasSize(1);
		assertThat(found("王", today, today)).isEmpty();
		assertThat(found(null, today.plusDays(1), null)).isEmpty();
		assertThat(found(null, null, today.minusDays(1))).isEmpty();
	}

	@Test
	void readingIsItselfRecorded() {
		Entry entry = sealedEntries(1).get(0);
		assertThat(this.audit.read(entry.id(), AUDITOR).seal()).isNotNull();
		assertThat(
				this.jdbc.queryForObject("SELECT COUNT(*) FROM audit_entry WHERE what = 'audit.read' AND subject = ?",
						Integer.class, "audit-entry:" + entry.id()))
			.isEqualTo(1);
		assertThatThrownBy(() -> this.audit.read(-5, AUDITOR)).isInstanceOf(Refusal.NotFound.class);
	}

	private List<Entry> found(String who, LocalDate from, LocalDate to) {
		return this.audit.search(new AuditFilter(who, this.theCase, null, null, from, to, null), AUDITOR).entries();
	}

	private AuditFilter search(Long caseId, String what) {
		return new AuditFilter(null, caseId, null, what, null, null, null);
	}

	private void record(String what) {
		this.auditLog.record(AuditEvent.of(AUDITOR, what, "test:1").on(new CaseId(this.theCase)));
	}

	private List<Entry> sealedEntries(int count) {
		this.transaction.executeWithoutResult((status) -> {
			for (int i = 0; i < count; i++) {
				record("test.entry");
			}
		});
		this.sealer.seal();
		return entries();
	}

	// Oldest first.
	private List<Entry> entries() {
		List<Entry> found = new ArrayList<>(
				this.jdbc.query("SELECT " + Entries.COLUMNS + " FROM audit_entry e WHERE case_id = ? ORDER BY id",
						Entries::row, this.theCase));
		return found;
	}

	private long seq(Entry entry) {
		return this.jdbc.queryForList("SELECT seq FROM audit_seal WHERE entry_id = ?", Long.class, entry.id())
			.stream()
			.findFirst()
			.orElse(0L);
	}

	// Tampers, looks, and puts everything back.
	private void expect(String fault, Long badEntry, Consumer<JdbcTemplate> tamper) {
		this.transaction.executeWithoutResult((status) -> {
			tamper.accept(this.jdbc);
			VerificationResult verdict = this.seals.verify();
			assertThat(verdict.fault()).isEqualTo(fault);
			assertThat(verdict.badEntry()).isEqualTo(badEntry);
			status.setRollbackOnly();
		});
		assertThat(this.seals.verify().good()).isTrue();
	}

	@SafeVarargs
	private static void inParallel(Callable<Void>... jobs) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(jobs.length);
		try {
			for (Future<Void> done : threads.invokeAll(List.of(jobs))) {
				done.get();
			}
		}
		finally {
			threads.shutdown();
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
