package org.leagueflow.life;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets those above branches enter when their schools are on vacation. */
@Service
class VacationService {

	private static final int MAX_NAME_LENGTH = 60;

	private static final int MAX_DAYS = 120;

	private final Vacations vacations;

	private final LifeRights rights;

	private final People people;

	private final AuditLog auditLog;

	VacationService(Vacations vacations, LifeRights rights, People people, AuditLog auditLog) {
		this.vacations = vacations;
		this.rights = rights;
		this.people = people;
		this.auditLog = auditLog;
	}

	/** The units for which the actor may enter vacations. */
	@Transactional(readOnly = true)
	public List<UnitCard> units(Actor by) {
		return this.rights.led(by);
	}

	/** What was entered for units that the actor leads, the latest first. */
	@Transactional(readOnly = true)
	public List<Line> lines(Actor by) {
		List<UnitCard> units = this.rights.led(by);
		return this.vacations.findByUnitIdInOrderByFirstDayDescIdDesc(units.stream().map(UnitCard::id).toList())
			.stream()
			.map((one) -> new Line(one, this.people.unit(one.unitId()).name()))
			.toList();
	}

	/**
	 * @throws Refusal.NotAllowed when the actor does not lead the unit
	 * @throws Refusal.Invalid when the name is missing or too long, or the days are none
	 */
	@Transactional
	public void enter(long unitId, String name, LocalDate first, LocalDate last, Actor by) {
		UnitCard unit = led(unitId, by);
		check(name, first, last);
		this.vacations.save(new Vacation(unitId, name.strip(), first, last, by));
		record(by, "vacation.entered", unit.id(), name.strip(), first, last);
	}

	@Transactional
	public void remove(long id, Actor by) {
		Vacation vacation = this.vacations.findById(id)
			.orElseThrow(() -> new Refusal.NotFound("refusal.life.vacation.none"));
		led(vacation.unitId(), by);
		this.vacations.delete(vacation);
		record(by, "vacation.removed", vacation.unitId(), vacation.name(), vacation.first(), vacation.last());
	}

	private UnitCard led(long unitId, Actor by) {
		return this.rights.led(by)
			.stream()
			.filter((unit) -> unit.id() == unitId)
			.findFirst()
			.orElseThrow(() -> new Refusal.NotAllowed("refusal.life.vacation.unit"));
	}

	private static void check(String name, LocalDate first, LocalDate last) {
		Map<String, Message> wrong = new LinkedHashMap<>();
		if (name == null || name.isBlank() || name.length() > MAX_NAME_LENGTH) {
			wrong.put("name", Message.of("refusal.life.vacation.name", MAX_NAME_LENGTH));
		}
		if (!sound(first)) {
			wrong.put("first", Message.of("refusal.life.vacation.day"));
		}
		if (!sound(last)) {
			wrong.put("last", Message.of("refusal.life.vacation.day"));
		}
		else if (sound(first) && (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= MAX_DAYS)) {
			wrong.put("last", Message.of("refusal.life.vacation.order", MAX_DAYS));
		}
		if (!wrong.isEmpty()) {
			throw new Refusal.Invalid(wrong);
		}
	}

	private static boolean sound(LocalDate day) {
		return day != null && day.getYear() >= 2000 && day.getYear() <= 2100;
	}

	private void record(Actor by, String what, long unitId, String name, LocalDate first, LocalDate last) {
		this.auditLog.record(AuditEvent.of(by, what, "unit:" + unitId)
			.in(unitId)
			.with(Map.of("name", name, "first", first, "last", last)));
	}

	/** A vacation and the name of its unit. */
	record Line(Vacation vacation, String unit) {
	}

}
