package org.leagueflow.marks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What persons of a school are marked in. */
@Entity
@Table(name = "mark_item")
class MarkItem {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long unitId;

	@Column(length = 150)
	private String itemKey;

	@Column(length = 200)
	private String name;

	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 10)
	private MarkItemCard.Category category;

	@Column(precision = 18, scale = 8)
	private BigDecimal low;

	@Column(precision = 18, scale = 8)
	private BigDecimal high;

	@Column(precision = 18, scale = 8)
	private BigDecimal pass;

	@Version
	private int version;

	protected MarkItem() {
	}

	MarkItem(long unitId, MarkItemCard card) {
		this.unitId = unitId;
		this.itemKey = card.key();
		this.name = card.name();
		this.category = card.category();
		this.low = card.low();
		this.high = card.high();
		this.pass = card.pass();
	}

	MarkItemCard card() {
		return new MarkItemCard(this.id, this.itemKey, this.name, this.category, plain(this.low), plain(this.high),
				plain(this.pass));
	}

	/** Without the zeros that the column's scale adds. */
	static BigDecimal plain(BigDecimal stored) {
		if (stored == null) {
			return null;
		}
		BigDecimal plain = stored.stripTrailingZeros();
		return (plain.scale() < 0) ? plain.setScale(0) : plain;
	}

}
