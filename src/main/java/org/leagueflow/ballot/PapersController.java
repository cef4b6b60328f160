package org.leagueflow.ballot;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Collectors;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.web.VerifierJar;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The result, where voters find their own papers, and what anyone can check it with. */
@Controller
@RequestMapping("/ballots")
class PapersController {

	private final BallotPages pages;

	PapersController(BallotPages pages) {
		this.pages = pages;
	}

	@GetMapping("/{id:\\d+}/papers")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String papers(@PathVariable long id, Model model, Actor by) {
		model.addAttribute("r", this.pages.result(id, by));
		return "ballot/papers";
	}

	@GetMapping("/{id:\\d+}/papers.txt")
	@AllowedTo(AllowedTo.SIGNED_IN)
	void file(@PathVariable long id, Actor by, HttpServletResponse response) throws IOException {
		Ballot ballot = this.pages.published(id, by);
		download(response, "text/plain;charset=UTF-8", "ballot-" + id + ".txt");
		try (OutputStream out = new BufferedOutputStream(response.getOutputStream(), 1 << 16)) {
			Publication.write(ballot, this.pages.papers(id), out);
		}
	}

	/**
	 * Tracker and filled paper, one paper a line. Which of them is looked up stays in the
	 * browser: a log of that would tell who voted how.
	 */
	@GetMapping(path = "/{id:\\d+}/trackers", produces = "text/plain;charset=UTF-8")
	@ResponseBody
	@AllowedTo(AllowedTo.SIGNED_IN)
	String trackers(@PathVariable long id, Actor by) {
		this.pages.published(id, by);
		return this.pages.papers(id)
			.stream()
			.map((paper) -> paper.tracker() + " " + paper.filled() + "\n")
			.collect(Collectors.joining());
	}

	@GetMapping("/verify-ballot.jar")
	@AllowedTo(AllowedTo.EVERYBODY)
	void verifier(HttpServletResponse response) throws IOException {
		VerifierJar.send("VerifyBallot", "verify-ballot.jar", response);
	}

	private static void download(HttpServletResponse response, String type, String name) {
		response.setContentType(type);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
	}

}
