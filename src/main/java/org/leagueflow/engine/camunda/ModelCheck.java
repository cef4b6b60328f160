package org.leagueflow.engine.camunda;

import java.util.List;
import java.util.Map;
import org.leagueflow.engine.ModelFault;
import org.leagueflow.engine.Models;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Checks process folders with the bindings that the application has. */
@Component
class ModelCheck implements Models {

	private final ApplicationContext context;

	private final EngineParseCheck engine;

	ModelCheck(ApplicationContext context, EngineParseCheck engine) {
		this.context = context;
		this.engine = engine;
	}

	@Override
	public List<ModelFault> check(String process, Map<String, String> files) {
		return new FolderCheck(process, files, this::bindingClass, this.engine).faults();
	}

	@Override
	public List<ModelFault> overlaps(String process, Map<String, String> files) {
		return new FolderCheck(process, files, this::bindingClass, this.engine).overlaps();
	}

	/** Checks a version that still has running cases but is no longer the latest. */
	List<ModelFault> checkEarlier(String process, Map<String, String> files) {
		return new FolderCheck(process, files, this::bindingClass, this.engine).faultsOfEarlier();
	}

	private Class<?> bindingClass(String process) {
		return Bindings.of(this.context, process).<Class<?>>map(AopUtils::getTargetClass).orElse(null);
	}

	@Override
	public Map<String, Map<String, String>> folders() {
		return Folders.onClasspath();
	}

}
