package org.leagueflow.admission;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.Cases;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.UnitKind;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Pages that only admission has: withdrawal, departure, transfer, extension, ceremonies.
 */
@Controller
class AdmissionController {

	private final EndingService endings;

	private final ObservationService observation;

	private final VerdictService decisions;

	private final OathService oath;

	private final Eligibility eligibility;

	private final Cases cases;

	private final People people;

	AdmissionController(EndingService endings, ObservationService observation, VerdictService decisions,
			OathService oath, Eligibility eligibility, Cases cases, People people) {
		this.endings = endings;
		this.observation = observation;
		this.decisions = decisions;
		this.oath = oath;
		this.eligibility = eligibility;
		this.cases = cases;
		this.people = people;
	}

	@GetMapping({ "/admission/{caseId}/withdraw", "/admission/{caseId}/depart", "/admission/{caseId}/transfer",
			"/admission/{caseId}/extend" })
	@AllowedTo(AllowedTo.SIGNED_IN)
	String ask(@PathVariable long caseId, HttpServletRequest request, Actor by, Model model) {
		String path = request.getRequestURI();
		String action = path.substring(path.lastIndexOf('/') + 1);
		CaseCard card = card(caseId, by);
		model.addAttribute("card", card);
		model.addAttribute("action", action);
		model.addAttribute("branches", action.equals("transfer") ? branches(card) : List.of());
		return "admission/action";
	}

	/** Branches of the county that may receive members, the present one left out. */
	private List<Map<String, Object>> branches(CaseCard card) {
		List<UnitCard> lineage = this.people.lineage(card.unitId());
		UnitCard top = lineage.get(lineage.size() - 1);
		return this.people.within(top.id())
			.stream()
			.filter((unit) -> unit.id() != card.unitId() && this.eligibility.receives(unit))
			.map((unit) -> Map.<String, Object>of("id", unit.id(), "name", fullName(unit)))
			.toList();
	}

	private String fullName(UnitCard unit) {
		return this.people.nearest(unit.id(), UnitKind.COMMITTEE).map((school) -> school.name() + " · ").orElse("")
				+ unit.name();
	}

	private CaseCard card(long caseId, Actor by) {
		CaseId id = new CaseId(caseId);
		if (!this.cases.maySee(id, by)) {
			throw new Refusal.NotFound("refusal.admission.unknown");
		}
		return this.cases.card(id);
	}

	@PostMapping("/admission/{caseId}/withdraw")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String withdraw(@PathVariable long caseId, @RequestParam String reason, Actor by, RedirectAttributes flash) {
		this.endings.withdraw(card(caseId, by).id(), reason, by);
		return done(caseId, "withdrawn", flash);
	}

	@PostMapping("/admission/{caseId}/depart")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String depart(@PathVariable long caseId, @RequestParam String reason, Actor by, RedirectAttributes flash) {
		this.endings.depart(card(caseId, by).id(), reason, by);
		return done(caseId, "departed", flash);
	}

	@PostMapping("/admission/{caseId}/transfer")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String transfer(@PathVariable long caseId, @RequestParam long toBranch, @RequestParam String reason, Actor by,
			RedirectAttributes flash) {
		this.observation.askTransfer(card(caseId, by).id(), toBranch, reason, by);
		flash.addFlashAttribute("said", Message.of("admission.said.transferred"));
		return "redirect:/inbox";
	}

	@PostMapping("/admission/{caseId}/extend")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String extend(@PathVariable long caseId, @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to,
			@RequestParam String reason, Actor by, RedirectAttributes flash) {
		this.decisions.extend(card(caseId, by).id(), to, reason, by);
		return done(caseId, "extended", flash);
	}

	private String done(long caseId, String what, RedirectAttributes flash) {
		flash.addFlashAttribute("said", Message.of("admission.said." + what));
		return "redirect:/cases/" + caseId;
	}

	@GetMapping("/admission/ceremonies")
	@AllowedTo({ Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.GENERAL_BRANCH })
	String ceremonies(Actor by, Model model) {
		model.addAttribute("waiting", this.oath.waiting(by).stream().map(this::line).toList());
		model.addAttribute("planned",
				this.oath.planned(by)
					.stream()
					.map((ceremony) -> Map.of("ceremony", ceremony, "people",
							ceremony.cases().stream().map((id) -> this.cases.card(new CaseId(id))).toList()))
					.toList());
		return "admission/ceremonies";
	}

	private Map<String, Object> line(Admission admission) {
		CaseCard card = this.cases.card(admission.caseId());
		return Map.of("caseId", admission.caseId().value(), "name", card.subjectName(), "branch",
				this.people.unit(admission.branchId()).name(), "approvedOn", admission.approvedOn(), "by",
				this.oath.ceremonyBy(admission.caseId()));
	}

	@PostMapping("/admission/ceremonies")
	@AllowedTo({ Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.GENERAL_BRANCH })
	String plan(@RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE_TIME) LocalDateTime startsAt,
			@RequestParam(required = false) String place, @RequestParam(required = false) String leader,
			@RequestParam(required = false) List<Long> cases, Actor by, RedirectAttributes flash) {
		Ceremony ceremony = this.oath.plan(new CeremonyPlan(startsAt, place, leader, cases), by);
		flash.addFlashAttribute("said", Message.of("admission.said.planned", ceremony.cases().size()));
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
