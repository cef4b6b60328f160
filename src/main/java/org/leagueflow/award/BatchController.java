package org.leagueflow.award;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leagueflow.award.BatchService.Announcing;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.DateRules;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages of those who run batches and nominate in them. */
@Controller
class BatchController {

	private final BatchPageService pages;

	private final BatchService service;

	private final NominationService nominating;

	private final BatchRankingService ranking;

	private final RecountService recounts;

	private final PanelService panel;

	private final BatchPlans plans;

	BatchController(BatchPageService pages, BatchService service, NominationService nominating,
			BatchRankingService ranking, RecountService recounts, PanelService panel, BatchPlans plans) {
		this.pages = pages;
		this.service = service;
		this.nominating = nominating;
		this.ranking = ranking;
		this.recounts = recounts;
		this.panel = panel;
		this.plans = plans;
	}

	/** Whoever holds a post sees the batches, everybody else the own awards. */
	@GetMapping("/awards")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String begin(Actor by) {
		return by.posts().isEmpty() ? "redirect:/awards/mine" : "redirect:/awards/batches";
	}

	@GetMapping("/awards/batches")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String list(Actor by, Model model) {
		model.addAttribute("batches", this.pages.batches(by));
		model.addAttribute("editions", by.oversees() ? List.of() : this.plans.announceable(by));
		return "award/batches";
	}

	@PostMapping("/awards/batches")
	@AllowedTo({ Roles.GENERAL_BRANCH, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE })
	String announce(@RequestParam long edition, @RequestParam(required = false) String name,
			@RequestParam(required = false) String period, @RequestParam(required = false) String closesOn,
			@RequestParam(required = false, defaultValue = "") String once, Actor by) {
		return this.service
			.announce(new Announcing(edition, name, period, DateRules.read("closesOn", closesOn), null), once, by)
			.map(BatchController::batch)
			.orElse("redirect:/awards/batches");
	}

	private static String batch(long id) {
		return "redirect:/awards/batches/" + id;
	}

	@GetMapping("/awards/batches/{batch}")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String overview(@PathVariable("batch") long id, Actor by, Model model) {
		BatchPage page = this.pages.overview(id, by);
		model.addAttribute("page", page);
		model.addAttribute("judges", page.runs() && !page.plan().panelled().isEmpty() && !page.batch().isOver()
				&& page.batch().isBeforeNotice() ? this.panel.choice(page.batch()) : List.of());
		return "award/batch";
	}

	@PostMapping("/awards/batches/{batch}/prolong")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String prolong(@PathVariable("batch") long id, @RequestParam(required = false) String closesOn,
			@RequestParam(required = false) String reason, Actor by) {
		this.service.prolong(id, DateRules.read("closesOn", closesOn), reason, by);
		return batch(id);
	}

	/** Each unit's places in a field of its own, beside what the page showed. */
	@PostMapping("/awards/batches/{batch}/places")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String places(@PathVariable("batch") long id, @RequestParam Map<String, String> typed, Actor by,
			RedirectAttributes flash) {
		this.service.places(id, AllottedPlaces.read(typed), by);
		flash.addFlashAttribute("said", Message.of("award.said.places"));
		return batch(id);
	}

	@PostMapping("/awards/batches/{batch}/cancel")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String cancel(@PathVariable("batch") long id, @RequestParam(required = false) String reason, Actor by) {
		this.service.cancel(id, reason, by);
		return batch(id);
	}

	@PostMapping("/awards/batches/{batch}/panel")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String appoint(@PathVariable("batch") long id, @RequestParam(name = "judge", required = false) List<Long> judges,
			Actor by) {
		this.service.panel(id, judges, by);
		return batch(id);
	}

	@PostMapping("/awards/batches/{batch}/tie")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String tie(@PathVariable("batch") long id, @RequestParam(name = "order", required = false) List<Long> order,
			@RequestParam(required = false) String seed, Actor by) {
		this.ranking.settleTie(id, order, seed, by);
		return batch(id);
	}

	@GetMapping("/awards/batches/{batch}/ranking")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String ranking(@PathVariable("batch") long id, @RequestParam(required = false) Integer place,
			@RequestParam(required = false, defaultValue = "0") long after, Actor by, Model model) {
		model.addAttribute("page", this.pages.ranking(id, place, after, by));
		return "award/ranking";
	}

	@GetMapping("/awards/batches/{batch}/units/{unit}")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String unit(@PathVariable("batch") long id, @PathVariable("unit") long unit, Actor by, Model model) {
		model.addAttribute("page", this.pages.unit(id, unit, by));
		return "award/unit";
	}

	/** Several at once, each by itself: what one lacks keeps nobody else out. */
	@PostMapping("/awards/batches/{batch}/units/{unit}/nominations")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String nominate(@PathVariable("batch") long id, @PathVariable("unit") long unit,
			@RequestParam(name = "subject", required = false) List<Long> subjects,
			@RequestParam(required = false) String grounds, Actor by, RedirectAttributes flash) {
		this.pages.requireUnit(id, unit, by);
		if (subjects == null) {
			throw new Refusal.Invalid("refusal.award.nobody");
		}
		NominationService.Outcome outcome = this.nominating.nominate(id, unit, subjects, grounds, by);
		if (!outcome.nominated().isEmpty()) {
			flash.addFlashAttribute("said",
					Message.of("award.said.nominated", outcome.nominated().size(), outcome.refused().size()));
		}
		if (!outcome.refused().isEmpty()) {
			flash.addFlashAttribute("grounds", grounds);
			flash.addFlashAttribute("chosen", Set.copyOf(outcome.refused().keySet()));
		}
		flash.addFlashAttribute("refused",
				outcome.refused().values().stream().map(BatchController::first).distinct().toList());
		return batch(id) + "/units/" + unit;
	}

	private static Message first(Refusal refusal) {
		return (refusal instanceof Refusal.Invalid invalid && !invalid.fields().isEmpty())
				? invalid.fields().values().iterator().next() : refusal.words();
	}

	@PostMapping("/awards/batches/{batch}/units/{unit}/review")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String review(@PathVariable("batch") long id, @PathVariable("unit") long unit,
			@RequestParam(required = false) String remark, Actor by) {
		this.nominating.review(id, unit, remark, by);
		return batch(id);
	}

	@PostMapping("/awards/batches/{batch}/corrections")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String correct(@PathVariable("batch") long id, @RequestParam(required = false, defaultValue = "0") long nomination,
			@RequestParam(required = false) Long recount, @RequestParam(required = false) String component,
			@RequestParam(required = false) String points, @RequestParam(required = false) String reason, Actor by,
			RedirectAttributes flash) {
		this.recounts.correct(id, recount, nomination, component, points, reason, by);
		flash.addFlashAttribute("said", Message.of("award.said.corrected"));
		return "redirect:/awards/nominations/" + nomination;
	}

	@PostMapping("/awards/recounts/{recount}/stands")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String stands(@PathVariable("recount") long id, @RequestParam(required = false) String reason, Actor by) {
		return batch(this.recounts.stands(id, reason, by));
	}

	@PostMapping("/awards/recounts/{recount}/strike")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String strike(@PathVariable("recount") long id, @RequestParam(required = false, defaultValue = "0") long nomination,
			@RequestParam(required = false) String reason, Actor by) {
		return batch(this.recounts.strike(id, nomination, reason, by));
	}

}
