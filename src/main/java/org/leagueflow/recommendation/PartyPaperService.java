package org.leagueflow.recommendation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.document.ExcelFile;
import org.leagueflow.document.SheetTable;
import org.leagueflow.document.WordFile;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.web.Downloads;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the papers of a list as Word and Excel files, for whoever may see the list; that
 * somebody took them away is recorded.
 */
@Service
@Transactional
class PartyPaperService {

	private static final List<Integer> FORM_WIDTHS = List.of(22, 90);

	private static final List<Integer> LIST_WIDTHS = List.of(8, 14, 8, 14, 26, 14, 12, 14, 14, 22, 40);

	private final HandOverPageService pages;

	private final Recommendations recommendations;

	private final PartyPapers papers;

	private final People people;

	private final AuditLog audit;

	private final BusinessClock clock;

	PartyPaperService(HandOverPageService pages, Recommendations recommendations, PartyPapers papers, People people,
			AuditLog audit, BusinessClock clock) {
		this.pages = pages;
		this.recommendations = recommendations;
		this.papers = papers;
		this.people = people;
		this.audit = audit;
		this.clock = clock;
	}

	/** A file to take away. */
	record Paper(String type, String disposition, byte[] content) {
	}

	Paper listWord(long listId, Actor by) {
		Contents contents = contents(listId, by);
		Map<String, Object> words = new HashMap<>();
		words.put("title", this.papers.listTitle(contents.list.line()));
		words.put("unit", this.people.unit(contents.list.unitId()).name());
		words.put("party", contents.party());
		words.put("day", contents.list.handedOverOn().toString());
		words.put("count", contents.on.size());
		words.put("rows", contents.rows());
		words.put("note", this.papers.note());
		words.put("footer", footer(contents));
		return paper(contents, "docx", WordFile.TYPE, this.papers.listTitle(contents.list.line()),
				WordFile.write("recommendation/list.docx", words, "rows"));
	}

	Paper listExcel(long listId, Actor by) {
		Contents contents = contents(listId, by);
		Stream<List<String>> rows = contents.rows()
			.stream()
			.map((row) -> PartyPapers.COLUMNS.stream().map(row::get).toList());
		return paper(contents, "xlsx", ExcelFile.TYPE, this.papers.listTitle(contents.list.line()),
				workbook(List.of(new SheetTable(this.papers.say("sheet"),
						PartyPapers.COLUMNS.stream().map((key) -> this.papers.say("field." + key)).toList(),
						LIST_WIDTHS, rows))));
	}

	/** The form of each person on a sheet of its own. */
	Paper formsExcel(long listId, Actor by) {
		Contents contents = contents(listId, by);
		return paper(contents, "xlsx", ExcelFile.TYPE, this.papers.formTitle(contents.list.line()),
				workbook(contents.on.stream().map(contents::form).map(this::sheet).toList()));
	}

	private SheetTable sheet(Map<String, String> form) {
		return new SheetTable(form.get("name"), List.of(this.papers.say("item"), this.papers.say("content")),
				FORM_WIDTHS,
				PartyPapers.FIELDS.stream().map((key) -> List.of(this.papers.say("field." + key), form.get(key))));
	}

	/**
	 * The form of one person.
	 * @throws Refusal.NotFound when the person is not on the list
	 */
	Paper formWord(long listId, long caseId, Actor by) {
		Contents contents = contents(listId, by);
		Recommendation one = contents.on.stream()
			.filter((any) -> any.caseId().value() == caseId)
			.findFirst()
			.orElseThrow(() -> new Refusal.NotFound("refusal.recommendation.unknown"));
		Map<String, Object> words = new HashMap<>(contents.form(one));
		words.put("title", this.papers.formTitle(one.line()));
		words.put("note", this.papers.note());
		words.put("footer", footer(contents));
		PersonCard person = contents.persons.get(one.personId());
		this.audit.record(AuditEvent.of(by, "person.read", "person:" + person.id())
			.on(one.caseId())
			.in(contents.list.unitId())
			.with(this.papers.formTitle(one.line())));
		return new Paper(WordFile.TYPE, Downloads.named("docx", this.papers.formTitle(one.line()), person.name()),
				WordFile.write("recommendation/form.docx", words));
	}

	private String footer(Contents contents) {
		return this.papers.say("footer", contents.party(), contents.list.handedOverOn().toString(), contents.list.no());
	}

	private Paper paper(Contents contents, String extension, String type, String title, byte[] content) {
		HandOverList list = contents.list;
		return new Paper(type, Downloads.named(extension, title, contents.party(), list.handedOverOn(), list.no()),
				content);
	}

	private static byte[] workbook(List<SheetTable> sheets) {
		try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			ExcelFile.write(sheets, out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What stands on the list; that it is taken away is recorded with the number of
	 * persons.
	 */
	private Contents contents(long listId, Actor by) {
		HandOverList list = this.pages.seen(listId, by);
		List<Recommendation> on = this.recommendations.findByListIdInOrderByCaseId(List.of(listId));
		Map<Long, PersonCard> persons = this.people.persons(on.stream().map(Recommendation::personId).toList())
			.stream()
			.collect(Collectors.toMap(PersonCard::id, Function.identity()));
		Map<Long, String> branches = on.stream()
			.map(Recommendation::branchId)
			.distinct()
			.collect(Collectors.toMap(Function.identity(), (id) -> this.people.unit(id).name()));
		this.audit.record(AuditEvent.of(by, "recommendation-list.exported", "recommendation-list:" + listId)
			.in(list.unitId())
			.as(by.holdsAt(Roles.PARTY_LIAISON, list.partyId()) ? Roles.PARTY_LIAISON : null)
			.with(Map.of("persons", on.size())));
		return new Contents(list, on, persons, branches);
	}

	/** A list with everybody on it. */
	private final class Contents {

		private final HandOverList list;

		private final List<Recommendation> on;

		private final Map<Long, PersonCard> persons;

		private final Map<Long, String> branches;

		Contents(HandOverList list, List<Recommendation> on, Map<Long, PersonCard> persons,
				Map<Long, String> branches) {
			this.list = list;
			this.on = on;
			this.persons = persons;
			this.branches = branches;
		}

		String party() {
			return PartyPaperService.this.people.unit(this.list.partyId()).name();
		}

		Map<String, String> form(Recommendation one) {
			return PartyPaperService.this.papers.form(one, this.persons.get(one.personId()),
					this.branches.get(one.branchId()), PartyPaperService.this.clock.today());
		}

		List<Map<String, String>> rows() {
			return IntStream.range(0, this.on.size())
				.mapToObj((i) -> PartyPaperService.this.papers.row(i + 1, this.on.get(i),
						this.persons.get(this.on.get(i).personId()), this.branches.get(this.on.get(i).branchId())))
				.toList();
		}

	}

}
