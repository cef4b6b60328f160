package org.leagueflow.web;

import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextListener;

/** Keeps log-in sessions in the database, so that either node answers. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {

	/**
	 * Leaves transactions to {@link CalmSessions}: what only reads needs none.
	 */
	@Bean
	JdbcIndexedSessionRepository storedSessions(JdbcTemplate jdbc, ServerProperties server) {
		JdbcIndexedSessionRepository sessions = new JdbcIndexedSessionRepository(jdbc,
				TransactionOperations.withoutTransaction());
		sessions.setDefaultMaxInactiveInterval(server.getServlet().getSession().getTimeout());
		return sessions;
	}

	/**
	 * Opens the request before the session filter does, so that it can keep the session.
	 */
	@Bean
	RequestContextListener requestContextListener() {
		return new RequestContextListener();
	}

	@Bean
	@Primary
	FindByIndexNameSessionRepository<?> sessionRepository(JdbcIndexedSessionRepository stored,
			PlatformTransactionManager transactions) {
		TransactionTemplate writing = new TransactionTemplate(transactions);
		writing.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		return new CalmSessions<>(stored, writing);
	}

}
