package org.leagueflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.repository.Repository;

/**
 * The application makes a repository when it is first asked for something, and parses its
 * queries then; a query that cannot be parsed is found here.
 */
@StoryTest
class RepositoriesTests {

	@Autowired
	ApplicationContext context;

	@Test
	void everyRepositoryParsesItsQueries() {
		@SuppressWarnings("rawtypes")
		Map<String, Repository> all = this.context.getBeansOfType(Repository.class);
		assertThat(all).hasSizeGreaterThan(50).allSatisfy((name, one) -> assertThat(one).isNotNull());
	}

}
