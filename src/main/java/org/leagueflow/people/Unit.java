package org.leagueflow.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.leagueflow.kernel.Refusal;

/** One unit of the org tree, which knows its place by the path of ids above it. */
@Entity
@Table(name = "unit")
class Unit {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long parentId;

	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 20)
	private UnitKind kind;

	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 12)
	private BranchKind branchKind;

	@Column(length = 100)
	private String name;

	@Column(length = 250)
	private String path = "";

	private boolean secondarySchool;

	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 8)
	private FinalYear finalYear;

	@Column(length = 200)
	private String contact;

	private boolean active = true;

	@Version
	private int version;

	protected Unit() {
	}

	Unit(Unit parent, UnitKind kind, BranchKind branchKind, String name, boolean secondarySchool) {
		if (parent != null) {
			checkFits(parent, kind);
		}
		this.parentId = (parent != null) ? parent.id : null;
		this.kind = kind;
		this.branchKind = (kind != UnitKind.BRANCH) ? null : (branchKind != null) ? branchKind : BranchKind.CLASS;
		this.name = name;
		this.secondarySchool = secondarySchool;
	}

	/** Takes its place below the parent, once it has an id. */
	void settle(Unit parent) {
		this.path = ((parent != null) ? parent.path : "/") + this.id + "/";
	}

	void rename(String newName) {
		this.name = newName;
	}

	/** A class enters its final year (毕业班), or is in none. */
	void enter(FinalYear year) {
		this.finalYear = (this.kind == UnitKind.BRANCH) ? year : null;
	}

	void become(BranchKind newKind, boolean inSecondarySchool) {
		this.branchKind = (this.kind != UnitKind.BRANCH) ? null : newKind;
		this.secondarySchool = inSecondarySchool;
	}

	/** Moves below another unit; the caller rewrites the paths of the units below. */
	void move(Unit parent) {
		if (parent.path.startsWith(this.path)) {
			throw new Refusal.Invalid("refusal.people.unit-cycle", this.name, parent.name);
		}
		checkFits(parent, this.kind);
		this.parentId = parent.id;
		settle(parent);
	}

	/** Takes down where it can be reached, or null for where the unit above can be. */
	void reachableAt(String telephoneOrPlace) {
		this.contact = telephoneOrPlace;
	}

	void close() {
		this.active = false;
	}

	private static void checkFits(Unit parent, UnitKind kind) {
		if (!parent.active) {
			throw new Refusal.Conflict("refusal.people.unit-closed", parent.name);
		}
		if (!kind.fitsBelow(parent.kind)) {
			throw new Refusal.Invalid("refusal.people.unit-level", parent.name);
		}
	}

	Long id() {
		return this.id;
	}

	Long parentId() {
		return this.parentId;
	}

	UnitKind kind() {
		return this.kind;
	}

	boolean secondarySchool() {
		return this.secondarySchool;
	}

	BranchKind branchKind() {
		return this.branchKind;
	}

	String contact() {
		return this.contact;
	}

	String name() {
		return this.name;
	}

	String path() {
		return this.path;
	}

	boolean active() {
		return this.active;
	}

	/** Whether this unit may have members of its own (细则§23). */
	boolean receivesMembers() {
		return this.branchKind == null || this.branchKind.receivesMembers();
	}

}
