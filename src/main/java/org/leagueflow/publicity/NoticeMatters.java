package org.leagueflow.publicity;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.leagueflow.engine.CalledMatters;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Finds what the process modules announce. */
@Component
class NoticeMatters implements CalledMatters {

	static final String PROCESS = "notice";

	/** By name; known from the first question on. */
	private final Supplier<Map<String, NoticeMatter>> matters;

	NoticeMatters(ObjectProvider<NoticeMatter> matters) {
		this.matters = SingletonSupplier
			.of(() -> matters.stream().collect(Collectors.toMap(NoticeMatter::name, Function.identity())));
	}

	NoticeMatter of(String matter) {
		NoticeMatter found = this.matters.get().get(matter);
		if (found == null) {
			throw new IllegalStateException("No bean says what is announced as " + matter);
		}
		return found;
	}

	@Override
	public String process() {
		return PROCESS;
	}

	@Override
	public Collection<String> matters() {
		return this.matters.get().keySet();
	}

}
