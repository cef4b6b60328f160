package org.leagueflow.people;

import java.time.LocalDate;
import java.util.List;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.ApprovalAuthority.Kind;
import org.leagueflow.people.People.UnitCard;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Grants authority to approve new members, and recalls it to the level above (细则§23). */
@Service
class AuthorityService {

	private static final int MAX_REASON_LENGTH = 500;

	private final ApprovalAuthorities authorities;

	private final Directory directory;

	private final BusinessClock clock;

	private final AuditLog audit;

	private final ApplicationEventPublisher events;

	AuthorityService(ApprovalAuthorities authorities, Directory directory, BusinessClock clock, AuditLog audit,
			ApplicationEventPublisher events) {
		this.authorities = authorities;
		this.directory = directory;
		this.clock = clock;
		this.audit = audit;
		this.events = events;
	}

	@Transactional
	long give(long unitId, Kind kind, LocalDate from, LocalDate to, String reason, Actor by) {
		UnitCard unit = this.directory.unit(unitId);
		UnitPermissions.mustHold(by, unit.path(), Roles.ADMIN, Roles.COUNTY_COMMITTEE);
		checkFits(unit, kind);
		if (reason == null || reason.isBlank() || reason.length() > MAX_REASON_LENGTH) {
			throw Refusal.Invalid.field("reason", "refusal.people.reason", MAX_REASON_LENGTH);
		}
		LocalDate first = (from != null) ? from : this.clock.today();
		checkNew(unit, kind, first, to);
		ApprovalAuthority authority = this.authorities
			.saveAndFlush(new ApprovalAuthority(unitId, kind, granter(unit).id(), first, to, reason.strip()));
		this.audit.record(AuditEvent
			.of(by, (kind == Kind.GRANT) ? "authority.granted" : "authority.recalled", "authority:" + authority.id())
			.in(unitId)
			.with(reason.strip()));
		this.events.publishEvent(new AuthorityChanged(unitId));
		return authority.id();
	}

	@Transactional
	void revoke(long authorityId, Actor by) {
		ApprovalAuthority authority = this.authorities.findById(authorityId)
			.orElseThrow(() -> new Refusal.NotFound("refusal.people.authority-unknown"));
		UnitPermissions.mustHold(by, this.directory.path(authority.unitId()), Roles.ADMIN, Roles.COUNTY_COMMITTEE);
		authority.revoke(this.clock.instant());
		this.authorities.flush();
		this.audit.record(AuditEvent.of(by, "authority.revoked", "authority:" + authorityId).in(authority.unitId()));
		this.events.publishEvent(new AuthorityChanged(authority.unitId()));
	}

	/** Two of one kind at a time would outlive the revocation of one of them. */
	private void checkNew(UnitCard unit, Kind kind, LocalDate from, LocalDate to) {
		boolean inForce = this.authorities.findByUnitIdInAndRevokedAtIsNull(List.of(unit.id()))
			.stream()
			.anyMatch((other) -> other.kind() == kind && other.overlaps(from, to));
		if (inForce) {
			throw new Refusal.Conflict("refusal.people.authority-held", unit.name());
		}
	}

	private static void checkFits(UnitCard unit, Kind kind) {
		boolean fits = unit.kind() == UnitKind.GENERAL_BRANCH
				|| (kind == Kind.RECALL && unit.kind() == UnitKind.COMMITTEE && unit.parentId() != null);
		if (!fits) {
			throw Refusal.Invalid.field("unitId", "refusal.people.authority-level", unit.name());
		}
	}

	/** The committee above. */
	private UnitCard granter(UnitCard unit) {
		return this.directory.lineage(unit.id())
			.stream()
			.skip(1)
			.filter((above) -> above.kind().ordinal() <= UnitKind.COMMITTEE.ordinal())
			.findFirst()
			.orElseThrow(() -> new Refusal.Invalid("refusal.people.no-committee", unit.name()));
	}

}
