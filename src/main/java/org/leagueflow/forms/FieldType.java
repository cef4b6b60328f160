package org.leagueflow.forms;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The form-js components that a form may use. */
public enum FieldType {

	TEXTFIELD(Use.INPUT), TEXTAREA(Use.INPUT), NUMBER(Use.INPUT), CHECKBOX(Use.INPUT), RADIO(Use.INPUT),
	SELECT(Use.INPUT), CHECKLIST(Use.INPUT), TAGLIST(Use.INPUT), DATETIME(Use.INPUT), FILEPICKER(Use.INPUT),
	EXPRESSION(Use.COMPUTED), GROUP(Use.CONTAINER), TEXT(Use.SHOWN), TABLE(Use.SHOWN), SEPARATOR(Use.SHOWN),
	SPACER(Use.SHOWN);

	/** Components that form-js knows and that are refused here in words of their own. */
	static final Set<String> REFUSED = Set.of("html", "iframe", "dynamiclist", "image", "documentPreview", "button");

	private final Use use;

	FieldType(Use use) {
		this.use = use;
	}

	/** Whether a person answers it. */
	public boolean input() {
		return this.use == Use.INPUT;
	}

	/** Whether it has a key, and so a value. */
	public boolean keyed() {
		return this.use == Use.INPUT || this.use == Use.COMPUTED;
	}

	boolean options() {
		return this == RADIO || this == SELECT || many();
	}

	boolean many() {
		return this == CHECKLIST || this == TAGLIST;
	}

	boolean text() {
		return this == TEXTFIELD || this == TEXTAREA;
	}

	static Optional<FieldType> of(String name) {
		return Arrays.stream(values()).filter((type) -> type.name().toLowerCase(Locale.ROOT).equals(name)).findFirst();
	}

	private enum Use {

		INPUT, COMPUTED, CONTAINER, SHOWN

	}

}
