package org.leagueflow.marks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What persons of a school are marked in. */
@Entity
@Table(name = "mark_item")
class MarkItem {

	/** How registries write the codes of courses. */
	static final String CODE = "[A-Za-z]{1,6}[0-9]{2,}[A-Za-z0-9-]*|\\d{6,}";

	private static final Pattern WHOLE_CODE = Pattern.compile(CODE);

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

	/** Whether it looks like the code of a course, which no item of an assessment has. */
	static boolean isCode(String text) {
		return WHOLE_CODE.matcher(text).matches();
	}

	/**
	 * Leaves its name to a course of the registry: the items of an assessment that an
	 * office named so are called otherwise from now on.
	 */
	void rename(String key) {
		this.itemKey = key;
		this.name = key;
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
