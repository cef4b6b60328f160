package org.leagueflow.engine.camunda;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets the engine parse a folder without deploying it; its parse errors become faults.
 */
@Component
class EngineParseCheck {

	private final ObjectProvider<ProcessEngineConfiguration> engine;

	EngineParseCheck(ObjectProvider<ProcessEngineConfiguration> engine) {
		this.engine = engine;
	}

	void look(Folder folder) {
		String xml = folder.files().get(folder.file());
		try {
			ProcessEngineConfigurationImpl settings = (ProcessEngineConfigurationImpl) this.engine.getObject();
			settings.getCommandExecutorTxRequired().execute((command) -> {
				DeploymentEntity nowhere = new DeploymentEntity();
				nowhere.setId("check");
				return new BpmnParser(settings.getExpressionManager(), settings.getBpmnParseFactory()).createParse()
					.sourceInputStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
					.deployment(nowhere)
					.name(folder.file())
					.execute();
			});
		}
		catch (ParseException ex) {
			ex.getResorceReports().forEach((report) -> report.getErrors().forEach((problem) -> {
				if (!folder.faulty(problem.getMainElementId())) {
					folder.said(folder.file(), problem.getLine(), problem.getMessage(), "engine.parse");
				}
			}));
		}
		catch (ProcessEngineException ex) {
			if (folder.faults().isEmpty()) {
				folder.said(folder.file(), 0, String.valueOf(ex.getMessage()), "engine.parse");
			}
		}
		model(folder, xml);
	}

	/** The catalogue and the tables read with the standard's schema. */
	private static void model(Folder folder, String xml) {
		if (!folder.faults().isEmpty()) {
			return;
		}
		try {
			new Diagram(xml).info("check", 0);
		}
		catch (RuntimeException ex) {
			folder.said(folder.file(), 0, words(ex), "engine.parse");
		}
		folder.tables().keySet().forEach((path) -> {
			try {
				new DecisionTables(java.util.Map.of(path, folder.files().get(path)), null).check();
			}
			catch (RuntimeException ex) {
				folder.said(path, 0, words(ex), "engine.parse");
			}
		});
	}

	private static String words(Throwable ex) {
		Throwable last = ex;
		while (last.getCause() != null && last.getCause() != last) {
			last = last.getCause();
		}
		return String.valueOf(last.getMessage());
	}

}
