package org.leagueflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.leagueflow.kernel.BusinessClock;
import org.springframework.beans.factory.annotation.Autowired;

@StoryTest
class ApplicationTests {

	@Autowired
	BusinessClock clock;

	@Test
	void theApplicationStarts() {
		assertThat(this.clock.getZone().getId()).isEqualTo("Asia/Shanghai");
	}

}
