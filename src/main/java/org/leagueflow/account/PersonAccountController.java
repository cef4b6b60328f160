package org.leagueflow.account;

import jakarta.servlet.http.HttpServletResponse;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.PersonFiles;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the administrator does with somebody's account. */
@Controller
@RequestMapping("/admin/people/{id}/account")
class PersonAccountController {

	private final AccountService accounts;

	private final PersonFiles files;

	PersonAccountController(AccountService accounts, PersonFiles files) {
		this.accounts = accounts;
		this.files = files;
	}

	@PostMapping
	@AllowedTo(Roles.ADMIN)
	String open(@PathVariable long id, @RequestParam String login, Actor by, Model model,
			HttpServletResponse response) {
		return once(id, this.accounts.open(id, login, by), by, model, response);
	}

	@PostMapping("/reset")
	@AllowedTo(Roles.ADMIN)
	String reset(@PathVariable long id, Actor by, Model model, HttpServletResponse response) {
		return once(id, this.accounts.reset(id, by), by, model, response);
	}

	@PostMapping("/lock")
	@AllowedTo(Roles.ADMIN)
	String lock(@PathVariable long id, Actor by, RedirectAttributes flash) {
		this.accounts.lock(id, by);
		return said(id, flash);
	}

	@PostMapping("/unlock")
	@AllowedTo(Roles.ADMIN)
	String unlock(@PathVariable long id, Actor by, RedirectAttributes flash) {
		this.accounts.unlock(id, by);
		return said(id, flash);
	}

	@PostMapping("/disable")
	@AllowedTo(Roles.ADMIN)
	String disable(@PathVariable long id, Actor by, RedirectAttributes flash) {
		this.accounts.disable(id, by);
		return said(id, flash);
	}

	@PostMapping("/enable")
	@AllowedTo(Roles.ADMIN)
	String enable(@PathVariable long id, Actor by, RedirectAttributes flash) {
		this.accounts.enable(id, by);
		return said(id, flash);
	}

	@PostMapping("/end-sessions")
	@AllowedTo(Roles.ADMIN)
	String endSessions(@PathVariable long id, Actor by, RedirectAttributes flash) {
		this.accounts.endSessions(id, by);
		return said(id, flash);
	}

	/** Shown in this answer and never again, so there is no redirect to carry it. */
	private String once(long id, OneTimePassword password, Actor by, Model model, HttpServletResponse response) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
		model.addAttribute("file", this.files.person(id, by));
		model.addAttribute("login", password.login());
		model.addAttribute("password", password.password());
		return "account/one-time";
	}

	private static String said(long id, RedirectAttributes flash) {
		flash.addFlashAttribute("said", Message.of("people.account.changed"));
		return "redirect:/admin/people/" + id;
	}

}
