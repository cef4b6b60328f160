package org.leagueflow.meeting;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page on which each of the two tellers enters the own count, on the own phone: of
 * one item, or of all that are decided on paper.
 */
@Controller
@RequestMapping("/meetings/{id}")
class CountController {

	private final MeetingService meetings;

	private final MeetingPageService pages;

	CountController(MeetingService meetings, MeetingPageService pages) {
		this.meetings = meetings;
		this.pages = pages;
	}

	/** Asked before anything that was entered is looked at: only a teller gets on. */
	@ModelAttribute("c")
	CountPage page(@PathVariable long id, @PathVariable(required = false) Long item, Actor by) {
		return (item != null) ? this.pages.count(id, item, by) : null;
	}

	/** Where several items wait for their count, all of them stand on one page. */
	@GetMapping("/items/{item}/count")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String form(@PathVariable long id, @PathVariable long item, Model model, Actor by) {
		CountSheet sheet = this.pages.sheet(id, by);
		if (sheet.open().stream().anyMatch((one) -> one.itemId() != item)) {
			return "redirect:/meetings/" + id + "/count";
		}
		model.addAttribute("s", sheet);
		return "meeting/count";
	}

	@PostMapping("/items/{item}/count")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String count(@PathVariable long id, @PathVariable long item, @RequestParam Map<String, String> typed, Actor by,
			RedirectAttributes next) {
		Item.Counting counting = this.meetings.count(id, item, new CountForm(typed), by);
		if (counting != Item.Counting.DIFFER) { // the page says that, and not as a
												// success
			next.addFlashAttribute("said", Message.of("meeting.counting." + counting));
		}
		return "redirect:/meetings/" + id + "/items/" + item + "/count";
	}

	@GetMapping("/count")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String sheet(@PathVariable long id, Model model, Actor by) {
		return sheet(this.pages.sheet(id, by), Map.of(), Map.of(), model);
	}

	/**
	 * Takes what adds up, item by item; of an item that does not, or that was left empty,
	 * nothing is kept and all that was typed stands on the page again.
	 */
	@PostMapping("/count")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String count(@PathVariable long id, @RequestParam Map<String, String> typed, Model model, Actor by,
			HttpServletResponse response, RedirectAttributes next) {
		Map<String, Message> wrong = new LinkedHashMap<>();
		int entered = 0;
		for (CountPage one : this.pages.sheet(id, by).open()) {
			CountForm form = new CountForm(typed, one.prefix());
			if (!form.isEmpty() && take(one, form, by, wrong)) {
				entered++;
			}
		}
		if (!wrong.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			return sheet(this.pages.sheet(id, by), typed, wrong, model);
		}
		if (entered == 0) {
			throw new Refusal.Invalid("refusal.meeting.nothing-counted");
		}
		next.addFlashAttribute("said", Message.of("meeting.said.counted", entered));
		return "redirect:/meetings/" + id + "/count";
	}

	/** One item; what is wrong with it keeps no other from being taken. */
	private boolean take(CountPage one, CountForm form, Actor by, Map<String, Message> wrong) {
		try {
			this.meetings.count(one.meetingId(), one.itemId(), form, by);
			return true;
		}
		catch (Refusal.Invalid ex) {
			ex.fields().forEach((field, words) -> wrong.put(one.prefix() + field, words));
			wrong.putIfAbsent(one.prefix(), ex.words());
		}
		catch (Refusal.Conflict ex) {
			wrong.put(one.prefix(), ex.words());
		}
		return false;
	}

	private static String sheet(CountSheet sheet, Map<String, String> typed, Map<String, Message> wrong, Model model) {
		model.addAttribute("s", sheet);
		model.addAttribute("typed", typed);
		model.addAttribute("wrong", wrong);
		return "meeting/count-sheet";
	}

}
