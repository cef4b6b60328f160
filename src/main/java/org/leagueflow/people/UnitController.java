package org.leagueflow.people;

import java.util.List;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People.UnitCard;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator's pages about the org tree. */
@Controller
@RequestMapping("/admin/units")
class UnitController {

	private final UnitService units;

	private final PeoplePages pages;

	UnitController(UnitService units, PeoplePages pages) {
		this.units = units;
		this.pages = pages;
	}

	@GetMapping
	@AllowedTo(Roles.ADMIN)
	String tree(@RequestParam(required = false) Long unit, Actor by, Model model) {
		List<UnitCard> reach = this.pages.units(by, Roles.ADMIN);
		Long shown = (unit != null || reach.isEmpty()) ? unit : Long.valueOf(reach.get(0).id());
		model.addAttribute("view", (shown != null) ? this.pages.unit(shown, by) : null);
		model.addAttribute("contact", (shown != null) ? this.units.contact(shown) : null);
		model.addAttribute("units", reach);
		model.addAttribute("kinds", UnitKind.values());
		model.addAttribute("branchKinds", BranchKind.values());
		model.addAttribute("finalYears", FinalYear.values());
		return "people/units";
	}

	@PostMapping
	@AllowedTo(Roles.ADMIN)
	String open(NewUnit unit, Actor by, RedirectAttributes flash) {
		this.units.open(unit, by);
		return said(flash, unit.parentId(), Message.of("people.unit.opened", unit.name()));
	}

	@PostMapping("/{id}")
	@AllowedTo(Roles.ADMIN)
	String change(@PathVariable long id, @RequestParam String name,
			@RequestParam(required = false) BranchKind branchKind,
			@RequestParam(defaultValue = "false") boolean secondarySchool,
			@RequestParam(required = false) FinalYear finalYear, Actor by, RedirectAttributes flash) {
		this.units.change(id, name, branchKind, secondarySchool, finalYear, by);
		return said(flash, id, Message.of("people.unit.changed"));
	}

	@PostMapping("/{id}/contact")
	@AllowedTo(Roles.ADMIN)
	String contact(@PathVariable long id, @RequestParam(required = false) String contact, Actor by,
			RedirectAttributes flash) {
		this.units.contact(id, contact, by);
		return said(flash, id, Message.of("people.unit.changed"));
	}

	@PostMapping("/{id}/move")
	@AllowedTo(Roles.ADMIN)
	String move(@PathVariable long id, @RequestParam long parentId, Actor by, RedirectAttributes flash) {
		this.units.move(id, parentId, by);
		return said(flash, id, Message.of("people.unit.moved"));
	}

	@PostMapping("/{id}/close")
	@AllowedTo(Roles.ADMIN)
	String close(@PathVariable long id, Actor by, RedirectAttributes flash) {
		this.units.close(id, by);
		return said(flash, null, Message.of("people.unit.closed"));
	}

	private static String said(RedirectAttributes flash, Long unit, Message words) {
		flash.addFlashAttribute("said", words);
		return (unit != null) ? "redirect:/admin/units?unit=" + unit : "redirect:/admin/units";
	}

}
