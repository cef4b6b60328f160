package org.leagueflow.engine;

import java.util.Optional;
import org.leagueflow.engine.Catalogue.ProcessInfo;
import org.leagueflow.kernel.Refusal;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What processes, stages, boxes and outcomes are called in the reader's language;
 * {@code @processNames} in templates. A diagram is written in one language and may say
 * the same in others by {@code camunda:property}: {@code name.en} for a name,
 * {@code sentence.en} for the sentence about the process, {@code done} and
 * {@code done.en} for what the history says of an answered box. What it does not say is
 * read in the diagram's language.
 */
@Component("processNames")
public class ProcessNames {

	private static final String NAME = "name";

	private static final String DONE = "done";

	private final Catalogue catalogue;

	ProcessNames(Catalogue catalogue) {
		this.catalogue = catalogue;
	}

	/** The process by its id; a process that is not deployed is called by its id. */
	public String process(String process) {
		return this.catalogue.find(process).map(this::process).orElse(process);
	}

	public String process(ProcessInfo info) {
		return said(info, info.id(), NAME, info.name());
	}

	/** The sentence about the process. */
	public String sentence(ProcessInfo info) {
		return said(info, info.id(), "sentence", info.sentence());
	}

	/** A stage, or an outcome, of the process's latest version. */
	public String element(String process, String id, String name) {
		return this.catalogue.find(process).map((info) -> said(info, id, NAME, name)).orElse(name);
	}

	/** A box of one version; {@code name} is what the diagram calls it. */
	public String box(String version, String box, String name) {
		return version(version).map((info) -> said(info, box, NAME, name)).orElse(name);
	}

	/** What was done at a box, such as 与申请人谈话, or its name. */
	public String done(String version, String box, String name) {
		return version(version).map((info) -> done(info, box, name)).orElse(name);
	}

	/**
	 * What whoever started the process did, such as 提交入团申请书; empty where nobody says it.
	 */
	public Optional<String> begun(String version) {
		return version(version).map((info) -> done(info, info.begin(), null));
	}

	private String done(ProcessInfo info, String box, String name) {
		String done = said(info, box, DONE, null);
		return (done != null) ? done : said(info, box, NAME, name);
	}

	private Optional<ProcessInfo> version(String version) {
		try {
			return Optional.of(this.catalogue.version(version));
		}
		catch (Refusal.NotFound ex) {
			return Optional.empty();
		}
	}

	private String said(ProcessInfo info, String element, String property, String otherwise) {
		if (element == null) {
			return otherwise;
		}
		String language = LocaleContextHolder.getLocale().getLanguage();
		return this.catalogue.property(info.version(), element, property + "." + language)
			.or(() -> this.catalogue.property(info.version(), element, property))
			.filter((said) -> !said.isBlank())
			.orElse(otherwise);
	}

}
