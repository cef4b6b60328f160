package org.leagueflow.people;

import java.time.LocalDate;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.Person.LeftReason;
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

/** The administrator's pages about persons. */
@Controller
@RequestMapping("/admin/people")
class PersonController {

	private static final int MAX_RESULTS = 50;

	private final PersonService persons;

	private final People people;

	private final PeoplePages pages;

	private final PersonReading reading;

	PersonController(PersonService persons, People people, PeoplePages pages, PersonReading reading) {
		this.persons = persons;
		this.people = people;
		this.pages = pages;
		this.reading = reading;
	}

	@GetMapping
	@AllowedTo(Roles.ADMIN)
	String search(@RequestParam(required = false) String q, Actor by, Model model) {
		model.addAttribute("q", q);
		model.addAttribute("found", (q != null && !q.isBlank()) ? this.people.search(q, by, MAX_RESULTS) : null);
		model.addAttribute("units", this.pages.units(by, Roles.ADMIN));
		return "people/people";
	}

	@PostMapping
	@AllowedTo(Roles.ADMIN)
	String enter(PersonEntry entry, Actor by, RedirectAttributes flash) {
		long id = this.persons.enter(entry.facts(), by);
		return said(flash, id, Message.of("people.admin.entered", entry.facts().name()));
	}

	@GetMapping("/{id}")
	@AllowedTo(Roles.ADMIN)
	String person(@PathVariable long id, Actor by, Model model) {
		PersonFiles.PersonFile file = this.pages.person(id, by);
		if (this.reading.asks(file.card(), by)) {
			return this.reading.ask(file.card(), "/admin/people/" + id + "/reading", model);
		}
		model.addAttribute("file", file);
		model.addAttribute("units", this.pages.units(by, Roles.ADMIN));
		return "people/manage";
	}

	@PostMapping("/{id}")
	@AllowedTo(Roles.ADMIN)
	String correct(@PathVariable long id, PersonEntry entry, Actor by, RedirectAttributes flash) {
		this.persons.correct(id, entry.facts(), by);
		return said(flash, id, Message.of("people.admin.saved"));
	}

	@PostMapping("/{id}/reading")
	@AllowedTo(Roles.ADMIN)
	String explain(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Actor by) {
		this.reading.explain(this.pages.person(id, by).card(), reason, by);
		return "redirect:/admin/people/" + id;
	}

	@PostMapping("/{id}/move")
	@AllowedTo(Roles.ADMIN)
	String move(@PathVariable long id, @RequestParam long unitId,
			@RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate on, Actor by, RedirectAttributes flash) {
		this.persons.transfer(id, unitId, on, by);
		return said(flash, id, Message.of("people.admin.moved"));
	}

	@PostMapping("/{id}/leave")
	@AllowedTo(Roles.ADMIN)
	String leave(@PathVariable long id, @RequestParam LeftReason reason,
			@RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate on, Actor by, RedirectAttributes flash) {
		this.persons.leave(id, reason, on, by);
		return said(flash, id, Message.of("people.admin.left"));
	}

	@PostMapping("/{id}/come-back")
	@AllowedTo(Roles.ADMIN)
	String comeBack(@PathVariable long id, Actor by, RedirectAttributes flash) {
		this.persons.comeBack(id, by);
		return said(flash, id, Message.of("people.admin.came-back"));
	}

	@PostMapping("/{id}/restrict")
	@AllowedTo(Roles.ADMIN)
	String restrict(@PathVariable long id,
			@RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate until, Actor by,
			RedirectAttributes flash) {
		this.persons.restrict(id, null, until, by);
		return said(flash, id, Message.of("people.admin.restricted"));
	}

	@PostMapping("/{id}/restore")
	@AllowedTo(Roles.ADMIN)
	String restore(@PathVariable long id, Actor by, RedirectAttributes flash) {
		this.persons.restore(id, by);
		return said(flash, id, Message.of("people.admin.restored"));
	}

	private static String said(RedirectAttributes flash, long id, Message words) {
		flash.addFlashAttribute("said", words);
		return "redirect:/admin/people/" + id;
	}

	/** What the form about a person sends. */
	record PersonEntry(long unitId, String name, @DateTimeFormat(iso = ISO.DATE) LocalDate birthDate, String sex,
			String studentNumber, Boolean staff, Boolean partyMember, String phone, String email) {

		public NewPerson facts() {
			return new NewPerson(this.unitId, this.name, this.birthDate, this.sex, this.studentNumber,
					Boolean.TRUE.equals(this.staff), Boolean.TRUE.equals(this.partyMember), this.phone, this.email);
		}

	}

}
