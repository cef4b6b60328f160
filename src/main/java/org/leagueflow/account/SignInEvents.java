package org.leagueflow.account;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/** Hears from the log-in form who got in and who did not. */
@Component
class SignInEvents {

	private final SignInService signIns;

	SignInEvents(SignInService signIns) {
		this.signIns = signIns;
	}

	@EventListener
	void on(AuthenticationSuccessEvent event) {
		if (event.getAuthentication().getPrincipal() instanceof SignedIn somebody) {
			this.signIns.succeeded(somebody.actor());
		}
	}

	@EventListener
	void on(AuthenticationFailureBadCredentialsEvent event) {
		this.signIns.failed(event.getAuthentication().getName());
	}

}
