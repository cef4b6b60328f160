package org.leagueflow.recommendation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.leagueflow.document.ExcelFile;
import org.leagueflow.document.SheetTable;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Roles;
import org.leagueflow.web.Downloads;
import org.leagueflow.web.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** All recommendations of a term, for committees above branches and for auditors. */
@Controller
@RequestMapping("/recommendation")
class RecommendationOverviewController {

	static final Set<String> LEADERS = Set.of(Roles.GENERAL_BRANCH, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY,
			Roles.COUNTY_COMMITTEE);

	static final Set<String> READERS = Set.of(Roles.GENERAL_BRANCH, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY,
			Roles.COUNTY_COMMITTEE, Roles.AUDITOR);

	private static final List<String> HEADING = List.of("above", "branch", "person", "line", "step", "started", "valid",
			"due", "late", "most", "taken", "left");

	private static final List<Integer> WIDTHS = List.of(24, 24, 14, 22, 18, 12, 12, 12, 8, 8, 8, 8);

	private final RecommendationOverviewService overviews;

	private final Words words;

	private final BusinessClock clock;

	RecommendationOverviewController(RecommendationOverviewService overviews, Words words, BusinessClock clock) {
		this.overviews = overviews;
		this.words = words;
		this.clock = clock;
	}

	@GetMapping("/overview")
	@AllowedTo({ Roles.GENERAL_BRANCH, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE,
			Roles.AUDITOR })
	String overview(RecommendationFilter filter, Actor by, Model model) {
		model.addAttribute("page", this.overviews.page(filter, by));
		model.addAttribute("filter", filter);
		model.addAttribute("lines", Line.values());
		model.addAttribute("steps", RecommendationStep.values());
		model.addAttribute("attentions", RecommendationFilter.Attention.values());
		model.addAttribute("hands", by.holds(Roles.LEAGUE_COMMITTEE) || by.holds(Roles.LEAGUE_SECRETARY));
		return "recommendation/overview";
	}

	@GetMapping("/overview.xlsx")
	@AllowedTo({ Roles.GENERAL_BRANCH, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE,
			Roles.AUDITOR })
	void export(RecommendationFilter filter, Locale locale, Actor by, HttpServletResponse response) throws IOException {
		RecommendationOverview all = this.overviews.all(filter, by);
		Stream<List<Object>> rows = all.rows().stream().map(this::cells);
		response.setContentType(ExcelFile.TYPE);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				Downloads.named("xlsx", this.words.of("recommendation.overview.title"), this.clock.today()));
		ExcelFile.write(List.of(new SheetTable(this.words.of("recommendation.overview.title"),
				HEADING.stream().map((key) -> this.words.of("recommendation.overview." + key)).toList(), WIDTHS, rows)),
				response.getOutputStream());
	}

	private List<Object> cells(RecommendationOverview.Row row) {
		return Arrays.asList(row.above(), row.branch().name(), row.person(),
				this.words.of("recommendation.line." + row.line().code()),
				this.words.of("recommendation.step." + row.step()), row.startedOn(), row.validUntil(),
				row.feedbackDue(), row.feedbackLate() ? this.words.of("recommendation.overview.isLate") : null,
				row.places().most(), row.places().taken(), row.places().left());
	}

}
