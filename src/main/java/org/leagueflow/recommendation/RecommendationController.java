package org.leagueflow.recommendation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.Cases;
import org.leagueflow.inbox.Inbox;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People.UnitCard;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages of the party recommendation beside its tasks. */
@Controller
class RecommendationController {

	private final RecommendationPageService pages;

	private final MarkService marks;

	private final RecommendationValues values;

	private final Inbox inbox;

	private final Cases cases;

	RecommendationController(RecommendationPageService pages, MarkService marks, RecommendationValues values,
			Inbox inbox, Cases cases) {
		this.pages = pages;
		this.marks = marks;
		this.values = values;
		this.inbox = inbox;
		this.cases = cases;
	}

	/**
	 * Those who lead branches see them all, those of a branch that one, the liaison of a
	 * Party branch what was handed over, everybody else their own standing.
	 */
	@GetMapping("/recommendation")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String begin(Actor by) {
		if (by.holds(Roles.PARTY_LIAISON)) {
			return "redirect:/recommendation/party";
		}
		if (RecommendationOverviewController.LEADERS.stream().anyMatch(by::holds)) {
			return "redirect:/recommendation/overview";
		}
		Optional<UnitCard> branch = this.pages.home(by);
		return branch.map((unit) -> "redirect:/recommendation/branches/" + unit.id())
			.orElse("redirect:/recommendation/mine");
	}

	@GetMapping("/recommendation/mine")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String mine(Actor by, Model model) {
		model.addAttribute("page", this.pages.mine(by));
		model.addAttribute("toRate", this.marks.toRate(by.personId()));
		return "recommendation/mine";
	}

	@GetMapping("/recommendation/branches/{branch}")
	@AllowedTo({ Roles.BRANCH_SECRETARY, Roles.BRANCH_COMMITTEE, Roles.GENERAL_BRANCH, Roles.LEAGUE_COMMITTEE,
			Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE, Roles.AUDITOR, Roles.ADMIN })
	String branch(@PathVariable("branch") long branchId, @RequestParam(required = false) String line, Actor by,
			Model model) {
		model.addAttribute("page", this.pages.branch(branchId, line(line), by));
		model.addAttribute("lines", Line.values());
		return "recommendation/branch";
	}

	/** Begins recommendations of several members, each by itself. */
	@PostMapping("/recommendation/branches/{branch}/start")
	@AllowedTo({ Roles.BRANCH_SECRETARY, Roles.BRANCH_COMMITTEE })
	String start(@PathVariable("branch") long branchId, @RequestParam String line,
			@RequestParam(name = "person", required = false) List<Long> persons,
			@RequestParam(required = false) String grounds, @RequestParam(required = false) String once, Actor by,
			RedirectAttributes flash) {
		Line chosen = line(line);
		Map<Long, String> names = this.pages.branch(branchId, chosen, by)
			.rows()
			.stream()
			.collect(Collectors.toMap((row) -> row.person().id(), (row) -> row.person().name()));
		List<Message> refused = new ArrayList<>();
		List<Long> known = (persons == null) ? List.of()
				: persons.stream().distinct().filter(names::containsKey).toList();
		if (known.isEmpty()) {
			refused.add(Message.of("refusal.recommendation.nobody"));
		}
		int started = 0;
		for (long person : known) {
			try {
				this.inbox.start("recommendation", by,
						Map.of("line", chosen.code(), "person", Long.toString(person), "grounds",
								(grounds != null) ? grounds : ""),
						RecommendationPageService.keyFor(String.valueOf(once), person));
				started++;
			}
			catch (Refusal refusal) {
				refused.add(Message.of("recommendation.said.refused", names.get(person),
						RecommendationPageService.first(refusal)));
			}
		}
		if (!known.isEmpty()) {
			flash.addFlashAttribute("said", Message.of("recommendation.said.started", started, refused.size()));
		}
		if (!refused.isEmpty()) {
			flash.addFlashAttribute("grounds", grounds);
		}
		flash.addFlashAttribute("refused", refused);
		return "redirect:/recommendation/branches/" + branchId + "?line=" + chosen.code();
	}

	@GetMapping("/recommendation/{caseId}/marks")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String marks(@PathVariable long caseId, Actor by, Model model) {
		return marks(new CaseId(caseId), by, Map.of(), Map.of(), model);
	}

	private String marks(CaseId caseId, Actor by, Map<String, String> typed, Map<String, Message> faults, Model model) {
		model.addAttribute("page", this.marks.page(caseId, by));
		model.addAttribute("dimensions", Dimension.values());
		model.addAttribute("typed", typed);
		model.addAttribute("faults", faults);
		return "recommendation/marks";
	}

	/** Refused marks come back to the page with a message at each field. */
	@PostMapping("/recommendation/{caseId}/marks")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String give(@PathVariable long caseId, @RequestParam(required = false) String virtue,
			@RequestParam(required = false) String ability, @RequestParam(required = false) String diligence,
			@RequestParam(required = false) String achievement, @RequestParam(required = false) String grounds,
			@RequestParam(name = "file", required = false) MultipartFile file, Actor by, Model model,
			jakarta.servlet.http.HttpServletResponse response, RedirectAttributes flash) throws IOException {
		CaseId id = new CaseId(caseId);
		Map<Dimension, String> typed = new EnumMap<>(Dimension.class);
		typed.put(Dimension.VIRTUE, Objects.toString(virtue, ""));
		typed.put(Dimension.ABILITY, Objects.toString(ability, ""));
		typed.put(Dimension.DILIGENCE, Objects.toString(diligence, ""));
		typed.put(Dimension.ACHIEVEMENT, Objects.toString(achievement, ""));
		try {
			this.marks.give(id, typed, grounds, (file == null || file.isEmpty()) ? null
					: new MarkService.Evidence(file.getOriginalFilename(), file.getBytes()), by);
		}
		catch (Refusal.Invalid refusal) {
			response.setStatus(422);
			Map<String, String> kept = new LinkedHashMap<>();
			typed.forEach((dimension, value) -> kept.put(dimension.field(), value));
			kept.put("grounds", Objects.toString(grounds, ""));
			return marks(id, by, kept, refusal.fields().isEmpty() ? Map.of("file", refusal.words()) : refusal.fields(),
					model);
		}
		flash.addFlashAttribute("said", Message.of("recommendation.said.marked"));
		return "redirect:/recommendation/mine";
	}

	@GetMapping("/recommendation/{caseId}/raters")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String raters(@PathVariable long caseId, Actor by, Model model) {
		return raters(card(caseId, by), Map.of(), Map.of(), by, model);
	}

	private String raters(CaseCard card, Map<String, String> typed, Map<String, Message> faults, Actor by,
			Model model) {
		model.addAttribute("card", card);
		model.addAttribute("raters", this.marks.raters(card.id(), by));
		model.addAttribute("people", this.values.raters(card));
		model.addAttribute("typed", typed);
		model.addAttribute("faults", faults);
		return "recommendation/raters";
	}

	@PostMapping("/recommendation/{caseId}/raters")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String replaceRater(@PathVariable long caseId, @RequestParam(defaultValue = "") String leaving,
			@RequestParam(defaultValue = "") String coming, @RequestParam(defaultValue = "") String reason, Actor by,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		CaseCard card = card(caseId, by);
		try {
			this.marks.replace(card.id(), person("leaving", leaving), person("coming", coming), reason, by);
		}
		catch (Refusal.Invalid refusal) {
			response.setStatus(422);
			return raters(card, Map.of("leaving", leaving, "coming", coming, "reason", reason), refusal.fields(), by,
					model);
		}
		flash.addFlashAttribute("said", Message.of("recommendation.said.replaced"));
		return "redirect:/cases/" + caseId;
	}

	private static long person(String field, String typed) {
		if (!typed.matches("[0-9]{1,18}")) {
			throw Refusal.Invalid.field(field, "refusal.recommendation.chooseRater");
		}
		return Long.parseLong(typed);
	}

	private CaseCard card(long caseId, Actor by) {
		return this.cases.visible(new CaseId(caseId), "recommendation", by);
	}

	private static Line line(String code) {
		return (code == null) ? Line.PARTY_ACTIVIST
				: Line.of(code).orElseThrow(() -> new Refusal.NotFound("refusal.recommendation.line"));
	}

}
