package org.leagueflow.people;

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

	SetupController(SetupService setup) {
		this.setup = setup;
	}

	@GetMapping
	@AllowedTo(AllowedTo.EVERYBODY)
	String form(Model model) {
		model.addAttribute("roots", this.setup.begin());
		return "people/setup";
	}

	@PostMapping
	@AllowedTo(AllowedTo.EVERYBODY)
	String create(FirstAdministrator wish) {
		this.setup.create(wish);
		return "redirect:/login";
	}

}
