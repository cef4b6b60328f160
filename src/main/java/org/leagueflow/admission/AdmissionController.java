package org.leagueflow.admission;

import java.util.List;
import java.util.Map;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.Cases;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.People;
import org.leagueflow.people.UnitKind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What may be asked of an application beside its tasks: transfer, other introducers.
 */
@Controller
class AdmissionController {

	private final ObservationService observation;

	private final IntroducerService introducers;

	private final AdmissionValues values;

	private final Offices offices;

	private final Eligibility eligibility;

	private final Cases cases;

	private final People people;

	AdmissionController(ObservationService observation, IntroducerService introducers, AdmissionValues values,
			Offices offices, Eligibility eligibility, Cases cases, People people) {
		this.observation = observation;
		this.introducers = introducers;
		this.values = values;
		this.offices = offices;
		this.eligibility = eligibility;
		this.cases = cases;
		this.people = people;
	}

	/** Where the form stood before every process had it. */
	@GetMapping("/admission/{caseId}/withdraw")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String toWithdrawal(@PathVariable long caseId, Actor by) {
		return "redirect:/cases/" + card(caseId, by).id() + "/withdraw";
	}

	/** Where the form stood before every process had it. */
	@GetMapping("/admission/{caseId}/depart")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String toDeparture(@PathVariable long caseId, Actor by) {
		return "redirect:/cases/" + card(caseId, by).id() + "/depart";
	}

	/** Where the form stood before every deadline had it. */
	@GetMapping("/admission/{caseId}/extend")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String toExtension(@PathVariable long caseId, Actor by) {
		return "redirect:/cases/" + card(caseId, by).id() + "/extend?deadline=" + AdmissionDeadlines.APPROVAL;
	}

	@GetMapping("/admission/{caseId}/transfer")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String askToTransfer(@PathVariable long caseId, Actor by, Model model) {
		CaseCard card = card(caseId, by);
		this.offices.requireKeeping(by, card.unitPath());
		model.addAttribute("branches", branches(card));
		return form("transfer", card, model);
	}

	@GetMapping("/admission/{caseId}/introducers")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String askForIntroducers(@PathVariable long caseId, Actor by, Model model) {
		CaseCard card = card(caseId, by);
		this.offices.requireKeeping(by, card.unitPath());
		model.addAttribute("people", this.values.guides(card));
		model.addAttribute("chosen",
				this.cases.holders(card.id(), AdmissionRoles.INTRODUCER).stream().map(String::valueOf).toList());
		return form("introducers", card, model);
	}

	private String form(String action, CaseCard card, Model model) {
		model.addAttribute("card", card);
		model.addAttribute("action", action);
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
		return this.cases.visible(new CaseId(caseId), "admission", by);
	}

	@PostMapping("/admission/{caseId}/transfer")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String transfer(@PathVariable long caseId, @RequestParam long toBranch, @RequestParam String reason, Actor by,
			RedirectAttributes flash) {
		this.observation.askTransfer(card(caseId, by).id(), toBranch, reason, by);
		return done(caseId, "transferred", flash);
	}

	@PostMapping("/admission/{caseId}/introducers")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String changeIntroducers(@PathVariable long caseId, @RequestParam long introducer1, @RequestParam long introducer2,
			@RequestParam String reason, Actor by, RedirectAttributes flash) {
		this.introducers.change(card(caseId, by).id(), introducer1, introducer2, reason, by);
		return done(caseId, "introducers", flash);
	}

	private String done(long caseId, String what, RedirectAttributes flash) {
		flash.addFlashAttribute("said", Message.of("admission.said." + what));
		return "redirect:/cases/" + caseId;
	}

}
