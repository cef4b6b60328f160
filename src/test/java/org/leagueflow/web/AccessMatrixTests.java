package org.leagueflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Everybody who may and may not call every page method there is, found from the running
 * application.
 */
@StoryTest
class AccessMatrixTests {

	private static final String ANONYMOUS = "anonymous";

	private static final String NO_ROLE = "no role";

	private static final List<String> READERS = List.of(ANONYMOUS, NO_ROLE, "branch-committee", "branch-secretary",
			"general-branch", "league-committee", "league-secretary", "county-committee", "party-liaison", "auditor",
			"admin");

	private static final Set<String> ROLES = Set.of("applicant", "mentor", "introducer", "group-leader",
			"branch-committee", "branch-secretary", "general-branch", "league-committee", "league-secretary",
			"county-committee", "party-liaison", "auditor", "admin", AllowedTo.SIGNED_IN, AllowedTo.ANY_ACCOUNT,
			AllowedTo.EVERYBODY);

	private static final List<String> OVERSIGHT = List.of("auditor", "admin");

	/** What auditors and administrators change though no page method names their role. */
	private static final Set<String> OF_THE_OWN_ACCOUNT = Set.of("/account/password", "/account/sessions/{key}/end",
			"/account/sessions/end-others", "/notifications/{id}/open", "/notifications/read-all", "/practice/clock");

	/** Under these an administrator works in the own office. */
	private static final Pattern ADMINISTRATION = Pattern.compile(
			"/admin/.*|/members/import.*|/members/\\{personId}/id-number|/(members|cases)/\\{id}/reading|/audit/verify"
					+ "|/audit/checkpoints/\\{size}/witness");

	@Autowired
	MockMvc mvc;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping mappings;

	@Autowired
	PlatformTransactionManager transactions;

	@Autowired
	BusinessClock clock;

	@AfterEach
	void today() {
		this.clock.offset(Duration.ZERO);
	}

	@Test
	void everyPageMethodSaysWhoMayCallItInRolesThatExist() {
		List<String> faults = new ArrayList<>();
		this.mappings.getHandlerMethods().forEach((mapping, method) -> {
			List<String> roles = AllowedToGuard.allowed(method);
			if (roles.isEmpty()) {
				faults.add("put @AllowedTo on " + method.getShortLogMessage());
			}
			if (!ROLES.containsAll(roles)) {
				faults.add("name roles that exist on " + method.getShortLogMessage() + ": " + roles);
			}
		});
		assertThat(faults).isEmpty();
	}

	@Test
	void everyReaderGetsExactlyWhatTheAnnotationSays() {
		List<Endpoint> endpoints = endpoints();
		List<String> faults = new ArrayList<>();
		for (Endpoint endpoint : endpoints) {
			for (String reader : READERS) {
				String fault = fault(endpoint, reader);
				if (fault != null) {
					faults.add(endpoint + " as " + reader + ": " + fault);
				}
			}
		}
		System.out.printf("Access matrix: %d endpoints × %d readers = %d requests, %d page methods, all annotated%n",
				endpoints.size(), READERS.size(), endpoints.size() * READERS.size(),
				this.mappings.getHandlerMethods().size());
		assertThat(faults).isEmpty();
	}

	/**
	 * Whoever adds a page that changes something and lets auditors or administrators
	 * there says so here, with a reason.
	 */
	@Test
	void oversightChangesNothingButItsOwnOfficeAndAccount() {
		Set<String> open = new TreeSet<>();
		this.mappings.getHandlerMethods().forEach((mapping, method) -> {
			boolean reads = mapping.getMethodsCondition().getMethods().equals(Set.of(RequestMethod.GET));
			List<String> roles = AllowedToGuard.allowed(method);
			if (!reads && (roles.contains(AllowedTo.ANY_ACCOUNT) || OVERSIGHT.stream().anyMatch(roles::contains))) {
				open.addAll(mapping.getPatternValues());
			}
		});
		assertThat(open).contains("/account/password");
		open.removeAll(OF_THE_OWN_ACCOUNT);
		assertThat(open).isNotEmpty().allMatch((path) -> ADMINISTRATION.matcher(path).matches());
	}

	private String fault(Endpoint endpoint, String reader) {
		Answer answer = ask(endpoint, reader);
		if (answer.status() >= 500) {
			return "is a bug, " + answer.status();
		}
		if (may(endpoint, reader)) {
			return answer.guarded() ? "should be let through, got " + answer.status() : null;
		}
		if (ANONYMOUS.equals(reader)) {
			return answer.toLogin() ? null : "should be sent to the log-in page, got " + answer.status();
		}
		return answer.guarded() ? null : "should be refused, got " + answer.status();
	}

	private static boolean may(Endpoint endpoint, String reader) {
		List<String> roles = endpoint.roles();
		boolean looksOn = OVERSIGHT.contains(reader) && endpoint.method() != RequestMethod.GET
				&& !endpoint.path().startsWith("/ballot-box/"); // which knows nobody, by
																// design
		if (roles.contains(AllowedTo.EVERYBODY) || roles.contains(AllowedTo.SIGNED_IN) && !ANONYMOUS.equals(reader)) {
			return !looksOn || roles.contains(reader);
		}
		return !ANONYMOUS.equals(reader) && (roles.contains(AllowedTo.ANY_ACCOUNT) || roles.contains(reader));
	}

	/** Asks in a transaction of its own that is rolled back, so that nothing stays. */
	private Answer ask(Endpoint endpoint, String reader) {
		return new TransactionTemplate(this.transactions).execute((transaction) -> {
			transaction.setRollbackOnly();
			try {
				MvcResult result = this.mvc.perform(request(endpoint, reader)).andReturn();
				return Answer.of(result);
			}
			catch (Exception ex) {
				throw new IllegalStateException(endpoint + " as " + reader, ex);
			}
		});
	}

	private static MockHttpServletRequestBuilder request(Endpoint endpoint, String reader) {
		MockHttpServletRequestBuilder request = MockMvcRequestBuilders
			.request(HttpMethod.valueOf(endpoint.method().name()), endpoint.path())
			.accept(MediaType.TEXT_HTML, MediaType.ALL)
			.with(csrf());
		if (ANONYMOUS.equals(reader)) {
			return request;
		}
		return request.with(NO_ROLE.equals(reader) ? Principal.holding() : Principal.holding(reader));
	}

	private List<Endpoint> endpoints() {
		List<Endpoint> endpoints = new ArrayList<>();
		for (Map.Entry<RequestMappingInfo, HandlerMethod> entry : this.mappings.getHandlerMethods().entrySet()) {
			Set<RequestMethod> methods = entry.getKey().getMethodsCondition().getMethods();
			for (String pattern : entry.getKey().getPatternValues()) {
				for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST)
						: methods) {
					endpoints.add(new Endpoint(method, pattern.replaceAll("\\{[^}]*}", "999999999"),
							AllowedToGuard.allowed(entry.getValue())));
				}
			}
		}
		endpoints.sort((one, two) -> one.toString().compareTo(two.toString()));
		return endpoints;
	}

	private record Endpoint(RequestMethod method, String path, List<String> roles) {

		@Override
		public String toString() {
			return this.method + " " + this.path;
		}

	}

	/** guarded: refused by the guard itself rather than by a use case. */
	private record Answer(int status, boolean toLogin, boolean guarded) {

		static Answer of(MvcResult result) {
			int status = result.getResponse().getStatus();
			String location = result.getResponse().getRedirectedUrl();
			boolean toLogin = status == 401
					|| location != null && location.endsWith("/login") && result.getModelAndView() == null;
			boolean guarded = result.getResolvedException() instanceof Refusal.NotAllowed no
					&& Set.of("refusal.web.role", "refusal.web.oversees").contains(no.words().key());
			return new Answer(status, toLogin, guarded);
		}

	}

}
