package org.leagueflow.engine.camunda;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How the embedded engine is set up: what it may do, and above all what it may not. */
@Component
@Order(Ordering.DEFAULT_ORDER + 1)
class EngineSettings extends SpringBootProcessEnginePlugin {

	@Override
	public void preInit(SpringProcessEngineConfiguration configuration) {
		configuration.setIdGenerator(new StrongUuidGenerator());
		configuration.setHistoryTimeToLive("P730D");
		configuration.setJavaSerializationFormatEnabled(false);
		configuration.setEnableExpressionsInAdhocQueries(false);
		configuration.setEnableExpressionsInStoredQueries(false);
		configuration.setAuthorizationEnabled(false);
		configuration.setDbMetricsReporterActivate(false);
		configuration.setMetricsEnabled(false);
		configuration.setTaskMetricsEnabled(false);
		configuration.setEnableScriptEngineLoadExternalResources(false);
		configuration.setDeployChangedOnly(true);
		configuration.setJdbcBatchProcessing(true);
	}

}
