package org.leagueflow.marks;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.leagueflow.document.ExcelFile;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.FileName;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.sheet.SheetFile;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The pages of imports of marks: upload, columns, progress, findings, choice, result. */
@Controller
@RequestMapping("/marks/import")
@AllowedTo({ Roles.BRANCH_SECRETARY, Roles.BRANCH_COMMITTEE, Roles.GENERAL_BRANCH, Roles.LEAGUE_COMMITTEE,
		Roles.LEAGUE_SECRETARY })
class MarkImportController {

	private static final String PAGE = "marks/import";

	private final MarkImportService service;

	private final MarkJobs jobs;

	private final MarkExport export;

	MarkImportController(MarkImportService service, MarkJobs jobs, MarkExport export) {
		this.service = service;
		this.jobs = jobs;
		this.export = export;
	}

	@GetMapping
	String start(Actor by, Model model) {
		model.addAttribute("targets", this.service.targets(by));
		model.addAttribute("recent", this.service.recent(by));
		model.addAttribute("me", by.personId());
		return "marks/imports";
	}

	@PostMapping
	String upload(@RequestParam("unit") long unit, @RequestParam("file") MultipartFile file, Actor by)
			throws IOException {
		Path path = Files.createTempFile("marks", ".xlsx");
		try {
			file.transferTo(path);
			SheetFile.accept(path);
			String name = FileName.fitting(file.getOriginalFilename());
			long id = this.service.open(unit, name, by);
			this.jobs.startSurvey(id, path, name);
			return redirect(id);
		}
		catch (Refusal | IOException ex) {
			Files.deleteIfExists(path);
			throw ex;
		}
	}

	@GetMapping("/{id}")
	String show(@PathVariable long id, MarkFilter filter, Actor by, Model model) {
		fill(model, this.service.page(id, filter, by), Map.of(), Map.of());
		return PAGE;
	}

	private static void fill(Model model, MarkImportPage page, Map<String, String> typed, Map<String, ?> faults) {
		model.addAttribute("p", page);
		model.addAttribute("typed", typed);
		model.addAttribute("faults", faults);
		model.addAttribute("roles", ColumnRole.values());
	}

	/** What the columns mean; what was typed comes back with a message at each field. */
	@PostMapping("/{id}/columns")
	String columns(@PathVariable long id, @RequestParam Map<String, String> typed,
			@RequestParam(defaultValue = "") Set<Integer> sheet, Actor by, Model model, HttpServletResponse response) {
		int run;
		try {
			run = this.service.map(id, typed, sheet, by);
		}
		catch (Refusal.Invalid ex) {
			response.setStatus(422);
			fill(model, this.service.page(id, MarkFilter.none(), by), typed, ex.fields());
			model.addAttribute("ticked", sheet);
			return PAGE;
		}
		this.jobs.startChecking(id, run, by);
		return redirect(id);
	}

	/** Back to the columns. */
	@PostMapping("/{id}/again")
	String again(@PathVariable long id, Actor by) {
		this.service.mapAgain(id, by);
		return redirect(id);
	}

	/** A part of the page; once the work is done the whole page is loaded anew. */
	@GetMapping("/{id}/progress")
	String progress(@PathVariable long id, Actor by, Model model, HttpServletResponse response) {
		MarkImportPage.Head head = this.service.head(id, by);
		if (!head.running() || head.silent()) {
			response.setHeader("HX-Refresh", "true");
		}
		model.addAttribute("head", head);
		return "sheet/import :: progress";
	}

	@PostMapping("/{id}/commit")
	String commit(@PathVariable long id, @RequestParam(defaultValue = "selected") String which,
			@RequestParam(defaultValue = "") List<Long> mark, Actor by) {
		int run = ("clean".equals(which) || "all".equals(which)) ? this.service.chooseAll(id, "all".equals(which), by)
				: this.service.choose(id, mark, by);
		this.jobs.startImporting(id, run, by);
		return redirect(id);
	}

	@PostMapping("/{id}/resume")
	String resume(@PathVariable long id, Actor by) {
		this.jobs.startImporting(id, this.service.resume(id, by), by);
		return redirect(id);
	}

	/** What was found, cell by cell, for whoever typed the sheet. */
	@GetMapping("/{id}/findings.xlsx")
	void findings(@PathVariable long id, Actor by, Locale locale, HttpServletResponse response) throws IOException {
		MarkImportPage.Head head = this.service.kept(id, by);
		response.setContentType(ExcelFile.TYPE);
		response.setHeader("Content-Disposition", "attachment; filename=\"marks-findings-" + head.id() + ".xlsx\"");
		this.export.findings(id, locale, response.getOutputStream());
	}

	/** The same workbook with the marks that stand today. */
	@GetMapping("/{id}/export.xlsx")
	void export(@PathVariable long id, Actor by, HttpServletResponse response) throws IOException {
		MarkImportPage.Head head = this.service.kept(id, by);
		byte[] filled = this.export.filled(id, this.service.file(id, by));
		response.setContentType(ExcelFile.TYPE);
		response.setHeader("Content-Disposition",
				ContentDisposition.attachment().filename(head.fileName(), StandardCharsets.UTF_8).build().toString());
		response.getOutputStream().write(filled);
	}

	private static String redirect(long id) {
		return "redirect:/marks/import/" + id;
	}

}
