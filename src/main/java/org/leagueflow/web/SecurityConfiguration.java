package org.leagueflow.web;

import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginEmbedderPolicyHeaderWriter.CrossOriginEmbedderPolicy;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Log-in by form, log-out, CSRF and headers. Who may call which page stands on the page
 * method itself, see {@link AllowedToGuard}.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	/** Scripts and styles from this server only; nothing inline, nobody may frame us. */
	static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; "
			+ "style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; "
			+ "frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

	@Bean
	SecurityFilterChain pages(HttpSecurity http, LoginEntryPoint entryPoint, ReturnPath returnPath,
			StaleCsrfToken staleCsrfToken) throws Exception {
		http.authorizeHttpRequests((requests) -> requests.requestMatchers(EndpointRequest.to("health"))
			.permitAll()
			.requestMatchers(EndpointRequest.toAnyEndpoint())
			.access((login, request) -> new AuthorizationDecision(
					Reader.current().filter((reader) -> reader.holds("admin")).isPresent()))
			.anyRequest()
			.permitAll());
		http.formLogin((form) -> form.loginPage("/login").failureHandler(new LoginFailures()).permitAll());
		http.logout((logout) -> logout.logoutUrl("/logout")
			.logoutSuccessUrl("/login?out")
			.addLogoutHandler((request, response, login) -> Cookies.remove("SESSION", request, response)));
		http.exceptionHandling(
				(exceptions) -> exceptions.authenticationEntryPoint(entryPoint).accessDeniedHandler(staleCsrfToken));
		http.requestCache((cache) -> cache.requestCache(returnPath));
		http.csrf((csrf) -> csrf.csrfTokenRepository(csrfTokens()));
		http.sessionManagement((session) -> session.sessionFixation((fixation) -> fixation.changeSessionId()));
		http.headers(
				(headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
					.frameOptions(FrameOptionsConfig::deny)
					.crossOriginOpenerPolicy((opener) -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
					.crossOriginEmbedderPolicy((embedder) -> embedder.policy(CrossOriginEmbedderPolicy.REQUIRE_CORP))
					.crossOriginResourcePolicy((resource) -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
					.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
					.permissionsPolicyHeader(
							(permissions) -> permissions.policy("camera=(), microphone=(), geolocation=()"))
					.httpStrictTransportSecurity(Customizer.withDefaults()));
		return http.build();
	}

	/**
	 * Answers requests for this server's own names only: that of {@code leagueflow.url},
	 * those of {@code leagueflow.hosts} (separated by commas, {@code *} for any), and the
	 * machine itself.
	 */
	@Bean
	static HttpFirewall firewall(@Value("${leagueflow.url}") URI url,
			@Value("${leagueflow.hosts:}") Set<String> hosts) {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		Set<String> allowed = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]", "0:0:0:0:0:0:0:1"));
		allowed.add(url.getHost().toLowerCase(Locale.ROOT));
		hosts.forEach((host) -> allowed.add(host.strip().toLowerCase(Locale.ROOT)));
		firewall
			.setAllowedHostnames((host) -> allowed.contains("*") || allowed.contains(host.toLowerCase(Locale.ROOT)));
		return firewall;
	}

	/** Times requests as a whole; timing each filter costs more than it tells. */
	@Bean
	static SecurityObservationSettings observations() {
		return SecurityObservationSettings.noObservations();
	}

	/** In a cookie that scripts cannot read, so that the log-in page needs no session. */
	private static CookieCsrfTokenRepository csrfTokens() {
		CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
		tokens.setCookieCustomizer((cookie) -> cookie.httpOnly(true).sameSite("Lax"));
		return tokens;
	}

}
