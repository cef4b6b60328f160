package org.leagueflow.award;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.leagueflow.document.PdfFile;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.web.Dates;
import org.leagueflow.web.Words;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

/** How a score came about as a sheet of paper: the lines of the page. */
@Service
@Transactional(readOnly = true)
class ScoreSheetService {

	private final BatchPageService pages;

	private final ITemplateEngine templates;

	private final ApplicationContext beans;

	private final Words words;

	private final Dates dates;

	private final BusinessClock clock;

	private final String css;

	ScoreSheetService(BatchPageService pages, ITemplateEngine templates, ApplicationContext beans, Words words,
			Dates dates, BusinessClock clock) {
		this.pages = pages;
		this.templates = templates;
		this.beans = beans;
		this.words = words;
		this.dates = dates;
		this.clock = clock;
		this.css = css();
	}

	private static String css() {
		try {
			return new ClassPathResource("award/explanation.css").getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * @throws Refusal.NotFound where the reader sees no score
	 * @throws Refusal.Invalid when the font lacks a character
	 */
	Sheet sheet(long nominationId, Actor by) {
		NominationPage page = this.pages.nomination(nominationId, by);
		if (page.lines().isEmpty()) {
			throw new Refusal.NotFound("refusal.award.noSheet");
		}
		String missing = PdfFile
			.lacks(page.lines().stream().map((line) -> this.words.of(line.words())).collect(Collectors.joining())
					+ page.batch().name() + page.nomination().subject().name() + page.nomination().unitName());
		if (!missing.isEmpty()) {
			throw new Refusal.Invalid("refusal.award.sheetGlyph", missing);
		}
		Context model = new Context(LocaleContextHolder.getLocale());
		// What makes beans known to templates outside of pages, too.
		model.setVariable(ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
				new ThymeleafEvaluationContext(this.beans, null));
		model.setVariable("page", page);
		model.setVariable("css", this.css);
		model.setVariable("day", this.dates.full(this.clock.today()));
		return new Sheet(page.batch().name(), page.nomination().subject().name(),
				PdfFile.write(this.templates.process("award/explanation-print", model)));
	}

	/** The file, with what it is named after. */
	record Sheet(String batch, String name, byte[] content) {
	}

}
