package org.leagueflow.ballot;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The way to the box knows nobody: no session, no log-in, no CSRF token. */
@Configuration(proxyBeanMethods = false)
class BoxSecurity {

	@Bean
	@Order(0)
	SecurityFilterChain ballotBox(HttpSecurity http) throws Exception {
		http.securityMatcher(BoxController.PATH + "/**");
		http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll());
		http.csrf(AbstractHttpConfigurer::disable);
		http.logout(AbstractHttpConfigurer::disable);
		http.requestCache(AbstractHttpConfigurer::disable);
		http.securityContext(AbstractHttpConfigurer::disable);
		http.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
		return http.build();
	}

}
