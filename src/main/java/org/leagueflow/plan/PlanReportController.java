package org.leagueflow.plan;

import org.leagueflow.document.ExcelFile;
import org.leagueflow.document.PdfFile;
import org.leagueflow.document.WordFile;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.leagueflow.web.Downloads;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Bulletins, summaries, workbooks, and last year's plan copied. */
@Controller
class PlanReportController {

	private final PlanReportService reports;

	private final PlanReportFiles files;

	private final PlanViewService views;

	private final PlanWorkbook workbooks;

	private final PlanCopyService copies;

	PlanReportController(PlanReportService reports, PlanReportFiles files, PlanViewService views,
			PlanWorkbook workbooks, PlanCopyService copies) {
		this.reports = reports;
		this.files = files;
		this.views = views;
		this.workbooks = workbooks;
		this.copies = copies;
	}

	@GetMapping("/plan/{plan}/report")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String report(@PathVariable("plan") long id, @RequestParam(required = false) Integer month, Actor by, Model model) {
		PlanReport report = read(id, month, by);
		model.addAttribute("page", report);
		model.addAttribute("heading", this.files.title(report));
		model.addAttribute("asOf", this.files.asOf(report));
		model.addAttribute("summary", this.files.summary(report));
		model.addAttribute("before", this.files.before(report));
		model.addAttribute("drafts", this.views.drafts(report.plan(), by));
		model.addAttribute("current", this.reports.currentMonth(id, by));
		return "plan/report";
	}

	private PlanReport read(long id, Integer month, Actor by) {
		return this.reports.report(id, (month != null) ? month : this.reports.currentMonth(id, by), by);
	}

	@GetMapping("/plan/{plan}/report.docx")
	@AllowedTo(AllowedTo.SIGNED_IN)
	ResponseEntity<byte[]> word(@PathVariable("plan") long id, @RequestParam(required = false) Integer month,
			Actor by) {
		PlanReport report = read(id, month, by);
		return file(WordFile.TYPE, Downloads.named("docx", this.files.title(report)), this.files.word(report));
	}

	@GetMapping("/plan/{plan}/report.pdf")
	@AllowedTo(AllowedTo.SIGNED_IN)
	ResponseEntity<byte[]> pdf(@PathVariable("plan") long id, @RequestParam(required = false) Integer month, Actor by) {
		PlanReport report = read(id, month, by);
		return file(PdfFile.TYPE, Downloads.named("pdf", this.files.title(report)), this.files.pdf(report));
	}

	@GetMapping("/plan/{plan}/year.xlsx")
	@AllowedTo(AllowedTo.SIGNED_IN)
	ResponseEntity<byte[]> workbook(@PathVariable("plan") long id, Actor by) {
		YearPage page = this.views.year(id, by);
		return file(ExcelFile.TYPE, Downloads.named("xlsx", page.plan().title()),
				this.workbooks.write(page.standing()));
	}

	private static ResponseEntity<byte[]> file(String type, String disposition, byte[] content) {
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(type))
			.header("Content-Disposition", disposition)
			.body(content);
	}

	@PostMapping("/plan/{plan}/copy")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String copy(@PathVariable("plan") long id, Actor by, RedirectAttributes flash) {
		PlanCopyService.Copied copied = this.copies.copy(id, by);
		flash.addFlashAttribute("said", copied.left().isEmpty() ? Message.of("planview.said.copied", copied.items())
				: Message.of("planview.said.copiedLeft", copied.items(), String.join("、", copied.left())));
		return "redirect:/plan/editions/" + copied.editionId();
	}

}
