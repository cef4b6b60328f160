package org.leagueflow.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.leagueflow.kernel.Refusal;

/** A person whom a unit keeps on its books: pupil, student, member of staff. */
@Entity
@Table(name = "person")
@DynamicUpdate
class Person {

	private static final Pattern MEMBER_NUMBER = Pattern.compile("20\\d{10}");

	/** From this day on every new member has a national number (rules 3.1.6). */
	private static final LocalDate NUMBERED_SINCE = LocalDate.of(2017, 1, 1);

	private static final int MIN_AGE = 14;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long unitId;

	@Column(length = 100)
	private String name;

	private LocalDate birthDate;

	@Column(length = 1)
	private String sex;

	@Column(length = 32)
	private String studentNumber;

	private boolean staff;

	private boolean partyMember;

	private boolean restricted;

	private LocalDate restrictedFrom;

	private LocalDate restrictedUntil;

	private boolean active = true;

	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 12)
	private LeftReason leftReason;

	private LocalDate leftOn;

	private LocalDate memberSince;

	@Column(length = 12)
	private String memberNumber;

	@Column(length = 20)
	private String cardNumber;

	@Column(length = 512)
	private String idNumberCipher;

	@Column(length = 64)
	private String idNumberHash;

	@Column(length = 4)
	private String idNumberLast4;

	@Column(length = 32)
	private String phone;

	@Column(length = 200)
	private String email;

	@Version
	private int version;

	protected Person() {
	}

	Person(NewPerson facts) {
		this.unitId = facts.unitId();
		correct(facts);
	}

	/** Replaces what was entered about the person; the unit changes by moving only. */
	final void correct(NewPerson facts) {
		this.name = facts.name();
		this.birthDate = facts.birthDate();
		this.sex = facts.sex();
		this.studentNumber = facts.studentNumber();
		this.staff = facts.staff();
		this.partyMember = facts.partyMember();
		this.phone = facts.phone();
		this.email = facts.email();
	}

	/** What {@link BulkInserts} inserts, in the order of its columns. */
	Object[] columns() {
		return new Object[] { this.unitId, this.name, this.birthDate, this.sex, this.studentNumber, this.staff,
				this.partyMember, this.phone, this.email, this.idNumberCipher, this.idNumberHash, this.idNumberLast4,
				this.memberSince, this.memberNumber, this.restricted, this.active, this.version };
	}

	/** What was entered about the person. */
	NewPerson facts() {
		return new NewPerson(this.unitId, this.name, this.birthDate, this.sex, this.studentNumber, this.staff,
				this.partyMember, this.phone, this.email);
	}

	void identify(SealedIdNumber number) {
		this.idNumberCipher = number.cipher();
		this.idNumberHash = number.hash();
		this.idNumberLast4 = number.last4();
	}

	/** Becomes a League member (细则§25); not before the 14th birthday (细则§6). */
	void admit(long branchId, LocalDate since, String number) {
		checkMembership(since, number);
		this.unitId = branchId;
		this.memberSince = since;
		this.memberNumber = number;
	}

	/** Has been a member since another day, or under another number, than was entered. */
	void correctMembership(LocalDate since, String number) {
		checkMembership(since, number);
		this.memberSince = since;
		this.memberNumber = number;
	}

	private void checkMembership(LocalDate since, String number) {
		checkHere();
		if (this.birthDate != null && since.isBefore(this.birthDate.plusYears(MIN_AGE))) {
			throw Refusal.Invalid.field("memberSince", "refusal.people.under-14", this.birthDate.plusYears(MIN_AGE));
		}
		if ((number != null) ? !MEMBER_NUMBER.matcher(number).matches() : !since.isBefore(NUMBERED_SINCE)) {
			throw Refusal.Invalid.field("memberNumber", "refusal.people.member-number", (number != null) ? number : "");
		}
	}

	/** Keeps the number of the old paper card (团员证), apart from the national number. */
	void carry(String oldCardNumber) {
		this.cardNumber = oldCardNumber;
	}

	void move(long toUnitId) {
		checkHere();
		this.unitId = toUnitId;
	}

	void leave(LeftReason reason, LocalDate on) {
		checkHere();
		this.active = false;
		this.leftReason = reason;
		this.leftOn = on;
	}

	void comeBack() {
		this.active = true;
		this.leftReason = null;
		this.leftOn = null;
	}

	/** Is put on probation (留团察看 / 留党察看), which takes a member's rights away. */
	void restrict(LocalDate from, LocalDate until) {
		this.restricted = true;
		this.restrictedFrom = from;
		this.restrictedUntil = until;
	}

	void restore() {
		this.restricted = false;
		this.restrictedFrom = null;
		this.restrictedUntil = null;
	}

	private void checkHere() {
		if (!this.active) {
			throw new Refusal.Conflict("refusal.people.person-left", this.name);
		}
	}

	Long id() {
		return this.id;
	}

	Long unitId() {
		return this.unitId;
	}

	String name() {
		return this.name;
	}

	String studentNumber() {
		return this.studentNumber;
	}

	LocalDate memberSince() {
		return this.memberSince;
	}

	String memberNumber() {
		return this.memberNumber;
	}

	boolean active() {
		return this.active;
	}

	boolean staff() {
		return this.staff;
	}

	boolean partyMember() {
		return this.partyMember;
	}

	/** Why somebody is no longer here. */
	enum LeftReason {

		GRADUATED, DEPARTED, DIED

	}

}
