package org.leagueflow.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.leagueflow.audit.Checkpoints.Witness;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Post;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checkpoints as people see, note and compare them. */
@Service
class WitnessService implements RecordCode {

	static final int SHOWN = 50;

	private final Checkpoints checkpoints;

	private final CheckpointService tree;

	private final ObjectNames names;

	private final AuditKey key;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	WitnessService(Checkpoints checkpoints, CheckpointService tree, ObjectNames names, AuditKey key, AuditLog auditLog,
			BusinessClock clock) {
		this.checkpoints = checkpoints;
		this.tree = tree;
		this.names = names;
		this.key = key;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<String> latest() {
		return this.checkpoints.latest()
			.filter((one) -> !this.tree.genuine(List.of(one)).isEmpty())
			.map(Checkpoint::code);
	}

	/** The newest checkpoints, each with those who noted it. */
	@Transactional(readOnly = true)
	public List<Line> lines(Actor by) {
		List<Checkpoint> shown = this.tree.genuine(this.checkpoints.latest(SHOWN));
		Map<Long, String> roots = shown.stream().collect(Collectors.toMap(Checkpoint::size, Checkpoint::root));
		Map<Long, List<Witness>> witnesses = this.checkpoints.witnesses(shown.stream().map(Checkpoint::size).toList())
			.stream()
			.filter((one) -> one.genuine(this.key, roots.get(one.size())))
			.collect(Collectors.groupingBy(Witness::size));
		boolean may = post(by).isPresent();
		return shown.stream().map((one) -> {
			List<Witness> all = witnesses.getOrDefault(one.size(), List.of());
			return new Line(one, all, may && all.stream().noneMatch((witness) -> witness.personId() == by.personId()));
		}).toList();
	}

	/** The public keys that ever signed, by their names. */
	@Transactional(readOnly = true)
	public Map<String, String> keys() {
		return this.checkpoints.publicKeys();
	}

	/**
	 * Notes that somebody keeps this checkpoint outside of the system.
	 * @throws Refusal.NotAllowed for people without a post of a committee
	 * @throws Refusal.Conflict the second time
	 */
	@Transactional
	public void witness(long size, Actor by) {
		Checkpoint one = this.checkpoints.find(size)
			.filter((found) -> !this.tree.genuine(List.of(found)).isEmpty())
			.orElseThrow(() -> new Refusal.NotFound("refusal.audit.no-checkpoint"));
		Post post = post(by).orElseThrow(() -> new Refusal.NotAllowed("refusal.audit.witness"));
		if (this.checkpoints.witnessed(size, by.personId())) {
			throw new Refusal.Conflict("refusal.audit.witnessed");
		}
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		this.checkpoints.add(new Witness(size, by.personId(), by.name(), post.unitId(),
				this.names.of("unit", post.unitId()), now, null)
			.marked(this.key, one.root()));
		this.auditLog.record(AuditEvent.of(by, "audit.witnessed", "audit")
			.as(post.role())
			.in(post.unitId())
			.with(Map.of("code", one.code())));
	}

	/**
	 * Whether the record still holds a code that somebody noted.
	 * @throws Refusal.Invalid when it is no code
	 */
	@Transactional(readOnly = true)
	public Noted compare(String typed) {
		String code = typed.strip().toLowerCase(Locale.ROOT);
		if (!code.matches("[0-9]{1,18}-[0-9a-f]{8,64}")) {
			throw Refusal.Invalid.field("code", "refusal.audit.code");
		}
		long size = Long.parseLong(code.substring(0, code.indexOf('-')));
		code = size + code.substring(code.indexOf('-'));
		if (size == 0 || size > this.tree.size()) {
			return new Noted(code, false, true);
		}
		try {
			return new Noted(code, (size + "-" + this.tree.root(size)).startsWith(code), false);
		}
		catch (MerkleTree.Incomplete ex) {
			return new Noted(code, false, false);
		}
	}

	/** The highest post that may witness: the level above before the committee itself. */
	private static Optional<Post> post(Actor by) {
		return List.of(Roles.COUNTY_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.LEAGUE_COMMITTEE, Roles.AUDITOR)
			.stream()
			.flatMap((role) -> by.posts().stream().filter((post) -> post.role().equals(role)))
			.findFirst();
	}

	/**
	 * A checkpoint on the page.
	 *
	 * @param open whether the reader may note it
	 */
	record Line(Checkpoint checkpoint, List<Witness> witnesses, boolean open) {
	}

	/**
	 * A code that somebody noted.
	 *
	 * @param stands whether the record still holds it
	 * @param beyond whether it covers more than the record holds
	 */
	record Noted(String code, boolean stands, boolean beyond) {
	}

}
