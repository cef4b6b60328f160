package org.leagueflow.award;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.leagueflow.document.PdfFile;
import org.leagueflow.document.WordFile;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Subject;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.web.Dates;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Certificates as files, and whether one is real. */
@Service
@Transactional(readOnly = true)
class CertificateService {

	private static final int MAX_SHOWN = 2000;

	private final Certificates certificates;

	private final BatchRights rights;

	private final Batches batches;

	private final BatchPlans plans;

	private final People people;

	private final Offices offices;

	private final ITemplateEngine templates;

	private final Dates dates;

	private final String css;

	CertificateService(Certificates certificates, BatchRights rights, Batches batches, BatchPlans plans, People people,
			Offices offices, ITemplateEngine templates, Dates dates) {
		this.certificates = certificates;
		this.rights = rights;
		this.batches = batches;
		this.plans = plans;
		this.people = people;
		this.offices = offices;
		this.templates = templates;
		this.dates = dates;
		this.css = css();
	}

	private static String css() {
		try {
			return new ClassPathResource("award/certificate.css").getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What anybody learns who has the code. */
	Optional<Certificate.Card> verify(String typed) {
		String code = (typed == null) ? "" : typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
		return (code.length() > 24) ? Optional.empty() : this.certificates.findByCode(code).map(Certificate::card);
	}

	/** The holder's own, those of the own branch, and those of units that one leads. */
	Certificate.Card readable(long id, Actor by) {
		Certificate.Card card = this.certificates.findById(id)
			.map(Certificate::card)
			.orElseThrow(() -> new Refusal.NotFound("refusal.award.certificate"));
		boolean own = card.subject().is(by.personId());
		boolean leads = this.rights.runs(this.batches.of(card.batch()), by)
				|| this.offices.oversees(by, card.unitPath()) || this.offices.keeps(by, card.unitPath());
		if (!own && !leads) {
			throw new Refusal.NotFound("refusal.award.certificate");
		}
		return card;
	}

	byte[] word(Certificate.Card card) {
		Wording wording = wording(card);
		return WordFile.write("award/certificate.docx",
				Map.of("title", wording.title(), "text", wording.text(), "issuer", card.issuer(), "day",
						this.dates.full(card.issuedOn(), Locale.SIMPLIFIED_CHINESE), "number", card.number(), "code",
						card.spaced()));
	}

	/**
	 * @throws Refusal.Invalid when the font lacks a character, rather than print a gap
	 */
	byte[] pdf(Certificate.Card card) {
		Wording wording = wording(card);
		String missing = PdfFile.lacks(wording.title() + wording.text() + card.issuer());
		if (!missing.isEmpty()) {
			throw new Refusal.Invalid("refusal.award.glyph", missing);
		}
		Context model = new Context(Locale.SIMPLIFIED_CHINESE);
		model.setVariable("card", card);
		model.setVariable("wording", wording);
		model.setVariable("css", this.css);
		model.setVariable("day", this.dates.full(card.issuedOn(), Locale.SIMPLIFIED_CHINESE));
		return PdfFile.write(this.templates.process("award/certificate-print", model));
	}

	/** What the edition says by which the batch ran. */
	Wording wording(Certificate.Card card) {
		AwardDefinition award = this.plans.definition(this.batches.of(card.batch()).editionId());
		AwardCertificate says = (award.certificate() != null) ? award.certificate() : AwardCertificate.PLAIN;
		String level = card.honour().startsWith(award.name()) ? card.honour().substring(award.name().length()).strip()
				: "";
		return new Wording(says.title(), says.sentence(Map.of("name", bearer(card), "award", award.name(), "level",
				level, "period", award.period().named(card.period()))));
	}

	/** An activity is named together with the branch that held it. */
	private static String bearer(Certificate.Card card) {
		return (card.subject().kind() == Subject.Kind.ACTIVITY)
				? "%s“%s”".formatted(card.unitName(), card.subject().name()) : card.subject().name();
	}

	List<Certificate.Card> mine(Actor by) {
		return this.certificates.findBySubjectKindAndSubjectIdOrderByIdDesc(Subject.Kind.PERSON, by.personId())
			.stream()
			.map(Certificate::card)
			.toList();
	}

	/** The ledger of honours of a unit and those below it. */
	Honours honours(Long unitId, Actor by) {
		UnitCard unit = by.posts()
			.stream()
			.filter((post) -> unitId == null || this.people.unit(unitId).path().startsWith(post.unitPath()))
			.map((post) -> this.people.unit((unitId != null) ? unitId : post.unitId()))
			.findFirst()
			.orElseThrow(() -> new Refusal.NotFound("refusal.award.branch"));
		List<Certificate.Card> cards = this.certificates.below(unit.path(), Limit.of(MAX_SHOWN))
			.stream()
			.map(Certificate::card)
			.toList();
		Map<String, Map<Subject.Kind, Long>> counts = new TreeMap<>();
		cards.stream()
			.filter(Certificate.Card::valid)
			.forEach((card) -> counts.computeIfAbsent(card.honour(), (key) -> new TreeMap<>())
				.merge(card.subject().kind(), 1L, Long::sum));
		List<UnitCard> units = by.posts()
			.stream()
			.map((post) -> this.people.unit(post.unitId()))
			.distinct()
			.filter((one) -> one.id() != unit.id())
			.toList();
		return new Honours(unit, units, cards, counts);
	}

	/** What a certificate says: its heading and its sentence. */
	record Wording(String title, String text) {
	}

	/**
	 * Honours of a unit, and how many persons and units have each.
	 *
	 * @param units the other units of the reader's posts
	 */
	record Honours(UnitCard unit, List<UnitCard> units, List<Certificate.Card> cards,
			Map<String, Map<Subject.Kind, Long>> counts) {
	}

}
