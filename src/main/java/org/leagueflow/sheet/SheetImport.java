package org.leagueflow.sheet;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;

/** One upload of a workbook on its way: read, checked, chosen from, imported. */
@MappedSuperclass
public abstract class SheetImport {

	/** The run in which an uploaded file is looked at for the first time. */
	public static final int FIRST_RUN = 0;

	private static final Duration HEARTBEAT_TIMEOUT = Duration.ofSeconds(90);

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long unitId;

	@Column(length = 510)
	private String fileName;

	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 12)
	private State state = State.READING;

	private long uploadedBy;

	@Column(length = 100)
	private String uploader;

	private Instant createdAt;

	private Instant heartbeat;

	private int total;

	private int done;

	@Column(length = 2000)
	private String failure;

	@Column(length = 200)
	private String sheetName;

	private Instant importedAt;

	/** When its lines were forgotten, or null while they are kept. */
	private Instant forgottenAt;

	/** Counts how often work on it was started; work of an earlier run is over. */
	private int run;

	@Version
	private int version;

	protected SheetImport() {
	}

	protected SheetImport(long unitId, String fileName, Actor by, Instant at) {
		this.unitId = unitId;
		this.fileName = fileName;
		this.uploadedBy = by.personId();
		this.uploader = by.name();
		this.createdAt = at;
		this.heartbeat = at;
	}

	/** So many lines are to be worked on. */
	public void expect(int lines, Instant at) {
		this.total = lines;
		this.done = 0;
		this.heartbeat = at;
	}

	/** So many of them are done. */
	public void advance(int lines, Instant at) {
		this.done += lines;
		this.heartbeat = at;
	}

	/** Somebody has to say which of the sheets is meant; work on it ends. */
	public void choosing() {
		this.state = State.CHOOSING;
		this.run++;
	}

	/** This sheet is read from now on. */
	public void readSheet(String name, Instant at) {
		if (this.state != State.CHOOSING && this.state != State.READING) {
			throw new Refusal.Conflict("refusal.sheet.sheet-chosen");
		}
		this.state = State.READING;
		this.sheetName = Characters.first(name, 100);
		this.heartbeat = at;
		this.run++;
	}

	/** Everything was read; now somebody chooses. */
	public void checked() {
		this.state = State.CHECKED;
	}

	/**
	 * Lets only the work go on that was started last.
	 * @throws StaleRunException to all other
	 */
	public void requireRun(int started, State expected) {
		if (this.run != started || this.state != expected) {
			throw new StaleRunException(this.id, started);
		}
	}

	/** The chosen lines are going into the books from now on. */
	public void choose(int lines, Instant at) {
		if (this.forgottenAt != null) {
			throw new Refusal.Conflict("refusal.sheet.forgotten");
		}
		if (this.state != State.CHECKED && this.state != State.IMPORTED) {
			throw new Refusal.Conflict("refusal.sheet.not-checked");
		}
		this.state = State.IMPORTING;
		expect(lines, at);
		this.run++;
	}

	/** Goes on after the node that worked on it went away. */
	public void resume(Instant at) {
		if (!importing() || !silent(at)) {
			throw new Refusal.Conflict("refusal.sheet.not-interrupted");
		}
		this.heartbeat = at;
		this.run++;
	}

	/**
	 * Its lines are gone from now on, unless it is worked on.
	 * @return whether they are
	 */
	public boolean forget(Instant at) {
		if (this.forgottenAt != null || importing()) {
			return false;
		}
		this.forgottenAt = at;
		return true;
	}

	/** Nothing that was chosen waits any more. */
	public void imported(Instant at) {
		this.state = State.IMPORTED;
		this.importedAt = at;
	}

	/** What was started in this run came to an end, for this reason. */
	public void fail(int started, Message why) {
		if (this.run == started && running()) {
			fail(why);
		}
	}

	private void fail(Message why) {
		this.state = State.FAILED;
		this.failure = Json.write(why);
	}

	public boolean running() {
		return this.state == State.READING || importing();
	}

	public boolean importing() {
		return this.state == State.IMPORTING;
	}

	/** Whether whoever works on it has not been heard of for too long. */
	public boolean silent(Instant at) {
		return running() && this.heartbeat.plus(HEARTBEAT_TIMEOUT).isBefore(at);
	}

	/** When somebody or something worked on it last. */
	public Instant last() {
		return (this.importedAt != null && this.importedAt.isAfter(this.heartbeat)) ? this.importedAt : this.heartbeat;
	}

	/** When its lines were forgotten, or null. */
	public Instant forgottenAt() {
		return this.forgottenAt;
	}

	public Long id() {
		return this.id;
	}

	public long unitId() {
		return this.unitId;
	}

	public String fileName() {
		return this.fileName;
	}

	public State state() {
		return this.state;
	}

	public String uploader() {
		return this.uploader;
	}

	public long uploadedBy() {
		return this.uploadedBy;
	}

	public int run() {
		return this.run;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public int total() {
		return this.total;
	}

	public int done() {
		return this.done;
	}

	public Message failure() {
		return (this.failure != null) ? Json.read(this.failure, Message.class) : null;
	}

	public String sheetName() {
		return this.sheetName;
	}

	public boolean waitsForChoice() {
		return this.state == State.CHOOSING;
	}

	/** How far an import has come. */
	public enum State {

		READING, CHOOSING, CHECKED, IMPORTING, IMPORTED, FAILED

	}

}
