package org.leagueflow.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.leagueflow.StoryTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@StoryTest
class EngineTablesTests {

	@Autowired
	RepositoryService repository;

	@Autowired
	RuntimeService runtime;

	@Autowired
	JdbcTemplate jdbc;

	@Test
	void aRareCharacterSurvivesInAProcessVariable() {
		String deployment = this.repository.createDeployment()
			.addModelInstance("rare.bpmn",
					Bpmn.createExecutableProcess("rare")
						.camundaHistoryTimeToLive(1)
						.startEvent()
						.receiveTask()
						.endEvent()
						.done())
			.deploy()
			.getId();
		String id = this.runtime.startProcessInstanceByKey("rare", "999999999999", Map.of("name", "沈𬭩")).getId();
		assertThat(this.runtime.getVariable(id, "name")).isEqualTo("沈𬭩");
		this.repository.deleteDeployment(deployment, true, true);
	}

	@Test
	@EnabledIfSystemProperty(named = "leagueflow.test.db", matches = "mysql")
	void everyTextColumnTakesFourBytesAndEveryMomentKeepsItsMilliseconds() {
		String ours = " FROM information_schema.columns WHERE table_schema = DATABASE()"
				+ " AND table_name <> 'flyway_schema_history'";
		assertThat(this.jdbc.queryForList("SELECT CONCAT(table_name, '.', column_name)" + ours
				+ " AND character_set_name IS NOT NULL AND character_set_name <> 'utf8mb4'", String.class))
			.as("make these tables utf8mb4, or names with rare characters are lost")
			.isEmpty();
		assertThat(this.jdbc.queryForList("SELECT CONCAT(table_name, '.', column_name)" + ours
				+ " AND data_type IN ('datetime', 'timestamp') AND datetime_precision < 3", String.class))
			.as("make these columns DATETIME(3), or moments are rounded to seconds")
			.isEmpty();
	}

}
