package org.leagueflow.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people do with their own account. */
@Controller
@RequestMapping("/account")
class AccountController {

	private final AccountService accounts;

	private final PeopleDesk desk;

	private final Standings standings;

	private final FreshSignIn signIn;

	private final GuessThrottle throttle;

	AccountController(AccountService accounts, PeopleDesk desk, Standings standings, FreshSignIn signIn,
			GuessThrottle throttle) {
		this.accounts = accounts;
		this.desk = desk;
		this.standings = standings;
		this.signIn = signIn;
		this.throttle = throttle;
	}

	@GetMapping
	@AllowedTo(AllowedTo.SIGNED_IN)
	String account(Actor by, Model model) {
		model.addAttribute("file", this.desk.own(by));
		return "people/account";
	}

	@GetMapping("/password")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String password(Model model) {
		model.addAttribute("forced", principal() instanceof SignedIn somebody && somebody.mustChange());
		return "people/password";
	}

	@PostMapping("/password")
	@AllowedTo(AllowedTo.ANY_ACCOUNT)
	String change(@RequestParam String current, @RequestParam String chosen, @RequestParam String repeated, Actor by,
			HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
		Guess guess = Guess.of("password", by.account(), request.getRemoteAddr(), null);
		this.throttle.check("current", guess, () -> this.accounts.knows(by, current));
		HttpSession session = request.getSession(false);
		this.accounts.changeOwn(by, current, chosen, repeated, (session != null) ? session.getId() : null);
		if (principal() instanceof SignedIn somebody) {
			this.standings.of(by.account())
				.ifPresent((now) -> this.signIn.renew(somebody.with(now), request, response));
		}
		flash.addFlashAttribute("said", Message.of("people.password.changed"));
		return "redirect:/";
	}

	private static Object principal() {
		var login = SecurityContextHolder.getContext().getAuthentication();
		return (login != null) ? login.getPrincipal() : null;
	}

}
