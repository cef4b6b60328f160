package org.leagueflow.audit;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets the sealer look again and again. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class AuditConfiguration {

}
