package org.leagueflow.award;

import java.util.Map;
import org.leagueflow.document.PdfFile;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.web.Downloads;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages about one nomination: the own application, its score, marks of a panel. */
@Controller
class NominationController {

	private final BatchPageService pages;

	private final NominationService nominating;

	private final OfficeEntryService entries;

	private final EntrySheetService table;

	private final QuestionService questions;

	private final PanelService panel;

	private final CertificateService certificates;

	private final ScoreSheetService sheets;

	NominationController(BatchPageService pages, NominationService nominating, OfficeEntryService entries,
			EntrySheetService table, QuestionService questions, PanelService panel, CertificateService certificates,
			ScoreSheetService sheets) {
		this.pages = pages;
		this.nominating = nominating;
		this.entries = entries;
		this.table = table;
		this.questions = questions;
		this.panel = panel;
		this.certificates = certificates;
		this.sheets = sheets;
	}

	@GetMapping("/awards/mine")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String mine(Actor by, Model model) {
		model.addAttribute("page", this.pages.mine(by));
		model.addAttribute("certificates", this.certificates.mine(by));
		return "award/mine";
	}

	@PostMapping("/awards/batches/{batch}/apply")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String apply(@PathVariable("batch") long batch, @RequestParam(required = false) String grounds, Actor by,
			RedirectAttributes flash) {
		this.nominating.apply(batch, grounds, by);
		flash.addFlashAttribute("said", Message.of("award.said.applied"));
		return "redirect:/awards/mine";
	}

	@GetMapping("/awards/nominations/{nomination}")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String nomination(@PathVariable("nomination") long id, Actor by, Model model) {
		model.addAttribute("page", this.pages.nomination(id, by));
		return "award/nomination";
	}

	@GetMapping("/awards/nominations/{nomination}/explanation.pdf")
	@AllowedTo(AllowedTo.SIGNED_IN)
	ResponseEntity<byte[]> explanation(@PathVariable("nomination") long id, Actor by) {
		ScoreSheetService.Sheet sheet = this.sheets.sheet(id, by);
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(PdfFile.TYPE))
			.header(HttpHeaders.CONTENT_DISPOSITION, Downloads.named("pdf", sheet.batch(), sheet.name()))
			.body(sheet.content());
	}

	@PostMapping("/awards/nominations/{nomination}/withdraw")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String withdraw(@PathVariable("nomination") long id, @RequestParam(required = false) String reason, Actor by) {
		this.nominating.withdraw(id, reason, by);
		return "redirect:/awards/nominations/" + id;
	}

	@PostMapping("/awards/nominations/{nomination}/return")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String sendBack(@PathVariable("nomination") long id, @RequestParam(required = false) String reason, Actor by) {
		this.nominating.sendBack(id, reason, by);
		return "redirect:/awards/nominations/" + id;
	}

	@PostMapping("/awards/nominations/{nomination}/entries")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String enter(@PathVariable("nomination") long id, @RequestParam(required = false) String component,
			@RequestParam(required = false) String points, @RequestParam(required = false) String origin, Actor by,
			RedirectAttributes flash) {
		this.entries.enter(id, component, points, origin, by);
		flash.addFlashAttribute("said", Message.of("award.said.entered"));
		return "redirect:/awards/nominations/" + id;
	}

	@GetMapping("/awards/batches/{batch}/entries")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String entries(@PathVariable("batch") long batch, @RequestParam(required = false) Long unit, Actor by,
			Model model) {
		model.addAttribute("page", this.table.sheet(batch, unit, Map.of(), by));
		return "award/entries";
	}

	/** Saves a table of points, or fills pasted lines into it. */
	@PostMapping("/awards/batches/{batch}/entries")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String enter(@PathVariable("batch") long batch, @RequestParam(required = false) Long unit,
			@RequestParam Map<String, String> typed, Actor by, Model model, RedirectAttributes flash) {
		if ("fill".equals(typed.get("op"))) {
			model.addAttribute("page", this.table.sheet(batch, unit, typed, by));
			return "award/entries";
		}
		flash.addFlashAttribute("said", Message.of("award.said.enteredMany", this.entries.enter(batch, typed, by)));
		return "redirect:/awards/batches/" + batch + "/entries" + ((unit != null) ? "?unit=" + unit : "");
	}

	@PostMapping("/awards/nominations/{nomination}/questions")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String ask(@PathVariable("nomination") long id, @RequestParam(required = false) String content, Actor by,
			RedirectAttributes flash) {
		this.questions.ask(id, content, by);
		flash.addFlashAttribute("said", Message.of("award.said.asked"));
		return "redirect:/awards/nominations/" + id;
	}

	@PostMapping("/awards/questions/{question}/answer")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String answer(@PathVariable("question") long id, @RequestParam(required = false) String answer, Actor by) {
		return "redirect:/awards/batches/" + this.questions.answer(id, answer, by);
	}

	@GetMapping("/awards/batches/{batch}/panel")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String sheet(@PathVariable("batch") long batch, @RequestParam(required = false, defaultValue = "0") long after,
			Actor by, Model model) {
		model.addAttribute("page", this.panel.sheet(batch, after, by));
		model.addAttribute("after", after);
		return "award/panel";
	}

	/** All that a judge filled in on a page; what is refused is said at its field. */
	@PostMapping("/awards/batches/{batch}/marks")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String mark(@PathVariable("batch") long batch, @RequestParam Map<String, String> typed,
			@RequestParam(required = false, defaultValue = "0") long after, Actor by, RedirectAttributes flash) {
		Map<String, Message> wrong = this.panel.mark(batch, typed, by);
		if (!wrong.isEmpty()) {
			throw new Refusal.Invalid(wrong);
		}
		flash.addFlashAttribute("said", Message.of("award.said.marked"));
		return "redirect:/awards/batches/" + batch + "/panel" + ((after > 0) ? "?after=" + after : "");
	}

}
