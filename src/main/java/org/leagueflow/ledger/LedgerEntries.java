package org.leagueflow.ledger;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.Subject;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The lines of the ledger; no line is changed or removed. */
interface LedgerEntries extends Repository<LedgerLine, Long> {

	LocalDate MIN_DATE = LocalDate.of(1900, 1, 1);

	LocalDate MAX_DATE = LocalDate.of(9999, 12, 31);

	LedgerLine save(LedgerLine line);

	Optional<LedgerLine> findById(long id);

	/**
	 * The line, locked until the transaction ends, so that two corrections cannot both
	 * take its last hour.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select e from LedgerLine e where e.id = :id")
	Optional<LedgerLine> lock(long id);

	/** The sum of a person's lines of the kind; null leaves an end of the days open. */
	default int total(long personId, EntryKind kind, LocalDate from, LocalDate to) {
		return sum(personId, kind, (from != null) ? from : MIN_DATE, (to != null) ? to : MAX_DATE);
	}

	@Query("select coalesce(sum(e.amount), 0) from LedgerLine e where e.subjectKind = org.leagueflow.kernel.Subject$Kind.PERSON and e.subjectId = :personId and e.kind = :kind"
			+ " and e.onDate between :from and :to")
	int sum(long personId, EntryKind kind, LocalDate from, LocalDate to);

	/** What was booked for these persons up to the day, by person, kind and day. */
	@Query("select new org.leagueflow.ledger.LedgerEntries$DaySum(e.subjectId, e.kind, e.onDate, sum(e.amount)) "
			+ "from LedgerLine e where e.subjectKind = org.leagueflow.kernel.Subject$Kind.PERSON and e.subjectId in :persons and e.kind in :kinds and e.onDate <= :until "
			+ "group by e.subjectId, e.kind, e.onDate")
	List<DaySum> sums(Collection<Long> persons, Collection<EntryKind> kinds, LocalDate until);

	@Query("select distinct new org.leagueflow.ledger.LedgerEntries$Recorder(e.subjectId, e.recordedBy) "
			+ "from LedgerLine e where e.subjectKind = org.leagueflow.kernel.Subject$Kind.PERSON and e.subjectId in :persons and e.kind = :kind")
	List<Recorder> recorders(Collection<Long> persons, EntryKind kind);

	List<LedgerLine> findBySubjectKindAndSubjectIdOrderByOnDateDescIdDesc(Subject.Kind kind, long subject);

	/** The persons of whose lines the file is the proof. */
	@Query("select distinct e.subjectId from LedgerLine e where e.subjectKind = org.leagueflow.kernel.Subject$Kind.PERSON and e.attachmentId = :attachmentId")
	List<Long> provedBy(long attachmentId);

	/** What counter-entries took back from a line: zero or negative. */
	@Query("select coalesce(sum(e.amount), 0) from LedgerLine e where e.correctsId = :id")
	int countered(long id);

	/** Who booked something for a person. */
	record Recorder(long personId, long recordedBy) {
	}

	/** What was booked of a kind for a person on one day, in the kind's units. */
	record DaySum(long personId, EntryKind kind, LocalDate onDate, long amount) {
	}

}
