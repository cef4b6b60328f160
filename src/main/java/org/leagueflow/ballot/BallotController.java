package org.leagueflow.ballot;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.web.Words;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The voter's page, and the signature that its script asks for. */
@Controller
@RequestMapping("/ballots")
class BallotController {

	/** More than any request for a signature can be. */
	private static final int MAX_BYTES = 4096;

	private final BallotPages pages;

	private final Signing signing;

	private final Words words;

	BallotController(BallotPages pages, Signing signing, Words words) {
		this.pages = pages;
		this.signing = signing;
		this.words = words;
	}

	@GetMapping("/{id:\\d+}")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String page(@PathVariable long id, Model model, Actor by) {
		BallotPage page = this.pages.voter(id, by);
		if (page.state() == BallotState.CLOSED) {
			return "redirect:/ballots/" + id + "/papers";
		}
		model.addAttribute("b", page);
		return "ballot/ballot";
	}

	/** Anybody may try; nothing leaves the browser. */
	@GetMapping("/practice")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String practice(Model model, Actor by) {
		String question = this.words.of("ballot.practice.question");
		model.addAttribute("b", BallotPage.practice(Paper.decision(0, question), question, by.personId()));
		return "ballot/ballot";
	}

	@PostMapping("/{id:\\d+}/signature")
	@AllowedTo(AllowedTo.SIGNED_IN)
	ResponseEntity<byte[]> sign(@PathVariable long id, HttpServletRequest request, Actor by) throws IOException {
		return bytes(this.signing.sign(id, by.personId(), request.getInputStream().readNBytes(MAX_BYTES)));
	}

	/** What the recovery code opens on another device of the same person. */
	@GetMapping("/{id:\\d+}/recovery")
	@AllowedTo(AllowedTo.SIGNED_IN)
	ResponseEntity<byte[]> recovery(@PathVariable long id, Actor by) {
		return bytes(this.signing.recovery(id, by.personId()));
	}

	private static ResponseEntity<byte[]> bytes(byte[] bytes) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.body(bytes);
	}

}
