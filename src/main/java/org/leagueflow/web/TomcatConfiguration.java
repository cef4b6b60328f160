package org.leagueflow.web;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this application asks of its web server beyond Spring Boot's properties. */
@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {

	/**
	 * Bounds slow bodies, after the proxy's word about the address was heard; after
	 * {@code leagueflow.slow-body-grace} a body must have arrived at a least rate. With
	 * {@code leagueflow.https} every request counts as https (cookies are marked Secure),
	 * for a proxy that speaks TLS and does not say so. With
	 * {@code leagueflow.health-port} health answers on that port, too, with threads of
	 * its own.
	 */
	@Bean
	static WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcat(ServerProperties server,
			@Value("${leagueflow.https:false}") boolean https, @Value("${leagueflow.health-port:-1}") int healthPort,
			@Value("${leagueflow.slow-body-grace:10s}") Duration slowBodyGrace) {
		return (factory) -> {
			factory.setProtocol(BoundedHttpProtocol.class.getName());
			factory.addEngineValves(new SlowRequestValve(server.getTomcat().getThreads().getMax(), slowBodyGrace));
			if (healthPort >= 0) {
				HealthConnector health = new HealthConnector(healthPort);
				factory.addAdditionalTomcatConnectors(health.connector());
				factory.addEngineValves(health);
			}
			if (https) {
				factory.addConnectorCustomizers((connector) -> {
					connector.setSecure(true);
					connector.setScheme("https");
				});
			}
		};
	}

}
