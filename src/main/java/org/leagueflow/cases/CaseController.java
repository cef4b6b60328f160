package org.leagueflow.cases;

import java.util.Locale;
import java.util.Map;
import org.leagueflow.engine.Catalogue;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Roles;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of cases, one case, and the diagrams that cases stand on. */
@Controller
class CaseController {

	private static final int PAGE_SIZE = 20;

	private final Cases cases;

	private final CasePages pages;

	private final Catalogue catalogue;

	private final CaseOpeningService readings;

	CaseController(Cases cases, CasePages pages, Catalogue catalogue, CaseOpeningService readings) {
		this.cases = cases;
		this.pages = pages;
		this.catalogue = catalogue;
		this.readings = readings;
	}

	@GetMapping("/cases")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String list(@RequestParam(required = false) String text, @RequestParam(required = false) String process,
			@RequestParam(required = false) CaseState state, @RequestParam(required = false) Long unit,
			@RequestParam(defaultValue = "false") boolean mine, @RequestParam(required = false) Long before, Actor by,
			Model model) {
		CaseFilter filter = new CaseFilter(text, process, state, unit, mine, before);
		CaseListing listing = this.cases.list(filter, by, PAGE_SIZE);
		model.addAttribute("listing", listing);
		model.addAttribute("filter", filter);
		model.addAttribute("names", this.pages);
		model.addAttribute("processes", this.catalogue.ofCases());
		model.addAttribute("first", (before != null) ? link(filter, null) : null);
		model.addAttribute("next", (listing.next() != null) ? link(filter, listing.next()) : null);
		return "cases/list";
	}

	@GetMapping("/cases/{id}")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String show(@PathVariable long id, Actor by, Model model) {
		CasePage page = this.pages.page(new CaseId(id), null, by);
		if (!this.readings.open(page.card(), by)) {
			return ask(page.card(), null, model);
		}
		model.addAllAttributes(Map.of("page", page));
		return "cases/case";
	}

	/** Asks why a file of the case is opened. */
	@GetMapping("/cases/{id}/reading")
	@AllowedTo({ Roles.AUDITOR, Roles.ADMIN })
	String why(@PathVariable long id, @RequestParam(required = false) Long file, Actor by, Model model) {
		CaseCard card = this.readings.asked(new CaseId(id), by);
		return this.readings.asks(card, by) ? ask(card, file, model) : onTo(id, file);
	}

	@PostMapping("/cases/{id}/reading")
	@AllowedTo({ Roles.AUDITOR, Roles.ADMIN })
	String explain(@PathVariable long id, @RequestParam(defaultValue = "") String reason,
			@RequestParam(required = false) Long file, Actor by) {
		this.readings.explain(new CaseId(id), reason, by);
		return onTo(id, file);
	}

	private static String ask(CaseCard card, Long file, Model model) {
		model.addAttribute("what", card.number());
		model.addAttribute("action", "/cases/" + card.id() + "/reading" + ((file != null) ? "?file=" + file : ""));
		return "people/reading";
	}

	private static String onTo(long id, Long file) {
		return "redirect:" + ((file != null) ? "/attachments/" + file : "/cases/" + id);
	}

	@GetMapping("/diagrams/{version}")
	@AllowedTo(AllowedTo.SIGNED_IN)
	ResponseEntity<String> diagram(@PathVariable String version, Locale language) {
		return ResponseEntity.ok()
			.contentType(new MediaType(MediaType.APPLICATION_XML, java.nio.charset.StandardCharsets.UTF_8))
			.body(this.catalogue.diagram(version, language));
	}

	private static String link(CaseFilter filter, Long before) {
		UriComponentsBuilder link = UriComponentsBuilder.fromPath("/cases");
		param(link, "text", filter.text());
		param(link, "process", filter.process());
		param(link, "state", filter.state());
		param(link, "unit", filter.unitId());
		param(link, "mine", filter.startedByMe() ? true : null);
		param(link, "before", before);
		return link.encode().toUriString();
	}

	private static void param(UriComponentsBuilder link, String name, Object value) {
		if (value != null && !value.toString().isBlank()) {
			link.queryParam(name, value);
		}
	}

}
