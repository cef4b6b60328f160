package org.leagueflow.account;

import jakarta.servlet.http.HttpServletRequest;
import org.leagueflow.kernel.AllowedTo;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page for the first administrator; not there without a token to use. */
@Controller
@RequestMapping("/setup")
class SetupController {

	private final SetupService setup;

	private final AttemptThrottle throttle;

	SetupController(SetupService setup, AttemptThrottle throttle) {
		this.setup = setup;
		this.throttle = throttle;
	}

	@GetMapping
	@AllowedTo(AllowedTo.EVERYBODY)
	String form(Model model) {
		model.addAttribute("roots", this.setup.begin());
		model.addAttribute("recovery", this.setup.administered());
		return "account/setup";
	}

	@PostMapping
	@AllowedTo(AllowedTo.EVERYBODY)
	String create(FirstAdministrator wish, HttpServletRequest request) {
		this.setup.begin();
		CredentialAttempt attempt = CredentialAttempt.of("setup", "", request.getRemoteAddr(), null);
		this.throttle.check("token", attempt, () -> this.setup.knows(wish.token()));
		this.setup.create(wish);
		return "redirect:/login";
	}

}
