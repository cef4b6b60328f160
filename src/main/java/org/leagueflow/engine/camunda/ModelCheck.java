package org.leagueflow.engine.camunda;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.leagueflow.engine.CalledMatters;
import org.leagueflow.engine.ModelFault;
import org.leagueflow.engine.Models;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Checks process folders with the bindings that the application has. */
@Component
class ModelCheck implements Models {

	private final ApplicationContext context;

	private final EngineParseCheck engine;

	private final Supplier<Map<String, Map<String, String>>> shipped = SingletonSupplier.of(Folders::onClasspath);

	ModelCheck(ApplicationContext context, EngineParseCheck engine) {
		this.context = context;
		this.engine = engine;
	}

	@Override
	public List<ModelFault> check(String process, Map<String, String> files, Map<String, Map<String, String>> folders) {
		return look(process, files, folders).faults();
	}

	@Override
	public List<ModelFault> overlaps(String process, Map<String, String> files) {
		return look(process, files, Map.of()).overlaps();
	}

	/**
	 * Checks a version that still has running cases but is no longer the latest.
	 * @param folders those that it may call now
	 */
	List<ModelFault> checkEarlier(String process, Map<String, String> files, Map<String, Map<String, String>> folders) {
		return look(process, files, folders).faultsOfEarlier();
	}

	private FolderCheck look(String process, Map<String, String> files, Map<String, Map<String, String>> folders) {
		Neighbours others = new Neighbours(folders,
				this.context.getBeanProvider(CalledMatters.class).stream().toList());
		return new FolderCheck(process, files, this::bindingClass, others, this.engine);
	}

	private Class<?> bindingClass(String process) {
		return Bindings.of(this.context, process).<Class<?>>map(AopUtils::getTargetClass).orElse(null);
	}

	@Override
	public Map<String, Map<String, String>> folders() {
		return this.shipped.get();
	}

}
