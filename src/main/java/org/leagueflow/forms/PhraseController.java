package org.leagueflow.forms;

import java.util.List;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Keeps and forgets the reader's own phrases; each answer is what is kept then. */
@RestController
@RequestMapping("/phrases")
class PhraseController {

	private final PhraseService phrases;

	PhraseController(PhraseService phrases) {
		this.phrases = phrases;
	}

	@PostMapping
	@AllowedTo(AllowedTo.SIGNED_IN)
	List<String> keep(@RequestParam String words, Actor by) {
		this.phrases.keep(words, by);
		return this.phrases.of(by);
	}

	@PostMapping("/forget")
	@AllowedTo(AllowedTo.SIGNED_IN)
	List<String> forget(@RequestParam String words, Actor by) {
		this.phrases.forget(words, by);
		return this.phrases.of(by);
	}

}
