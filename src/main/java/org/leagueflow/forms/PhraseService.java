package org.leagueflow.forms;

import java.util.List;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Readable;
import org.leagueflow.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the phrases that a person uses in opinions. */
@Service
@Transactional
class PhraseService {

	private static final int MAX_PHRASES = 20;

	private static final int MAX_LENGTH = 200;

	private final Phrases phrases;

	PhraseService(Phrases phrases) {
		this.phrases = phrases;
	}

	/** The person's own phrases in the order in which they were kept. */
	@Transactional(readOnly = true)
	public List<String> of(Actor by) {
		return (by != null) ? this.phrases.findByPersonIdOrderById(by.personId()).stream().map(Phrase::words).toList()
				: List.of();
	}

	/** Keeps a phrase; one that is kept already stays where it is. */
	void keep(String words, Actor by) {
		String stripped = (words != null) ? words.strip() : "";
		if (stripped.isEmpty() || Characters.count(stripped) > MAX_LENGTH || !Readable.is(stripped)) {
			throw Refusal.Invalid.field("words", "refusal.forms.phrase", MAX_LENGTH);
		}
		List<String> kept = of(by);
		if (kept.contains(stripped)) {
			return;
		}
		if (kept.size() >= MAX_PHRASES) {
			throw new Refusal.Conflict("refusal.forms.phrases", MAX_PHRASES);
		}
		this.phrases.save(new Phrase(by.personId(), stripped));
	}

	/** Forgets a phrase of the person's own. */
	void forget(String words, Actor by) {
		this.phrases.deleteAll(this.phrases.findByPersonIdOrderById(by.personId())
			.stream()
			.filter((phrase) -> phrase.words().equals(words))
			.toList());
	}

}
