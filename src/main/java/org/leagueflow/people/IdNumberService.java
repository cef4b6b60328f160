package org.leagueflow.people;

import java.util.Optional;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows ID numbers masked, and opens one for a reason, which is recorded. */
@Service
class IdNumberService {

	private static final int MIN_REASON_LENGTH = 4;

	private static final int MAX_REASON_LENGTH = 200;

	private final JdbcClient jdbc;

	private final People people;

	private final IdNumberVault vault;

	private final AuditLog audit;

	private final ReadingService readings;

	IdNumberService(JdbcClient jdbc, People people, IdNumberVault vault, AuditLog audit, ReadingService readings) {
		this.jdbc = jdbc;
		this.people = people;
		this.vault = vault;
		this.audit = audit;
		this.readings = readings;
	}

	/** The masked number; nothing when none is known. */
	@Transactional(readOnly = true)
	Masked masked(long personId, Actor by) {
		People.PersonCard person = this.people.person(personId);
		boolean own = person.id() == by.personId();
		if (!own && by.posts().stream().noneMatch((post) -> post.reaches(person.unitPath()))) {
			throw new Refusal.NotFound("refusal.people.person-unknown");
		}
		String number = sealed(personId).map((text) -> new IdNumber(this.vault.open(text)).masked()).orElse(null);
		return new Masked(personId, number, RegistrarRights.reaches(person.unitPath(), by));
	}

	/**
	 * The whole number.
	 * @param reason why it is needed, 4 to 200 characters
	 */
	@Transactional
	String open(long personId, String reason, Actor by) {
		People.PersonCard person = this.people.person(personId);
		if (!RegistrarRights.reaches(person.unitPath(), by)) {
			throw new Refusal.NotAllowed("refusal.people.id-number-closed");
		}
		String why = reason.strip();
		if (why.length() < MIN_REASON_LENGTH || why.length() > MAX_REASON_LENGTH) {
			throw Refusal.Invalid.field("reason", "refusal.people.id-number-reason", MIN_REASON_LENGTH,
					MAX_REASON_LENGTH);
		}
		String number = sealed(personId).map(this.vault::open)
			.orElseThrow(() -> new Refusal.NotFound("refusal.people.id-number-none"));
		this.audit.record(AuditEvent.of(by, "id-number.opened", "person:" + personId)
			.in(person.unitId())
			.with(why.replace(number, "*")));
		this.readings.note(ReadTarget.idNumber(person), why.replace(number, "*"), by);
		return number;
	}

	private Optional<String> sealed(long personId) {
		return this.jdbc.sql("SELECT id_number_cipher FROM person WHERE id = ? AND id_number_cipher IS NOT NULL")
			.param(personId)
			.query(String.class)
			.optional();
	}

	/**
	 * An ID number for the eye.
	 *
	 * @param number masked, or null when none is known
	 * @param mayOpen whether this actor may open it for a reason
	 */
	record Masked(long personId, String number, boolean mayOpen) {
	}

}
