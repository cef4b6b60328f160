package org.leagueflow.marks;

import java.util.List;
import java.util.Set;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
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

/** The page of a person's marks: where each comes from, what stood before, correction. */
@Controller
class MarkController {

	private static final Set<String> ENTERING = Set.of(Roles.BRANCH_SECRETARY, Roles.BRANCH_COMMITTEE,
			Roles.GENERAL_BRANCH, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY);

	private final MarkBookService book;

	MarkController(MarkBookService book) {
		this.book = book;
	}

	/** Imports for those who keep a class or lead, the own marks for everybody else. */
	@GetMapping("/marks")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String marks(Actor by) {
		return ENTERING.stream().anyMatch(by::holds) ? "redirect:/marks/import" : redirect(by.personId());
	}

	@GetMapping("/marks/people/{person}")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String person(@PathVariable long person, Actor by, Model model) {
		model.addAttribute("p", this.book.page(person, by));
		return "marks/person";
	}

	@PostMapping("/marks/people/{person}")
	@AllowedTo({ Roles.BRANCH_SECRETARY, Roles.BRANCH_COMMITTEE, Roles.GENERAL_BRANCH, Roles.LEAGUE_COMMITTEE,
			Roles.LEAGUE_SECRETARY })
	String enter(@PathVariable long person, @RequestParam(defaultValue = "") String item,
			@RequestParam(defaultValue = "") String period, @RequestParam(defaultValue = "FIRST") MarkAttempt attempt,
			@RequestParam(defaultValue = "") String typed, @RequestParam(defaultValue = "") String reason, Actor by,
			RedirectAttributes flash) {
		try {
			this.book.enter(new MarkEntry(person, item, period, "", attempt, typed, null), reason, by);
			flash.addFlashAttribute("said", Message.of("marks.said.entered"));
		}
		catch (Refusal.Invalid ex) {
			flash.addFlashAttribute("entered", List.of(item, period, attempt.name(), typed, reason));
			flash.addFlashAttribute("faults", ex.fields());
		}
		return redirect(person);
	}

	private static String redirect(long person) {
		return "redirect:/marks/people/" + person;
	}

}
