package org.leagueflow.web;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.standard.processor.StandardTextTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;
import org.unbescape.html.HtmlEscape;

/**
 * Marks what stays Chinese on a page in another language with {@code lang="zh-CN"}, so
 * that browsers read it aloud, break and translate it as Chinese (WCAG 3.1.2): names,
 * texts that people wrote, forms and diagrams without a translation. Stands before
 * {@code th:text}, hence every template has it.
 */
@Component
class LanguageMarks extends AbstractProcessorDialect {

	private static final String CHINESE = "zh-CN";

	/** Han characters and what stands between them, from the first to the last. */
	private static final Pattern RUN = Pattern
		.compile("[\\p{IsHan}《（“](?:[\\p{IsHan}\\d，。、；：？！（）《》“”·—… §]*[\\p{IsHan}。？！）》”])?");

	private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

	private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");

	/** Elements that hold text only. */
	private static final Set<String> TEXT_ONLY = Set.of("title", "option", "textarea");

	LanguageMarks() {
		super("Language marks", StandardDialect.PREFIX, StandardDialect.PROCESSOR_PRECEDENCE);
	}

	@Override
	public Set<IProcessor> getProcessors(String prefix) {
		return Set.of(new MarkedText(prefix));
	}

	/** The text as HTML with its Chinese runs marked. */
	static String marked(String text) {
		StringBuilder html = new StringBuilder();
		Matcher run = RUN.matcher(text);
		int from = 0;
		while (run.find()) {
			html.append(escaped(text.substring(from, run.start())));
			boolean han = HAN.matcher(run.group()).find();
			html.append(han ? "<span lang=\"" + CHINESE + "\">" : "")
				.append(escaped(run.group()))
				.append(han ? "</span>" : "");
			from = run.end();
		}
		return html.append(escaped(text.substring(from))).toString();
	}

	private static String escaped(String text) {
		return HtmlEscape.escapeHtml4Xml(text);
	}

	private static final class MarkedText extends AbstractAttributeTagProcessor {

		MarkedText(String prefix) {
			super(TemplateMode.HTML, prefix, null, false, "text", true, StandardTextTagProcessor.PRECEDENCE - 1, false);
		}

		@Override
		protected void doProcess(ITemplateContext context, IProcessableElementTag tag, AttributeName name, String value,
				IElementTagStructureHandler structure) {
			if (context.getLocale().getLanguage().equals("zh")) {
				return;
			}
			Object said = StandardExpressions.getExpressionParser(context.getConfiguration())
				.parseExpression(context, value)
				.execute(context);
			String text = (said != null) ? said.toString() : "";
			boolean whole = HAN.matcher(text).find()
					&& (!LATIN.matcher(text).find() || TEXT_ONLY.contains(tag.getElementCompleteName()));
			boolean block = tag.getElementCompleteName().startsWith("th:");
			if (whole && !block && !tag.hasAttribute("lang")) {
				structure.setAttribute("lang", CHINESE);
			}
			structure.setBody((whole && !block) ? escaped(text) : marked(text), false);
			structure.removeAttribute(name);
		}

	}

}
