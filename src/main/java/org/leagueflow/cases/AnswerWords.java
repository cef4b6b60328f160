package org.leagueflow.cases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.leagueflow.engine.Catalogue;
import org.leagueflow.forms.AnswerLine;
import org.leagueflow.forms.FormField;
import org.leagueflow.forms.FormSchema;
import org.leagueflow.forms.Forms;
import org.leagueflow.people.People;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Past answers in words: who was chosen from the lists {@code people} and
 * {@code branches} of a form is shown by name, choices from lists of other modules as
 * those say it (see {@link ChoiceLabels}).
 */
@Component
class AnswerWords {

	private static final String NUMBER = "\\d{1,18}";

	private final Catalogue catalogue;

	private final Forms forms;

	private final People people;

	/** Known from the first question on. */
	private final Supplier<List<ChoiceLabels>> labels;

	AnswerWords(Catalogue catalogue, Forms forms, People people, ObjectProvider<ChoiceLabels> labels) {
		this.catalogue = catalogue;
		this.forms = forms;
		this.people = people;
		this.labels = SingletonSupplier.of(() -> labels.orderedStream().toList());
	}

	/**
	 * Those answers of a submission that may be read; a form that is no longer deployed
	 * leaves them to be read from the record.
	 */
	List<AnswerLine> of(Submission made, Predicate<FormField> read) {
		return this.catalogue.form(made.formVersion(), made.formId())
			.map(this.forms::schema)
			.map((schema) -> this.forms.lines(schema, made.answers(), names(schema, made), read))
			.orElse(List.of());
	}

	private Map<String, Object> names(FormSchema schema, Submission made) {
		Map<String, Object> answers = made.answers();
		Map<String, Object> names = new HashMap<>();
		this.labels.get().forEach((one) -> {
			List<String> chosen = schema.chosen(answers, one.valuesKey());
			if (!chosen.isEmpty()) {
				names.put(one.valuesKey(),
						one.labels(made.caseId(), chosen)
							.entrySet()
							.stream()
							.map((label) -> Map.of("label", label.getValue(), "value", label.getKey()))
							.toList());
			}
		});
		names.put("people",
				this.people.persons(numbers(schema, answers, "people"))
					.stream()
					.map((person) -> option(person.id(), person.name() + " · " + person.unitName()))
					.toList());
		names.put("branches",
				numbers(schema, answers, "branches").stream()
					.map(this.people::unit)
					.map((unit) -> option(unit.id(), unit.name()))
					.toList());
		return names;
	}

	private static List<Long> numbers(FormSchema schema, Map<String, Object> answers, String list) {
		return schema.chosen(answers, list)
			.stream()
			.filter((one) -> one.matches(NUMBER))
			.map(Long::valueOf)
			.distinct()
			.toList();
	}

	private static Map<String, Object> option(long id, String label) {
		return Map.of("label", label, "value", Long.toString(id));
	}

}
