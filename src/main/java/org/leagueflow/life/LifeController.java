package org.leagueflow.life;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.leagueflow.document.ExcelFile;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.web.Downloads;
import org.leagueflow.web.Words;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Organisational life of one branch, and of all that somebody stands above. */
@Controller
@RequestMapping("/life")
class LifeController {

	private final BranchService branches;

	private final OverviewService overviews;

	private final CachedSums recent;

	private final UrgeService urges;

	private final ClassService classes;

	private final OverviewExport export;

	private final LifeRights rights;

	private final BusinessClock clock;

	private final Words words;

	LifeController(BranchService branches, OverviewService overviews, CachedSums recent, UrgeService urges,
			ClassService classes, OverviewExport export, LifeRights rights, BusinessClock clock, Words words) {
		this.branches = branches;
		this.overviews = overviews;
		this.recent = recent;
		this.urges = urges;
		this.classes = classes;
		this.export = export;
		this.rights = rights;
		this.clock = clock;
		this.words = words;
	}

	/** Those above see all branches, others their own one. */
	@GetMapping
	@AllowedTo(AllowedTo.SIGNED_IN)
	String life(OverviewFilter filter, Actor by, Model model) {
		Optional<UnitCard> own = this.rights.own(by);
		if (!this.rights.overseesAnything(by)) {
			return own.map((branch) -> "redirect:/life/branches/" + branch.id()).orElse("life/nowhere");
		}
		model.addAttribute("filter", filter);
		model.addAttribute("page", this.overviews.overview(filter, by));
		model.addAttribute("duties", Duty.values());
		model.addAttribute("states", DutyStatus.State.values());
		model.addAttribute("own", own.orElse(null));
		model.addAttribute("leads", this.rights.leadsAnything(by));
		return "life/overview";
	}

	/** How many branches are behind, for the home page. */
	@GetMapping("/sums")
	@AllowedTo({ Roles.GENERAL_BRANCH, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE })
	String sums(Actor by, Model model) {
		model.addAttribute("sums", this.recent.of(by));
		return "life/sums :: sums";
	}

	@GetMapping("/overview.xlsx")
	@AllowedTo({ Roles.GENERAL_BRANCH, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE,
			Roles.AUDITOR, Roles.ADMIN })
	void export(OverviewFilter filter, Locale locale, Actor by, HttpServletResponse response) throws IOException {
		List<Overview.Row> rows = this.overviews.all(filter, by);
		response.setContentType(ExcelFile.TYPE);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				Downloads.named("xlsx", this.words.of("life.file"), this.clock.today()));
		this.export.write(rows, filter, locale, response.getOutputStream());
	}

	@PostMapping("/urge")
	@AllowedTo({ Roles.GENERAL_BRANCH, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE })
	String urge(@RequestParam(name = "branch", required = false) List<Long> branchIds, Actor by,
			RedirectAttributes next) {
		next.addFlashAttribute("said", this.urges.urge((branchIds != null) ? branchIds : List.of(), by).words());
		return "redirect:/life";
	}

	@GetMapping("/branches/{branch}")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String branch(@PathVariable("branch") long branchId, @RequestParam(required = false) YearMonth month, Actor by,
			Model model) {
		model.addAttribute("b", this.branches.page(branchId, month, by));
		model.addAttribute("oversees", this.rights.overseesAnything(by));
		return "life/branch";
	}

	@PostMapping("/branches/{branch}/urge")
	@AllowedTo({ Roles.GENERAL_BRANCH, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE })
	String urgeOne(@PathVariable("branch") long branchId, Actor by, RedirectAttributes next) {
		next.addFlashAttribute("said", this.urges.urge(List.of(branchId), by).words());
		return "redirect:/life/branches/" + branchId;
	}

	/** Calls the League class that was proposed, or another one. */
	@PostMapping("/branches/{branch}/classes")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String convene(@PathVariable("branch") long branchId,
			@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime startsAt,
			@RequestParam(required = false) String place, @RequestParam(required = false) String theme,
			@RequestParam(required = false) String once, Actor by, RedirectAttributes next) {
		Optional<Long> meeting = this.classes.convene(branchId, startsAt, place, theme, once, by);
		next.addFlashAttribute("said", Message.of("life.said.class-called"));
		return meeting.map((id) -> "redirect:/life/classes/" + id).orElse("redirect:/life/branches/" + branchId);
	}

}
