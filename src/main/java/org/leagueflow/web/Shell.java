package org.leagueflow.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.leagueflow.kernel.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What stands around every page; {@code @shell} in templates, on error pages too. */
@Component("shell")
public class Shell {

	/** This many entries fit beside "more" in the bar at the bottom of a phone. */
	private static final int TABS = 4;

	private final List<MenuEntry> entries;

	private final RequestMappingHandlerMapping mappings;

	Shell(ObjectProvider<MenuEntry> entries,
			@Qualifier("requestMappingHandlerMapping") @Lazy RequestMappingHandlerMapping mappings) {
		this.entries = entries.stream().sorted(Comparator.comparingInt(MenuEntry::order)).toList();
		this.mappings = mappings;
	}

	/** The signed-in reader, or null. */
	public Actor reader() {
		return Reader.current().orElse(null);
	}

	public List<MenuEntry> menu() {
		Actor reader = reader();
		return (reader != null) ? this.entries.stream().filter((entry) -> entry.shownTo(reader)).toList() : List.of();
	}

	public List<MenuEntry> tabs() {
		return menu().stream().limit(TABS).toList();
	}

	/** Whether some module answers this path. */
	public boolean has(String path) {
		return this.mappings.getHandlerMethods()
			.keySet()
			.stream()
			.anyMatch((mapping) -> mapping.getPatternValues().contains(path));
	}

	public boolean english() {
		return Locale.ENGLISH.getLanguage().equals(LocaleContextHolder.getLocale().getLanguage());
	}

}
