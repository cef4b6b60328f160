package org.leagueflow.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.leagueflow.web.TooManyAttempts;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Checks passwords at log-in, as fast as {@link AttemptThrottle} lets it. */
@Component
class ThrottledSignIn extends DaoAuthenticationProvider {

	private static final String ABOUT = "sign-in";

	private final AttemptThrottle throttle;

	private final KnownDevices devices;

	private final SignInService signIns;

	ThrottledSignIn(SignInService signIns, PasswordEncoder encoder, AttemptThrottle throttle, KnownDevices devices) {
		super(signIns);
		setPasswordEncoder(encoder);
		this.throttle = throttle;
		this.devices = devices;
		this.signIns = signIns;
	}

	/**
	 * @throws TooManyAttempts when the password is not even looked at
	 */
	@Override
	public Authentication authenticate(Authentication login) {
		CredentialAttempt attempt = attempt(SignInService.login(login.getName()));
		Duration wait = this.throttle.admit(attempt);
		if (!wait.isZero()) {
			throw new TooManyAttempts(wait);
		}
		try {
			Authentication done = super.authenticate(login);
			this.throttle.succeeded(attempt);
			attributes()
				.ifPresent((now) -> this.devices.remember(attempt.account(), now.getRequest(), now.getResponse()));
			return done;
		}
		catch (InternalAuthenticationServiceException ex) {
			throw ex; // nobody guessed wrong: the database is away
		}
		catch (AuthenticationException ex) {
			if (this.throttle.failed(attempt)) {
				this.signIns.slowedDown(attempt.account());
			}
			throw ex;
		}
	}

	private CredentialAttempt attempt(String account) {
		HttpServletRequest request = attributes().map(ServletRequestAttributes::getRequest).orElse(null);
		return (request == null) ? CredentialAttempt.of(ABOUT, account, "", null) : CredentialAttempt.of(ABOUT, account,
				request.getRemoteAddr(), this.devices.of(account, request).orElse(null));
	}

	private static Optional<ServletRequestAttributes> attributes() {
		return Optional.ofNullable((ServletRequestAttributes) RequestContextHolder.getRequestAttributes());
	}

}
