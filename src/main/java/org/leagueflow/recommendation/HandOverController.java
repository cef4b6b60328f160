package org.leagueflow.recommendation;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Task;
import org.leagueflow.engine.UserTasks;
import org.leagueflow.inbox.Inbox;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.recommendation.HandOverListPage.Row;
import org.leagueflow.recommendation.HandOverListPage.Wait;
import org.leagueflow.recommendation.PartyPaperService.Paper;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Hand-over to Party branches: several persons at once. Each button answers the boxes of
 * the cases, as the to-do list would.
 */
@Controller
@RequestMapping("/recommendation")
class HandOverController {

	private final HandOverPageService pages;

	private final PartyPaperService papers;

	private final Inbox inbox;

	private final UserTasks tasks;

	private final Cases cases;

	HandOverController(HandOverPageService pages, PartyPaperService papers, Inbox inbox, UserTasks tasks, Cases cases) {
		this.pages = pages;
		this.papers = papers;
		this.inbox = inbox;
		this.tasks = tasks;
		this.cases = cases;
	}

	@GetMapping("/hand-over")
	@AllowedTo({ Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY })
	String page(Actor by, Model model) {
		return page(by, Map.of(), Map.of(), model);
	}

	private String page(Actor by, Map<String, Object> typed, Map<String, Message> faults, Model model) {
		model.addAttribute("page", this.pages.page(by));
		model.addAttribute("hands", by.holds(Roles.LEAGUE_COMMITTEE));
		model.addAttribute("typed", typed);
		model.addAttribute("faults", faults);
		return "recommendation/hand-over";
	}

	/**
	 * Hands over those chosen; each is answered by itself. Those who were refused stay
	 * chosen, with all that was typed.
	 */
	@PostMapping("/hand-over")
	@AllowedTo(Roles.LEAGUE_COMMITTEE)
	String handOver(@RequestParam(name = "case", required = false) List<String> cases,
			@RequestParam(required = false) String party, @RequestParam(required = false) String handedOverOn,
			@RequestParam(required = false) String once, Actor by, Model model, HttpServletResponse response,
			RedirectAttributes flash) {
		List<Long> chosen = numbers(cases);
		Map<String, Message> faults = new LinkedHashMap<>();
		if (chosen.isEmpty()) {
			faults.put("case", Message.of("refusal.recommendation.nobody"));
		}
		if (party == null || party.isBlank()) {
			faults.put("party", Message.of("refusal.recommendation.noParty"));
		}
		Answered answered = faults.isEmpty()
				? answerAll(chosen, "handOver", by,
						Map.of("party", party, "handedOverOn", Objects.toString(handedOverOn, "")), once)
				: new Answered(0, chosen, List.of(), faults);
		if (!answered.refused().isEmpty() || !faults.isEmpty()) {
			response.setStatus(422);
			Map<String, Object> typed = new LinkedHashMap<>();
			typed.put("case", answered.refused());
			typed.put("party", party);
			typed.put("handedOverOn", handedOverOn);
			answered.tell("recommendation.said.handedOver", model);
			return page(by, typed, answered.faults(), model);
		}
		flash.addFlashAttribute("said", Message.of("recommendation.said.handedOver", answered.done(), 0));
		return "redirect:/recommendation/hand-over";
	}

	private static List<Long> numbers(List<String> typed) {
		return (typed == null) ? List.of()
				: typed.stream().filter((one) -> one.matches("[0-9]{1,18}")).map(Long::valueOf).distinct().toList();
	}

	@GetMapping("/party")
	@AllowedTo(Roles.PARTY_LIAISON)
	String party(Actor by, Model model) {
		model.addAttribute("lists", this.pages.received(by));
		return "recommendation/party";
	}

	@GetMapping("/lists/{list}")
	@AllowedTo({ Roles.PARTY_LIAISON, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE,
			Roles.AUDITOR })
	String list(@PathVariable("list") long listId, Actor by, Model model) {
		return list(listId, 0, Map.of(), Map.of(), by, model);
	}

	private String list(long listId, long about, Map<String, String> typed, Map<String, Message> faults, Actor by,
			Model model) {
		model.addAttribute("page", this.pages.list(listId, by));
		model.addAttribute("about", about);
		model.addAttribute("typed", typed);
		model.addAttribute("faults", faults);
		return "recommendation/list";
	}

	/** Signs for everything on the list that was not signed for yet. */
	@PostMapping("/lists/{list}/receive")
	@AllowedTo({ Roles.PARTY_LIAISON, Roles.LEAGUE_COMMITTEE })
	String receive(@PathVariable("list") long listId, @RequestParam(required = false) String receivedOn,
			@RequestParam(required = false) String receiver, @RequestParam(required = false) String once, Actor by,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		List<Long> waiting = this.pages.list(listId, by)
			.rows()
			.stream()
			.filter((row) -> row.waitsFor() == Wait.RECEIPT)
			.map(Row::caseId)
			.toList();
		if (waiting.isEmpty()) {
			throw new Refusal.Conflict("refusal.recommendation.nothingToReceive");
		}
		Map<String, Object> answers = Map.of("receivedOn", Objects.toString(receivedOn, ""), "receiver",
				Objects.toString(receiver, ""));
		Answered answered = answerAll(waiting, "receive", by, answers, once);
		if (!answered.refused().isEmpty()) {
			response.setStatus(422);
			Map<String, String> typed = new LinkedHashMap<>();
			answers.forEach((field, value) -> typed.put(field, value.toString()));
			answered.tell("recommendation.said.received", model);
			return list(listId, 0, typed, answered.faults(), by, model);
		}
		flash.addFlashAttribute("said", Message.of("recommendation.said.received", answered.done(), 0));
		return "redirect:/recommendation/lists/" + listId;
	}

	/**
	 * What the Party branch decided about one person; refused words come back as typed.
	 */
	@PostMapping("/lists/{list}/feedback")
	@AllowedTo({ Roles.PARTY_LIAISON, Roles.LEAGUE_COMMITTEE })
	String feedback(@PathVariable("list") long listId, @RequestParam(name = "case", defaultValue = "0") long caseId,
			@RequestParam(required = false) String listed, @RequestParam(required = false) String feedbackOn,
			@RequestParam(required = false) String feedbackReason, @RequestParam(required = false) String once,
			Actor by, Model model, HttpServletResponse response, RedirectAttributes flash) {
		Row row = this.pages.list(listId, by)
			.rows()
			.stream()
			.filter((one) -> one.caseId() == caseId)
			.findFirst()
			.orElseThrow(() -> new Refusal.NotFound("refusal.recommendation.unknown"));
		if (row.waitsFor() == Wait.RECEIPT) {
			throw new Refusal.Conflict("refusal.recommendation.receiveFirst");
		}
		Map<String, Object> answers = Map.of("listed", Objects.toString(listed, ""), "feedbackOn",
				Objects.toString(feedbackOn, ""), "feedbackReason", Objects.toString(feedbackReason, ""));
		try {
			answer(caseId, "feedback", by, answers, once);
		}
		catch (Refusal.Invalid refusal) {
			response.setStatus(422);
			Map<String, String> typed = new LinkedHashMap<>();
			answers.forEach((field, value) -> typed.put(field, value.toString()));
			return list(listId, caseId, typed, refusal.fields(), by, model);
		}
		flash.addFlashAttribute("said", Message.of("recommendation.said.answered", row.person().name()));
		return "redirect:/recommendation/lists/" + listId;
	}

	@GetMapping("/lists/{list}/list.docx")
	@AllowedTo({ Roles.PARTY_LIAISON, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE,
			Roles.AUDITOR })
	ResponseEntity<byte[]> listWord(@PathVariable("list") long listId, Actor by) {
		return file(this.papers.listWord(listId, by));
	}

	@GetMapping("/lists/{list}/list.xlsx")
	@AllowedTo({ Roles.PARTY_LIAISON, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE,
			Roles.AUDITOR })
	ResponseEntity<byte[]> listExcel(@PathVariable("list") long listId, Actor by) {
		return file(this.papers.listExcel(listId, by));
	}

	@GetMapping("/lists/{list}/forms.xlsx")
	@AllowedTo({ Roles.PARTY_LIAISON, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE,
			Roles.AUDITOR })
	ResponseEntity<byte[]> formsExcel(@PathVariable("list") long listId, Actor by) {
		return file(this.papers.formsExcel(listId, by));
	}

	@GetMapping("/lists/{list}/forms/{case}")
	@AllowedTo({ Roles.PARTY_LIAISON, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE,
			Roles.AUDITOR })
	ResponseEntity<byte[]> formWord(@PathVariable("list") long listId, @PathVariable("case") long caseId, Actor by) {
		return file(this.papers.formWord(listId, caseId, by));
	}

	private static ResponseEntity<byte[]> file(Paper paper) {
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(paper.type()))
			.header(HttpHeaders.CONTENT_DISPOSITION, paper.disposition())
			.body(paper.content());
	}

	private Answered answerAll(List<Long> cases, String box, Actor by, Map<String, Object> answers, String once) {
		List<Long> refused = new ArrayList<>();
		List<Message> why = new ArrayList<>();
		Map<String, Message> faults = new LinkedHashMap<>();
		for (long caseId : cases) {
			try {
				answer(caseId, box, by, answers, once);
			}
			catch (Refusal refusal) {
				refused.add(caseId);
				Message first = RecommendationPageService.first(refusal);
				if (!why.contains(first)) {
					why.add(first);
				}
				if (refusal instanceof Refusal.Invalid invalid) {
					invalid.fields().forEach(faults::putIfAbsent);
				}
			}
		}
		return new Answered(cases.size() - refused.size(), refused, why, faults);
	}

	/**
	 * Answers the box of the case.
	 * @throws Refusal.Conflict when the case does not wait there
	 */
	private void answer(long caseId, String box, Actor by, Map<String, Object> answers, String once) {
		String key = (once != null) ? RecommendationPageService.keyFor(once + box, caseId)
				: UUID.randomUUID().toString();
		if (this.cases.submission(key).isPresent()) {
			return; // sent twice
		}
		Task task = this.tasks.open(new CaseId(caseId))
			.stream()
			.filter((open) -> open.box().equals(box))
			.findFirst()
			.orElseThrow(() -> this.pages.notThere(new CaseId(caseId), box));
		this.inbox.submit(task.id(), by, answers, key);
	}

	/**
	 * What became of several who were answered at once.
	 *
	 * @param done how many were taken
	 * @param refused the cases that were not
	 * @param why each reason once
	 * @param faults by field
	 */
	private record Answered(int done, List<Long> refused, List<Message> why, Map<String, Message> faults) {

		void tell(String said, Model model) {
			model.addAttribute("refused", this.why);
			if (this.done > 0) {
				model.addAttribute("said", Message.of(said, this.done, this.refused.size()));
			}
		}

	}

}
