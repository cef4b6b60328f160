package org.leagueflow.forms;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Takes drafts from the form island; the body is the answers' JSON. */
@Controller
class DraftController {

	private final DraftService drafts;

	DraftController(DraftService drafts) {
		this.drafts = drafts;
	}

	@PostMapping("/drafts/{key}")
	@AllowedTo(AllowedTo.SIGNED_IN)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void save(@PathVariable String key, @RequestParam String form, HttpServletRequest request, Actor by)
			throws IOException {
		String answers = body(request);
		try {
			this.drafts.take(by, key, form, answers);
		}
		catch (DuplicateKeyException ex) {
			// Another window saved the first one just now; this one replaces it.
			this.drafts.take(by, key, form, answers);
		}
	}

	/** Reads no more than is needed to see that it is too much. */
	private static String body(HttpServletRequest request) throws IOException {
		return new String(request.getInputStream().readNBytes(Forms.MAX_BYTES + 1), StandardCharsets.UTF_8);
	}

}
