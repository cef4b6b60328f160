package org.leagueflow.kernel;

import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives everybody the one business clock. */
@Configuration(proxyBeanMethods = false)
class KernelConfiguration {

	@Bean
	BusinessClock businessClock(@Value("${leagueflow.zone:Asia/Shanghai}") ZoneId zone) {
		return new BusinessClock(zone);
	}

	@Bean
	KeyHolder serverKeyHolder(ServerKey key) {
		return new KeyHolder(KeyWitness.SERVER, key.id(), key.source());
	}

}
