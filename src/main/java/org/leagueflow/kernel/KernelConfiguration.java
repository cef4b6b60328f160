package org.leagueflow.kernel;

import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** Gives everybody the one business clock, and one exception for a key that exists. */
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

	/**
	 * Whoever inserts a key that exists gets a {@link DuplicateKeyException}, by JPA as
	 * by SQL; on H2 Hibernate does not tell it from other constraints.
	 */
	@Bean
	static BeanPostProcessor duplicateKeyTranslation() {
		SQLExceptionTranslator translator = new SQLExceptionSubclassTranslator();
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				if (bean instanceof HibernateJpaVendorAdapter hibernate) {
					hibernate.getJpaDialect()
						.setJdbcExceptionTranslator((task, sql,
								ex) -> (translator.translate(task, sql, ex) instanceof DuplicateKeyException duplicate)
										? duplicate : null);
				}
				return bean;
			}
		};
	}

}
