package org.leagueflow.roster;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.leagueflow.document.ExcelFile;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.FileName;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People;
import org.leagueflow.sheet.SheetFile;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of roster imports: upload, progress, findings, choice, result. */
@Controller
@RequestMapping("/members/import")
class RosterController {

	private final RosterService service;

	private final RosterJobs jobs;

	private final RosterExport export;

	private final RosterTemplate template;

	RosterController(RosterService service, RosterJobs jobs, RosterExport export, RosterTemplate template) {
		this.service = service;
		this.jobs = jobs;
		this.export = export;
		this.template = template;
	}

	@GetMapping
	@AllowedTo({ Roles.LEAGUE_COMMITTEE, Roles.ADMIN })
	String start(Actor by, Model model) {
		model.addAttribute("targets", this.service.targets(by));
		model.addAttribute("recent", this.service.recent(by));
		return "roster/roster";
	}

	@PostMapping
	@AllowedTo({ Roles.LEAGUE_COMMITTEE, Roles.ADMIN })
	String upload(@RequestParam("unit") long unit, @RequestParam("file") MultipartFile file, Actor by)
			throws IOException {
		Path path = Files.createTempFile("roster", ".xlsx");
		try {
			file.transferTo(path);
			SheetFile.accept(path);
			long id = this.service.open(unit, FileName.fitting(file.getOriginalFilename()), by);
			this.jobs.startChecking(id, path);
			return "redirect:/members/import/" + id;
		}
		catch (Refusal | IOException ex) {
			Files.deleteIfExists(path);
			throw ex;
		}
	}

	/** An empty roster for a unit, with the names of its branches. */
	@GetMapping("/template.xlsx")
	@AllowedTo({ Roles.LEAGUE_COMMITTEE, Roles.ADMIN })
	void template(@RequestParam long unit, Actor by, Locale locale, HttpServletResponse response) throws IOException {
		People.UnitCard target = this.service.target(unit, by);
		response.setContentType(ExcelFile.TYPE);
		response.setHeader("Content-Disposition",
				ContentDisposition.attachment()
					.filename(target.name() + "-名册模板.xlsx", StandardCharsets.UTF_8)
					.build()
					.toString());
		this.template.write(target.id(), locale, response.getOutputStream());
	}

	@GetMapping("/{id}")
	@AllowedTo({ Roles.LEAGUE_COMMITTEE, Roles.ADMIN })
	String show(@PathVariable long id, RosterFilter filter, Actor by, Model model) {
		model.addAttribute("p", this.service.page(id, filter, by));
		return "roster/import";
	}

	@PostMapping("/{id}/sheets")
	@AllowedTo({ Roles.LEAGUE_COMMITTEE, Roles.ADMIN })
	String sheets(@PathVariable long id, @RequestParam(defaultValue = "") Set<Integer> sheet,
			@RequestParam(defaultValue = "false") boolean hiddenLines,
			@RequestParam(defaultValue = "false") boolean hiddenColumns, Actor by, RedirectAttributes flash) {
		RosterService.Picked picked = this.service.pick(id, sheet, by);
		this.jobs.startChecking(picked, hiddenLines, hiddenColumns);
		if (picked.imports().size() == 1) {
			return "redirect:/members/import/" + id;
		}
		flash.addFlashAttribute("said", Message.of("roster.said.sheets", picked.imports().size()));
		return "redirect:/members/import";
	}

	/** A part of the page; once the work is done the whole page is loaded anew. */
	@GetMapping("/{id}/progress")
	@AllowedTo({ Roles.LEAGUE_COMMITTEE, Roles.ADMIN })
	String progress(@PathVariable long id, Actor by, Model model, HttpServletResponse response) {
		RosterPage.Head head = this.service.head(id, by);
		if (!head.running() || head.silent()) {
			response.setHeader("HX-Refresh", "true");
		}
		model.addAttribute("head", head);
		return "sheet/import :: progress";
	}

	@PostMapping("/{id}/commit")
	@AllowedTo({ Roles.LEAGUE_COMMITTEE, Roles.ADMIN })
	String commit(@PathVariable long id, @RequestParam(defaultValue = "selected") String which,
			@RequestParam(defaultValue = "") List<Integer> line, Actor by) {
		int run = "clean".equals(which) ? this.service.chooseClean(id, by) : this.service.choose(id, line, by);
		this.jobs.startImporting(id, run, by);
		return "redirect:/members/import/" + id;
	}

	@PostMapping("/{id}/resume")
	@AllowedTo({ Roles.LEAGUE_COMMITTEE, Roles.ADMIN })
	String resume(@PathVariable long id, Actor by) {
		this.jobs.startImporting(id, this.service.resume(id, by), by);
		return "redirect:/members/import/" + id;
	}

	@PostMapping("/{id}/branches")
	@AllowedTo({ Roles.LEAGUE_COMMITTEE, Roles.ADMIN })
	String branches(@PathVariable long id, @RequestParam MultiValueMap<String, String> ticked, Actor by,
			RedirectAttributes flash) {
		List<String> branches = ticked.getOrDefault("branch", List.of());
		this.service.createBranches(id, branches, by);
		flash.addFlashAttribute("said", Message.of("roster.said.branches", branches.size()));
		return "redirect:/members/import/" + id;
	}

	@GetMapping("/{id}/findings.xlsx")
	@AllowedTo({ Roles.LEAGUE_COMMITTEE, Roles.ADMIN })
	void findings(@PathVariable long id, Actor by, Locale locale, HttpServletResponse response) {
		RosterPage.Head head = this.service.kept(id, by);
		response.setContentType(ExcelFile.TYPE);
		response.setHeader("Content-Disposition", "attachment; filename=\"roster-findings-" + head.id() + ".xlsx\"");
		try {
			this.export.write(id, locale, response.getOutputStream());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
