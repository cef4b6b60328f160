package org.leagueflow.audit;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.web.Downloads;
import org.leagueflow.web.Words;
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
import org.springframework.web.bind.annotation.RequestParam;

/** The auditor's pages; nothing here can be changed by anybody. */
@Controller
@RequestMapping("/audit")
class AuditController {

	private static final List<String> HEADINGS = List.of("id", "at", "person_id", "person_name", "acting_for", "post",
			"unit_id", "case_id", "what", "subject", "before_hash", "after_hash", "detail", "node");

	private final AuditService audit;

	private final VerificationService verifications;

	private final VerificationJob job;

	private final ObjectNames names;

	private final BusinessClock clock;

	private final Words words;

	AuditController(AuditService audit, VerificationService verifications, VerificationJob job, ObjectNames names,
			BusinessClock clock, Words words) {
		this.audit = audit;
		this.verifications = verifications;
		this.job = job;
		this.names = names;
		this.clock = clock;
		this.words = words;
	}

	@GetMapping
	@AllowedTo("auditor")
	String search(@ModelAttribute("asked") AuditFilter asked, @RequestParam(required = false) String caseNo, Actor by,
			Model model) {
		AuditFilter search = about(asked, caseNo);
		AuditService.Page page = this.audit.search(search, by);
		model.addAttribute("search", search);
		model.addAttribute("caseNo", typed(search, caseNo));
		model.addAttribute("units", this.names.choice("unit"));
		model.addAttribute("verification", this.verifications.state());
		model.addAttribute("rows", rows(page.entries(), by));
		model.addAttribute("next", page.more() ? search.continued(page.last()) : null);
		return "audit/search";
	}

	@GetMapping("/{id}")
	@AllowedTo("auditor")
	String entry(@PathVariable long id, Actor by, Model model) {
		AuditService.Sealed sealed = this.audit.read(id, by);
		model.addAttribute("row", rows(List.of(sealed.entry()), by).get(0));
		model.addAttribute("seal", sealed.seal());
		return "audit/entry";
	}

	/** Lets a job verify the record; the page shows how far it is. */
	@PostMapping("/verify")
	@AllowedTo("auditor")
	String verify(@RequestParam(defaultValue = "false") boolean all, Actor by) {
		this.verifications.begin(all, by);
		this.job.soon();
		return "redirect:/audit";
	}

	@GetMapping("/verification")
	@AllowedTo("auditor")
	String verification(Model model) {
		model.addAttribute("verification", this.verifications.state());
		return "audit/verification";
	}

	@GetMapping("/export")
	@AllowedTo("auditor")
	ResponseEntity<byte[]> export(@ModelAttribute AuditFilter asked, @RequestParam(required = false) String caseNo,
			Actor by) {
		Csv csv = new Csv();
		csv.row(HEADINGS);
		this.audit.export(about(asked, caseNo), by).forEach((entry) -> csv.row(cells(entry)));
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					Downloads.named("csv", this.words.of("audit.file"), this.clock.today()))
			.body(csv.toString().getBytes(StandardCharsets.UTF_8));
	}

	private List<Object> cells(Entry entry) {
		return Arrays.asList(entry.id(), local(entry), entry.personId(), entry.personName(), entry.actingFor(),
				entry.post(), entry.unitId(), entry.caseId(), entry.what(), entry.subject(), entry.beforeHash(),
				entry.afterHash(), entry.detail(), entry.node());
	}

	/** The search with the case that was typed; one that nobody knows finds nothing. */
	private AuditFilter about(AuditFilter asked, String caseNo) {
		return (caseNo == null || caseNo.isBlank()) ? asked
				: asked.about(this.names.number("case", caseNo.strip()).orElse(0L));
	}

	private String typed(AuditFilter search, String caseNo) {
		if (caseNo != null || search.caseId() == null) {
			return caseNo;
		}
		return this.names.of("case", search.caseId());
	}

	private List<Row> rows(List<Entry> entries, Actor by) {
		List<AuditObject> all = entries.stream()
			.flatMap((entry) -> Stream.of(numbered("unit", entry.unitId()), numbered("case", entry.caseId()),
					numbered("person", entry.actingFor()), AuditObject.of(entry.subject())))
			.filter(Objects::nonNull)
			.toList();
		Map<AuditObject, AuditObject> named = this.names.of(all, by);
		UnaryOperator<AuditObject> name = (object) -> named.getOrDefault(object, object);
		return entries.stream()
			.map((entry) -> new Row(entry, local(entry), name.apply(numbered("unit", entry.unitId())),
					name.apply(numbered("case", entry.caseId())), name.apply(numbered("person", entry.actingFor())),
					name.apply(AuditObject.of(entry.subject()))))
			.toList();
	}

	private static AuditObject numbered(String kind, Long number) {
		return (number != null) ? new AuditObject(kind, number, null, null) : null;
	}

	private LocalDateTime local(Entry entry) {
		return LocalDateTime.ofInstant(entry.at(), this.clock.getZone());
	}

	/**
	 * An entry with its moment on the clock of the place and what it is about, each null
	 * where the entry has none.
	 */
	record Row(Entry entry, LocalDateTime at, AuditObject unit, AuditObject theCase, AuditObject actingFor,
			AuditObject subject) {

		/**
		 * The subject, unless the row says it anyway or nobody knows it by its number.
		 */
		public AuditObject about() {
			boolean said = this.subject.equals(this.theCase) || this.subject.equals(this.unit)
					|| this.subject.kind().equals("task") || this.subject.kind().equals("process");
			return said ? null : this.subject;
		}

	}

}
