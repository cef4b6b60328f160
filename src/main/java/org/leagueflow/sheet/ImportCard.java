package org.leagueflow.sheet;

import java.time.LocalDate;
import org.leagueflow.kernel.Message;

/**
 * An import of a workbook as its page shows it: read, waiting for a choice, checked,
 * imported, or failed. The pages of every importing module show the same of it.
 */
public interface ImportCard {

	long id();

	/** Where its pages lie, such as {@code /marks/import}. */
	String home();

	/** What the keys of its words begin with, such as {@code marks}. */
	String words();

	String unit();

	String fileName();

	String uploader();

	/** The day on which the file was uploaded. */
	LocalDate day();

	/** The name of its {@link SheetImport.State}. */
	String state();

	/** How many lines there are to work on, 0 while that is not known. */
	int total();

	int done();

	/** Whether it is to be worked on. */
	boolean running();

	/** Whether whoever works on it has not been heard of for too long. */
	boolean silent();

	/** Why it came to an end, or null. */
	Message failure();

	/** Whether somebody has to say what is to be read. */
	boolean choosing();

	/** The day on which its lines were forgotten, or null while they are kept. */
	LocalDate forgotten();

	/** The sheet that is read, where it is only one and known; otherwise null. */
	default String sheet() {
		return null;
	}

	/** Its own page. */
	default String link() {
		return home() + "/" + id();
	}

	/** Whether the page shows how far the work has come. */
	default boolean working() {
		return running() && !silent();
	}

	/** Whether somebody may take the interrupted import up again. */
	default boolean resumable() {
		return silent() && SheetImport.State.IMPORTING.name().equals(state());
	}

	/** Whether there is something that was found, and something to choose from. */
	default boolean checked() {
		return !running() && !choosing() && failure() == null && forgotten() == null;
	}

}
