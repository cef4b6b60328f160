package org.leagueflow.engine.camunda;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;
import org.leagueflow.kernel.BusinessClock;
import org.mybatis.spring.transaction.SpringManagedTransactionFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How the embedded engine is set up: what it may do, and above all what it may not. */
@Component
@Order(Ordering.DEFAULT_ORDER + 1)
class EngineSettings extends SpringBootProcessEnginePlugin {

	private final ApplicationContext context;

	private final EventTranslation events;

	private final BusinessClock clock;

	EngineSettings(ApplicationContext context, EventTranslation events, BusinessClock clock) {
		this.context = context;
		this.events = events;
		this.clock = clock;
		clock.followedBy((ahead) -> ClockUtil.offset(ahead.toMillis()));
	}

	@Override
	public void preInit(SpringProcessEngineConfiguration configuration) {
		configuration.setIdGenerator(new StrongUuidGenerator());
		configuration.setTransactionFactory(new SpringManagedTransactionFactory());
		configuration.setDmnEngineConfiguration(CachingFeelEngine.settings());
		configuration.setHistoryTimeToLive("P730D");
		// Clean-up goes by the end of a case and its time to live; the engine would write
		// a
		// removal time into every row of a case's history when it ends.
		configuration.setHistoryCleanupStrategy("endTimeBased");
		configuration.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_NONE);
		configuration.setExpressionManager(new GuardedExpressions(this.context));
		configuration.setCustomPreBPMNParseListeners(List.<BpmnParseListener>of(this.events));
		forbid(configuration);
	}

	/**
	 * Looks for timers at once when the clock was moved; otherwise an idle engine looks
	 * about once a minute.
	 */
	@Override
	public void postProcessEngineBuild(ProcessEngine engine) {
		JobExecutor jobs = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
		this.clock.followedBy((ahead) -> jobs.jobWasAdded());
	}

	/**
	 * Everything through which code could reach the engine, or leave it, unseen by the
	 * domain.
	 */
	private void forbid(SpringProcessEngineConfiguration configuration) {
		configuration.setJavaSerializationFormatEnabled(false);
		configuration.setEnableExpressionsInAdhocQueries(false);
		configuration.setEnableExpressionsInStoredQueries(false);
		configuration.setEnableScriptEngineLoadExternalResources(false);
		configuration.setEnableExceptionsAfterUnhandledBpmnError(true); // or it ends
																		// cases without a
																		// word
		configuration.setMetricsEnabled(false);
		configuration.setTaskMetricsEnabled(false);
		configuration.setDbMetricsReporterActivate(false);
		configuration.setAuthorizationEnabled(false);
	}

}
