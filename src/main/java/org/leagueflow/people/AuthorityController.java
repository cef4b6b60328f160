package org.leagueflow.people;

import java.time.LocalDate;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.ApprovalAuthority.Kind;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page about who may approve new members (细则§23). */
@Controller
@RequestMapping("/admin/authority")
class AuthorityController {

	private final AuthorityService authorities;

	private final PeoplePages pages;

	AuthorityController(AuthorityService authorities, PeoplePages pages) {
		this.authorities = authorities;
		this.pages = pages;
	}

	@GetMapping
	@AllowedTo({ Roles.ADMIN, Roles.COUNTY_COMMITTEE })
	String list(Actor by, Model model) {
		model.addAttribute("rows", this.pages.authorities(by));
		model.addAttribute("units",
				this.pages.units(by, Roles.ADMIN, Roles.COUNTY_COMMITTEE)
					.stream()
					.filter((unit) -> unit.kind() == UnitKind.GENERAL_BRANCH
							|| (unit.kind() == UnitKind.COMMITTEE && unit.parentId() != null))
					.toList());
		return "people/authority";
	}

	@PostMapping
	@AllowedTo({ Roles.ADMIN, Roles.COUNTY_COMMITTEE })
	String give(@RequestParam long unitId, @RequestParam Kind kind,
			@RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
			@RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate to, @RequestParam String reason,
			Actor by, RedirectAttributes flash) {
		this.authorities.give(unitId, kind, from, to, reason, by);
		flash.addFlashAttribute("said", Message.of("people.authority.given"));
		return "redirect:/admin/authority";
	}

	@PostMapping("/{id}/revoke")
	@AllowedTo({ Roles.ADMIN, Roles.COUNTY_COMMITTEE })
	String revoke(@PathVariable long id, Actor by, RedirectAttributes flash) {
		this.authorities.revoke(id, by);
		flash.addFlashAttribute("said", Message.of("people.authority.revoked"));
		return "redirect:/admin/authority";
	}

}
