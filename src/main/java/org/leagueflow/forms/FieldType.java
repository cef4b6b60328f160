package org.leagueflow.forms;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The form-js components that a form may use. */
public enum FieldType {

	TEXTFIELD(Use.INPUT), TEXTAREA(Use.INPUT), NUMBER(Use.INPUT), CHECKBOX(Use.INPUT), RADIO(Use.INPUT),
	SELECT(Use.INPUT), CHECKLIST(Use.INPUT), TAGLIST(Use.INPUT), DATETIME(Use.INPUT), FILEPICKER(Use.INPUT),
	EXPRESSION(Use.COMPUTED), GROUP(Use.CONTAINER), TEXT(Use.SHOWN), TABLE(Use.SHOWN), SEPARATOR(Use.SHOWN),
	SPACER(Use.SHOWN);

	/** Why components that form-js knows are refused here. */
	static final Map<String, String> REFUSED = Map.of("html", "raw HTML is refused; use a text component", "iframe",
			"other pages are not embedded; put a link into a text component", "dynamiclist",
			"repeated groups are not supported; ask for a table of lines in a textarea or use one form per entry",
			"image", "pictures are not supported in forms", "documentPreview",
			"attachments are shown by the page; leave the preview out", "button", "the page brings its own buttons");

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
		return Arrays.stream(values()).filter((type) -> type.name().toLowerCase().equals(name)).findFirst();
	}

	private enum Use {

		INPUT, COMPUTED, CONTAINER, SHOWN

	}

}
