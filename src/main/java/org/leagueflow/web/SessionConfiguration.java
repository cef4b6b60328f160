package org.leagueflow.web;

import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.servlet.filter.OrderedRequestContextFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps log-in sessions in the database, so that either node answers. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {

	/**
	 * Leaves transactions to {@link ChangeTrackingSessions}: what only reads needs none.
	 */
	@Bean
	JdbcIndexedSessionRepository storedSessions(JdbcTemplate jdbc, ServerProperties server) {
		JdbcIndexedSessionRepository sessions = new JdbcIndexedSessionRepository(jdbc,
				TransactionOperations.withoutTransaction());
		sessions.setDefaultMaxInactiveInterval(server.getServlet().getSession().getTimeout());
		return sessions;
	}

	/**
	 * Keeps request and response at hand before the session filter runs, so that it can
	 * keep the session; a listener would know no response.
	 */
	@Bean
	OrderedRequestContextFilter requestContextFilter() {
		OrderedRequestContextFilter filter = new OrderedRequestContextFilter();
		filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
		return filter;
	}

	@Bean
	@Primary
	FindByIndexNameSessionRepository<?> sessionRepository(JdbcIndexedSessionRepository stored,
			PlatformTransactionManager transactions) {
		TransactionTemplate writing = new TransactionTemplate(transactions);
		writing.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		return new ChangeTrackingSessions<>(stored, writing);
	}

}
