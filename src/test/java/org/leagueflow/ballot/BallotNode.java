package org.leagueflow.ballot;

import java.time.ZoneId;
import java.util.List;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.ServerKey;
import org.leagueflow.web.Dates;
import org.leagueflow.web.Words;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * As much of a node as voting needs (the two ways of signing and casting, their keys and
 * rows), so that it starts in a second and can be killed often. A cookie stands for the
 * log-in. With {@code halt.at} it kills itself before or after a row is added.
 */
@ImportAutoConfiguration({ ServletWebServerFactoryAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
		WebMvcAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class, JacksonAutoConfiguration.class,
		DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class })
@Import({ BoxController.class, Box.class, Signing.class, KeyRing.class, KeyFiles.class, BallotRepository.class,
		ServerKey.class, Words.class, Dates.class })
class BallotNode implements WebMvcConfigurer {

	public static void main(String[] args) {
		SpringApplication node = new SpringApplication(BallotNode.class);
		node.run(args);
	}

	@Bean
	BallotController ballots(Signing signing, Words words) {
		return new BallotController(null, signing, words);
	}

	@Bean
	BoxContents box(JdbcTemplate jdbc) {
		return new BoxContents(new Halting(jdbc, System.getProperty("halt.at", "")));
	}

	@Bean
	BusinessClock clock() {
		return new BusinessClock(ZoneId.of("Asia/Shanghai"));
	}

	@Bean
	MessageSource messageSource() {
		StaticMessageSource messages = new StaticMessageSource();
		messages.setUseCodeAsDefaultMessage(true);
		return messages;
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new HandlerMethodArgumentResolver() {

			@Override
			public boolean supportsParameter(MethodParameter parameter) {
				return parameter.getParameterType() == Actor.class;
			}

			@Override
			public Actor resolveArgument(MethodParameter parameter, ModelAndViewContainer container,
					NativeWebRequest request, WebDataBinderFactory binders) {
				long voter = Long.parseLong(request.getHeader("Cookie").substring("voter=".length()));
				return new Actor(voter, "p" + voter, "投票人", List.of());
			}

		});
	}

	/**
	 * Ends the process at once, without any clean-up, when the wanted row comes for the
	 * wanted time.
	 */
	private static final class Halting extends JdbcTemplate {

		private final String table;

		private final boolean before;

		private int left;

		Halting(JdbcTemplate jdbc, String at) {
			super(jdbc.getDataSource());
			String[] parts = at.split(" ");
			this.before = parts[0].equals("before");
			this.table = (parts.length > 1) ? "INSERT INTO " + parts[1] : "nothing";
			this.left = (parts.length > 2) ? Integer.parseInt(parts[2]) : 0;
		}

		@Override
		public int update(String sql, Object... args) {
			boolean counts = sql.startsWith(this.table);
			if (counts && this.before && due()) {
				Runtime.getRuntime().halt(9);
			}
			// What a voter asks for again is in already; only a row that is added is one
			// after which to die.
			int rows = super.update(sql, args);
			if (counts && !this.before && due()) {
				Runtime.getRuntime().halt(9);
			}
			return rows;
		}

		private synchronized boolean due() {
			return --this.left == 0;
		}

	}

}
