package org.leagueflow.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.leagueflow.people.PersonFiles;
import org.leagueflow.people.Readings;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people do with their own account. */
@Controller
@RequestMapping("/account")
class AccountController {

	private final AccountService accounts;

	private final PersonFiles files;

	private final AccountStatuses statuses;

	private final FreshSignIn signIn;

	private final AttemptThrottle throttle;

	private final Readings readings;

	private final SessionEnding sessions;

	AccountController(AccountService accounts, PersonFiles files, AccountStatuses statuses, FreshSignIn signIn,
			AttemptThrottle throttle, Readings readings, SessionEnding sessions) {
		this.accounts = accounts;
		this.files = files;
		this.statuses = statuses;
		this.signIn = signIn;
		this.throttle = throttle;
		this.readings = readings;
		this.sessions = sessions;
	}

	@GetMapping
	@AllowedTo(AllowedTo.SIGNED_IN)
	String account(Actor by, HttpServletRequest request, Model model) {
		model.addAttribute("sessions", this.sessions.of(by.account(), sessionId(request)));
		model.addAttribute("file", this.files.own(by));
		model.addAttribute("readings", this.readings.about(by.personId()));
		return "account/account";
	}

	@PostMapping("/sessions/{key}/end")
	@AllowedTo(AllowedTo.ANY_ACCOUNT)
	String endSession(@PathVariable String key, Actor by, RedirectAttributes flash) {
		this.accounts.endOwn(by, key);
		flash.addFlashAttribute("said", Message.of("people.session.ended"));
		return "redirect:/account";
	}

	@PostMapping("/sessions/end-others")
	@AllowedTo(AllowedTo.ANY_ACCOUNT)
	String endOthers(Actor by, HttpServletRequest request, RedirectAttributes flash) {
		this.accounts.endOthers(by, sessionId(request));
		flash.addFlashAttribute("said", Message.of("people.session.ended"));
		return "redirect:/account";
	}

	private static String sessionId(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session != null) ? session.getId() : null;
	}

	@GetMapping("/password")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String password(Model model) {
		model.addAttribute("forced", principal() instanceof SignedIn somebody && somebody.mustChange());
		return "account/password";
	}

	@PostMapping("/password")
	@AllowedTo(AllowedTo.ANY_ACCOUNT)
	String change(@RequestParam String current, @RequestParam String chosen, @RequestParam String repeated, Actor by,
			HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
		CredentialAttempt attempt = CredentialAttempt.of("password", by.account(), request.getRemoteAddr(), null);
		this.throttle.check("current", attempt, () -> this.accounts.knows(by, current));
		this.accounts.changeOwn(by, current, chosen, repeated, sessionId(request));
		if (principal() instanceof SignedIn somebody) {
			this.statuses.of(by.account()).ifPresent((now) -> this.signIn.renew(somebody.with(now), request, response));
		}
		flash.addFlashAttribute("said", Message.of("people.password.changed"));
		return "redirect:/";
	}

	private static Object principal() {
		var login = SecurityContextHolder.getContext().getAuthentication();
		return (login != null) ? login.getPrincipal() : null;
	}

}
