package org.leagueflow.people;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.leagueflow.kernel.Pinyin;
import org.leagueflow.people.People.PersonCard;

/**
 * Somebody to choose in a form, found by name, pinyin, initials or number; pages show it
 * with {@code fragments/person}.
 *
 * @param number the student or staff number, or null
 * @param leading whether the person is asked for more often than others and stands before
 * them, such as the members of a committee
 */
public record PersonChoice(long id, String name, String number, boolean leading) {

	private static final Comparator<PersonChoice> ORDER = Comparator.comparing(PersonChoice::leading)
		.reversed()
		.thenComparing(PersonChoice::name, Pinyin.ORDER)
		.thenComparing(PersonChoice::id);

	public static PersonChoice of(PersonCard person, boolean leading) {
		return new PersonChoice(person.id(), person.name(), person.studentNumber(), leading);
	}

	/** In the order in which pages list them: who leads first, each group by pinyin. */
	public static List<PersonChoice> sorted(Stream<PersonChoice> choices) {
		return choices.sorted(ORDER).toList();
	}

	/** Persons by pinyin. */
	public static List<PersonChoice> of(Collection<PersonCard> persons) {
		return sorted(persons.stream().map((person) -> of(person, false)));
	}

	/** What is typed to find the person, words apart by blanks. */
	public String keys() {
		return Pinyin.keys(this.name) + ((this.number != null) ? " " + this.number.toLowerCase(Locale.ROOT) : "");
	}

	/** Whether this is somebody whom the text asks for. */
	public boolean matches(String text) {
		String sought = text.strip().toLowerCase(Locale.ROOT);
		return this.name.toLowerCase(Locale.ROOT).contains(sought)
				|| Stream.of(keys().split(" ")).anyMatch((key) -> key.startsWith(sought));
	}

	/** As a list shows it: the name, and the number that tells two of one name apart. */
	public String label() {
		return (this.number != null) ? this.name + " · " + this.number : this.name;
	}

}
