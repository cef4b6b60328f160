package org.leagueflow.ledger;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People.PersonCard;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's hours and credits, and booking them for one or for many. */
@Controller
@RequestMapping("/ledger")
class LedgerController {

	private final LedgerService ledger;

	private final BookingService bookings;

	private final BusinessClock clock;

	LedgerController(LedgerService ledger, BookingService bookings, BusinessClock clock) {
		this.ledger = ledger;
		this.bookings = bookings;
		this.clock = clock;
	}

	@GetMapping
	@AllowedTo(AllowedTo.SIGNED_IN)
	String person(@RequestParam(name = "person", required = false) Long personId,
			@RequestParam(name = "q", required = false) String text, Actor by, Model model) {
		model.addAttribute("q", text);
		if (text != null && !text.isBlank()) {
			model.addAttribute("found", this.ledger.search(text, by));
			return "ledger/search";
		}
		LedgerService.Account account = this.ledger.account((personId != null) ? personId : by.personId(), by);
		model.addAttribute("person", account.person());
		model.addAttribute("rows", rows(account));
		model.addAttribute("totals", totals(account));
		model.addAttribute("kinds", account.mayBook());
		model.addAttribute("today", this.clock.today());
		return "ledger/person";
	}

	@GetMapping("/units/{unit}")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String unit(@PathVariable("unit") long unitId, Actor by, Model model) {
		LedgerService.UnitAccount account = this.ledger.unit(unitId, by);
		model.addAttribute("unit", account.unit());
		model.addAttribute("entries", account.entries());
		return "ledger/unit";
	}

	private static Map<EntryKind, Message> totals(LedgerService.Account account) {
		Map<EntryKind, Message> totals = new EnumMap<>(EntryKind.class);
		Arrays.stream(EntryKind.values())
			.filter((kind) -> kind.everyone() || account.entries().stream().anyMatch((entry) -> entry.kind() == kind))
			.forEach((kind) -> totals.put(kind, Amounts.shown(account.total(kind), kind)));
		return totals;
	}

	// Newest first, each with what had been gathered up to and with it.
	private static List<Row> rows(LedgerService.Account account) {
		Map<EntryKind, Integer> sums = new EnumMap<>(EntryKind.class);
		List<Row> rows = new ArrayList<>();
		List<LedgerEntry> entries = account.entries();
		for (int i = entries.size() - 1; i >= 0; i--) {
			LedgerEntry entry = entries.get(i);
			int sum = sums.merge(entry.kind(), entry.amount(), Integer::sum);
			boolean graded = entry.kind().graded();
			rows.add(0,
					new Row(entry,
							graded ? Amounts.shown(entry.amount(), entry.kind())
									: Amounts.words(entry.amount(), entry.kind()),
							graded ? "" : Amounts.words(sum, entry.kind()),
							!entry.counter() && account.mayBook().contains(entry.kind())));
		}
		return rows;
	}

	@PostMapping
	@AllowedTo(AllowedTo.SIGNED_IN)
	String record(@RequestParam("person") long personId, @RequestParam("kind") String kind,
			@RequestParam("on") @DateTimeFormat(iso = ISO.DATE) LocalDate on,
			@RequestParam(name = "amount", required = false) String amount, @RequestParam("title") String title,
			@RequestParam(name = "evidence", required = false) String evidence,
			@RequestParam(name = "file", required = false) MultipartFile file,
			@RequestParam(name = "once", required = false) String once, Actor by, RedirectAttributes flash)
			throws IOException {
		this.bookings.record(personId, booking(kind, on, amount, title, evidence), proof(file), once, by);
		flash.addFlashAttribute("said", Message.of("ledger.recorded"));
		return "redirect:/ledger?person=" + personId;
	}

	@PostMapping("/{entry}/correct")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String correct(@PathVariable("entry") long entryId, @RequestParam("person") long personId,
			@RequestParam(name = "amount", required = false) String amount, @RequestParam("reason") String reason,
			@RequestParam(name = "once", required = false) String once, Actor by, RedirectAttributes flash) {
		this.bookings.correct(entryId, amount, reason, once, by);
		flash.addFlashAttribute("said", Message.of("ledger.corrected"));
		return "redirect:/ledger?person=" + personId;
	}

	@GetMapping("/bulk")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String bulk(@RequestParam(name = "q", required = false) String text,
			@RequestParam(name = "chosen", required = false) List<Long> chosen, Actor by, Model model) {
		List<PersonCard> kept = this.ledger.persons((chosen != null) ? chosen : List.of(), by);
		List<PersonCard> found = new ArrayList<>(this.ledger.search(text, by));
		found.removeIf((person) -> kept.stream().anyMatch((one) -> one.id() == person.id()));
		model.addAttribute("q", text);
		model.addAttribute("kept", kept);
		model.addAttribute("found", found);
		model.addAttribute("kinds", EntryKind.values());
		model.addAttribute("today", this.clock.today());
		return "ledger/bulk";
	}

	@PostMapping("/bulk")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String recordAll(@RequestParam(name = "chosen", required = false) List<Long> persons,
			@RequestParam("kind") String kind, @RequestParam("on") @DateTimeFormat(iso = ISO.DATE) LocalDate on,
			@RequestParam(name = "amount", required = false) String amount, @RequestParam("title") String title,
			@RequestParam(name = "evidence", required = false) String evidence,
			@RequestParam(name = "file", required = false) MultipartFile file,
			@RequestParam(name = "once", required = false) String once, Actor by, RedirectAttributes flash)
			throws IOException {
		List<Long> chosen = (persons != null) ? persons : List.of();
		this.bookings.recordAll(chosen, booking(kind, on, amount, title, evidence), proof(file), once, by);
		flash.addFlashAttribute("said", Message.of("ledger.recordedAll", chosen.size()));
		return "redirect:/ledger/bulk";
	}

	private static Proof proof(MultipartFile file) throws IOException {
		return (file == null || file.isEmpty()) ? null : new Proof(file.getOriginalFilename(), file.getBytes());
	}

	/** The kind, and for a grade behind a colon which one: {@code APPRAISAL:4}. */
	private static Booking booking(String chosen, LocalDate on, String amount, String title, String evidence) {
		String[] parts = chosen.split(":", 2);
		EntryKind kind = Arrays.stream(EntryKind.values())
			.filter((one) -> one.name().equals(parts[0]))
			.findFirst()
			.orElseThrow(() -> Refusal.Invalid.field("kind", "refusal.ledger.kind"));
		String much = kind.graded() ? ((parts.length > 1) ? parts[1] : null) : amount;
		String proof = (evidence != null && !evidence.isBlank()) ? evidence.strip() : null;
		return new Booking(kind, on, Amounts.parse(much, kind), title.strip(), proof, null, null);
	}

	/** A line with its amounts in words and whether this reader may correct it. */
	record Row(LedgerEntry entry, Object amount, String sum, boolean correctable) {
	}

}
