package org.leagueflow.people;

import java.time.LocalDate;
import java.util.List;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
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

/** Pages about posts, for administrators and for committees within their own units. */
@Controller
@RequestMapping("/admin/appointments")
class AppointmentController {

	private static final int MAX_RESULTS = 20;

	private final AppointmentService appointments;

	private final People people;

	private final PeoplePages pages;

	AppointmentController(AppointmentService appointments, People people, PeoplePages pages) {
		this.appointments = appointments;
		this.people = people;
		this.pages = pages;
	}

	@GetMapping
	@AllowedTo({ Roles.ADMIN, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY })
	String unit(@RequestParam(required = false) Long unit, @RequestParam(required = false) String q, Actor by,
			Model model) {
		List<UnitCard> units = this.pages.units(by, Roles.ADMIN, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY);
		UnitCard shown = units.stream().filter((one) -> unit == null || one.id() == unit).findFirst().orElse(null);
		model.addAttribute("units", units);
		model.addAttribute("unit", shown);
		model.addAttribute("posts", (shown != null) ? this.pages.postsAt(shown.id()) : List.of());
		model.addAttribute("roles", (shown != null) ? roles(shown, by) : List.of());
		model.addAttribute("asked",
				(shown != null && by.holds(Roles.ADMIN)) ? this.pages.asked(shown.id()) : List.of());
		model.addAttribute("q", q);
		model.addAttribute("found",
				(q != null && !q.isBlank()) ? this.people.search(q, by, MAX_RESULTS) : List.<PersonCard>of());
		return "people/appointments";
	}

	/** The roles of this unit's level that the reader may give. */
	private static List<String> roles(UnitCard unit, Actor by) {
		return Posts.ALL.stream()
			.filter((role) -> Posts.anywhere(role) || Posts.level(role).filter(unit.kind()::equals).isPresent())
			.filter((role) -> AppointmentService.manages(by, role, unit.path()))
			.toList();
	}

	@PostMapping
	@AllowedTo({ Roles.ADMIN, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY })
	String appoint(@RequestParam long personId, @RequestParam String role, @RequestParam long unitId,
			@RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
			@RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate to, Actor by,
			RedirectAttributes flash) {
		boolean given = this.appointments.give(new NewAppointment(personId, role, unitId, from, to), by);
		flash.addFlashAttribute("said",
				Message.of(given ? "people.post.given" : "people.post.asked", this.people.person(personId).name()));
		return "redirect:/admin/appointments?unit=" + unitId;
	}

	@PostMapping("/requests/{id}/confirm")
	@AllowedTo(Roles.ADMIN)
	String confirm(@PathVariable long id, Actor by, RedirectAttributes flash) {
		long unit = this.appointments.confirm(id, by);
		flash.addFlashAttribute("said", Message.of("people.post.confirmed"));
		return "redirect:/admin/appointments?unit=" + unit;
	}

	@PostMapping("/requests/{id}/refuse")
	@AllowedTo(Roles.ADMIN)
	String refuse(@PathVariable long id, Actor by, RedirectAttributes flash) {
		long unit = this.appointments.refuse(id, by);
		flash.addFlashAttribute("said", Message.of("people.post.refused"));
		return "redirect:/admin/appointments?unit=" + unit;
	}

	@PostMapping("/{id}/end")
	@AllowedTo({ Roles.ADMIN, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY })
	String end(@PathVariable long id, @RequestParam String reason, Actor by, RedirectAttributes flash) {
		long unit = this.appointments.end(id, reason, by);
		flash.addFlashAttribute("said", Message.of("people.post.ended.said"));
		return "redirect:/admin/appointments?unit=" + unit;
	}

}
