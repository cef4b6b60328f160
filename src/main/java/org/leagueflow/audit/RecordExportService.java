package org.leagueflow.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the record, or one entry with its proof, as a file that anybody checks without
 * this system. The lines are told in {@code org.leagueflow.verify.VerifyAudit}, which
 * shares no code with this. The file is written batch by batch, so that a record larger
 * than the memory can be had.
 */
@Service
class RecordExportService {

	private static final int BATCH = 200;

	private final Seals seals;

	private final Checkpoints checkpoints;

	private final CheckpointService tree;

	private final AuditLog auditLog;

	private final TransactionTemplate transaction;

	RecordExportService(Seals seals, Checkpoints checkpoints, CheckpointService tree, AuditLog auditLog,
			TransactionTemplate transaction) {
		this.seals = seals;
		this.checkpoints = checkpoints;
		this.tree = tree;
		this.auditLog = auditLog;
		this.transaction = transaction;
	}

	/**
	 * All that the newest checkpoint covers, with every checkpoint.
	 * @throws Refusal.Conflict before the first checkpoint
	 */
	void write(OutputStream out, Actor by) {
		Checkpoint last = this.checkpoints.latest().orElseThrow(() -> new Refusal.Conflict("refusal.audit.unsealed"));
		this.transaction.executeWithoutResult((status) -> this.auditLog.record(
				AuditEvent.of(by, "audit.exported", "audit").as("auditor").with(Map.of("checkpoint", last.code()))));
		line(out, "leagueflow-audit/1");
		keys(out);
		long done = 0;
		while (done < last.size()) {
			List<Seals.Link> links = this.seals.after(done, (int) Math.min(BATCH, last.size() - done));
			if (links.isEmpty()) {
				// The end was cut off, which the last checkpoint shows.
				line(out, checkpoint(last));
				break;
			}
			long at = links.get(links.size() - 1).seal().seq();
			Map<Long, Checkpoint> signed = this.checkpoints.between(done, at)
				.stream()
				.collect(Collectors.toMap(Checkpoint::size, Function.identity()));
			for (Seals.Link link : links) {
				line(out, entry(link));
				Checkpoint here = signed.get(link.seal().seq());
				if (here != null) {
					line(out, checkpoint(here));
				}
			}
			done = at;
		}
		line(out, "end " + last.size());
	}

	/**
	 * One entry, and the way from it up to the newest checkpoint.
	 * @throws Refusal.Conflict while no checkpoint covers it
	 */
	void prove(long entryId, OutputStream out, Actor by) {
		Seal seal = this.seals.of(entryId).orElseThrow(() -> new Refusal.Conflict("refusal.audit.unsealed"));
		Checkpoint top = this.checkpoints.latest()
			.filter((one) -> one.size() >= seal.seq())
			.orElseThrow(() -> new Refusal.Conflict("refusal.audit.unsealed"));
		this.transaction.executeWithoutResult((status) -> this.auditLog
			.record(AuditEvent.of(by, "audit.exported", "audit-entry:" + entryId).as("auditor")));
		line(out, "leagueflow-audit-proof/1");
		keys(out);
		line(out, entry(this.seals.after(seal.seq() - 1, 1).get(0)));
		path(seal, top).forEach((hash) -> line(out, "path " + hash));
		line(out, checkpoint(top));
		line(out, "end " + top.size());
	}

	private List<String> path(Seal seal, Checkpoint top) {
		try {
			return this.tree.inclusion(seal.seq(), top.size());
		}
		catch (MerkleTree.Incomplete ex) {
			throw new Refusal.Conflict("refusal.audit.incomplete");
		}
	}

	private void keys(OutputStream out) {
		this.checkpoints.publicKeys().forEach((id, key) -> line(out, "key " + id + " " + key));
	}

	private static String entry(Seals.Link link) {
		Seal seal = link.seal();
		StringBuilder line = new StringBuilder("entry ").append(seal.seq())
			.append(' ')
			.append(seal.entryId())
			.append(' ')
			.append(seal.prevHash())
			.append(' ')
			.append(seal.hash());
		Entry entry = link.entry();
		if (entry == null) {
			return line.append(" gone").toString();
		}
		for (Object column : new Object[] { entry.at().toEpochMilli(), entry.personId(), entry.personName(),
				entry.actingFor(), entry.post(), entry.unitId(), entry.caseId(), entry.what(), entry.subject(),
				entry.beforeHash(), entry.afterHash(), entry.detail(), entry.node(), entry.nonce(), entry.mark() }) {
			line.append(' ').append(field(column));
		}
		return line.toString();
	}

	/** In base64 of UTF-8; a missing value is a hyphen, an empty one an equals sign. */
	private static String field(Object column) {
		if (column == null) {
			return "-";
		}
		String text = column.toString();
		return text.isEmpty() ? "=" : Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private static String checkpoint(Checkpoint one) {
		return "checkpoint " + one.size() + " " + one.root() + " " + one.madeAt().toEpochMilli() + " " + one.keyId()
				+ " " + one.signature();
	}

	private static void line(OutputStream out, String line) {
		try {
			out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
