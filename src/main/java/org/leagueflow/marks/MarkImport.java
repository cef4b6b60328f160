package org.leagueflow.marks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.sheet.SheetImport;

/** One upload of a workbook with marks. */
@Entity
@Table(name = "mark_import")
@DynamicUpdate
class MarkImport extends SheetImport {

	@Column(length = 1_000_000)
	private String layout;

	protected MarkImport() {
	}

	MarkImport(long unitId, String fileName, Actor by, Instant at) {
		super(unitId, fileName, by, at);
	}

	/**
	 * What its columns mean, guessed or said; null while it is read for the first time.
	 */
	MarkLayout layout() {
		return (this.layout != null) ? Json.read(this.layout, MarkLayout.class) : null;
	}

	void mean(MarkLayout said) {
		this.layout = Json.write(said);
	}

	/** What first cells of columns say is kept no longer than their lines. */
	void forgetSamples() {
		if (this.layout != null) {
			mean(layout().withoutSamples());
		}
	}

	/** Back to the choice of columns, as long as nothing went into the books. */
	void mapAgain(Instant at) {
		if (state() != State.CHECKED && !(state() == State.READING && silent(at) && this.layout != null)) {
			throw new Refusal.Conflict("refusal.sheet.not-checked");
		}
		choosing();
	}

}
