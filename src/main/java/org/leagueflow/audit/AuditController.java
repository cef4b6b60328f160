package org.leagueflow.audit;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.BusinessClock;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The auditor's pages; nothing here can be changed by anybody. */
@Controller
@RequestMapping("/audit")
class AuditController {

	private static final List<String> HEADINGS = List.of("id", "at", "person_id", "person_name", "acting_for", "post",
			"unit_id", "case_id", "what", "subject", "before_hash", "after_hash", "detail", "node");

	private final AuditService audit;

	private final AuditKey key;

	private final BusinessClock clock;

	AuditController(AuditService audit, AuditKey key, BusinessClock clock) {
		this.audit = audit;
		this.key = key;
		this.clock = clock;
	}

	@GetMapping
	@AllowedTo("auditor")
	String search(@ModelAttribute("search") Search search, Actor by, Model model) {
		AuditService.Page page = this.audit.search(search, by);
		model.addAttribute("rows", page.entries().stream().map(this::row).toList());
		model.addAttribute("next", page.more() ? search.continued(page.last()) : null);
		model.addAttribute("keyed", this.key.secret());
		return "audit/search";
	}

	@GetMapping("/{id}")
	@AllowedTo("auditor")
	String entry(@PathVariable long id, Actor by, Model model) {
		AuditService.Sealed sealed = this.audit.read(id, by);
		model.addAttribute("row", row(sealed.entry()));
		model.addAttribute("seal", sealed.seal());
		return "audit/entry";
	}

	@PostMapping("/verify")
	@AllowedTo("auditor")
	String verify(Actor by, RedirectAttributes flash) {
		flash.addFlashAttribute("verdict", this.audit.verify(by));
		return "redirect:/audit";
	}

	@GetMapping("/export")
	@AllowedTo("auditor")
	ResponseEntity<byte[]> export(@ModelAttribute Search search, Actor by) {
		Csv csv = new Csv();
		csv.row(HEADINGS);
		this.audit.export(search, by).forEach((entry) -> csv.row(cells(entry)));
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename("audit-" + this.clock.today() + ".csv").build().toString())
			.body(csv.toString().getBytes(StandardCharsets.UTF_8));
	}

	private List<Object> cells(Entry entry) {
		return Arrays.asList(entry.id(), local(entry), entry.personId(), entry.personName(), entry.actingFor(),
				entry.post(), entry.unitId(), entry.caseId(), entry.what(), entry.subject(), entry.beforeHash(),
				entry.afterHash(), entry.detail(), entry.node());
	}

	private Row row(Entry entry) {
		return new Row(entry, local(entry));
	}

	private LocalDateTime local(Entry entry) {
		return LocalDateTime.ofInstant(entry.at(), this.clock.getZone());
	}

	/** An entry with its moment on the clock of the place. */
	record Row(Entry entry, LocalDateTime at) {
	}

}
