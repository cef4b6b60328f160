package org.leagueflow.audit;

import java.util.List;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The auditor reads, exports and verifies the record; each of these is recorded as an
 * audit event itself.
 */
@Service
class AuditService {

	static final int PAGE_SIZE = 50;

	static final int EXPORT_LIMIT = 20_000;

	private final Entries entries;

	private final Seals seals;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	AuditService(Entries entries, Seals seals, AuditLog auditLog, BusinessClock clock) {
		this.entries = entries;
		this.seals = seals;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	/** One page, newest first, and whether there is another. */
	@Transactional
	public Page search(AuditFilter search, Actor by) {
		this.auditLog.record(AuditEvent.of(by, "audit.searched", "audit").as("auditor").with(search));
		List<Entry> found = this.entries.find(search, this.clock.getZone(), PAGE_SIZE + 1);
		boolean more = found.size() > PAGE_SIZE;
		return new Page(more ? found.subList(0, PAGE_SIZE) : found, more);
	}

	/**
	 * One entry with its seal.
	 * @throws Refusal.NotFound when there is no such entry
	 */
	@Transactional
	public Sealed read(long id, Actor by) {
		Entry entry = this.entries.find(id).orElseThrow(() -> new Refusal.NotFound("refusal.audit.no-entry", id));
		this.auditLog.record(AuditEvent.of(by, "audit.read", "audit-entry:" + id).as("auditor"));
		return new Sealed(entry, this.seals.of(id).orElse(null));
	}

	/**
	 * Everything found, newest first.
	 * @throws Refusal.Invalid when it is more than one file should hold
	 */
	@Transactional
	public List<Entry> export(AuditFilter search, Actor by) {
		List<Entry> found = this.entries.find(search, this.clock.getZone(), EXPORT_LIMIT + 1);
		if (found.size() > EXPORT_LIMIT) {
			throw new Refusal.Invalid("refusal.audit.export-too-large", EXPORT_LIMIT);
		}
		this.auditLog.record(AuditEvent.of(by, "audit.exported", "audit").as("auditor").with(search));
		return found;
	}

	/** Some entries, and whether there are more. */
	record Page(List<Entry> entries, boolean more) {

		public Long last() {
			return this.entries.isEmpty() ? null : this.entries.get(this.entries.size() - 1).id();
		}

	}

	/** An entry with its seal, which is null for the moment between commit and seal. */
	record Sealed(Entry entry, Seal seal) {
	}

}
