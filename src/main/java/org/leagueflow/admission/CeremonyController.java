package org.leagueflow.admission;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.Cases;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Ceremonies at which many take the oath together. */
@Controller
class CeremonyController {

	private final OathService oath;

	private final AdmissionTermService terms;

	private final Cases cases;

	private final People people;

	private final BusinessClock clock;

	CeremonyController(OathService oath, AdmissionTermService terms, Cases cases, People people, BusinessClock clock) {
		this.oath = oath;
		this.terms = terms;
		this.cases = cases;
		this.people = people;
		this.clock = clock;
	}

	@GetMapping("/admission/ceremonies")
	@AllowedTo({ Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.GENERAL_BRANCH })
	String ceremonies(Actor by, Model model) {
		model.addAttribute("waiting", this.oath.waiting(by).stream().map(this::line).toList());
		model.addAttribute("planned",
				this.oath.planned(by)
					.stream()
					.map((ceremony) -> Map.of("ceremony", ceremony, "startsAt",
							LocalDateTime.ofInstant(ceremony.startsAt(), this.clock.getZone()), "people",
							ceremony.cases().stream().map((id) -> this.cases.card(new CaseId(id))).toList()))
					.toList());
		return "admission/ceremonies";
	}

	private Map<String, Object> line(Admission admission) {
		CaseCard card = this.cases.card(admission.caseId());
		return Map.of("caseId", admission.caseId().value(), "name", card.subjectName(), "branch",
				this.people.unit(admission.branchId()).name(), "approvedOn", admission.approvedOn(), "by",
				this.terms.of(AdmissionTerm.OATH, admission.caseId()));
	}

	@PostMapping("/admission/ceremonies")
	@AllowedTo({ Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.GENERAL_BRANCH })
	String plan(@RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE_TIME) LocalDateTime startsAt,
			@RequestParam(required = false) String place, @RequestParam(required = false) String leader,
			@RequestParam(required = false) List<Long> cases, @RequestParam(defaultValue = "false") boolean late,
			Actor by, RedirectAttributes flash) {
		Ceremony ceremony = this.oath.plan(new CeremonyPlan(startsAt, place, leader, cases, late), by);
		flash.addFlashAttribute("said", Message.of("admission.said.planned", ceremony.cases().size()));
		return "redirect:/admission/ceremonies";
	}

	@PostMapping("/admission/ceremonies/{id}")
	@AllowedTo({ Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.GENERAL_BRANCH })
	String change(@PathVariable long id,
			@RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE_TIME) LocalDateTime startsAt,
			@RequestParam(required = false) String place, @RequestParam(required = false) String leader,
			@RequestParam(required = false) List<Long> cases, @RequestParam(defaultValue = "false") boolean late,
			Actor by, RedirectAttributes flash) {
		Ceremony ceremony = this.oath.change(id, new CeremonyPlan(startsAt, place, leader, cases, late), by);
		flash.addFlashAttribute("said", Message.of("admission.said.ceremonyChanged", ceremony.cases().size()));
		return "redirect:/admission/ceremonies";
	}

	@PostMapping("/admission/ceremonies/{id}/call-off")
	@AllowedTo({ Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.GENERAL_BRANCH })
	String callOff(@PathVariable long id, Actor by, RedirectAttributes flash) {
		this.oath.callOff(id, by);
		flash.addFlashAttribute("said", Message.of("admission.said.ceremonyOff"));
		return "redirect:/admission/ceremonies";
	}

	@PostMapping("/admission/ceremonies/{id}/held")
	@AllowedTo({ Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.GENERAL_BRANCH })
	String held(@PathVariable long id, @RequestParam(required = false) List<Long> attended, Actor by,
			RedirectAttributes flash) {
		List<Long> there = (attended != null) ? attended : List.of();
		this.oath.held(id, there, by);
		flash.addFlashAttribute("said", Message.of("admission.said.held", there.size()));
		return "redirect:/admission/ceremonies";
	}

}
