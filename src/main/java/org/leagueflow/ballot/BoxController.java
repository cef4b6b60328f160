package org.leagueflow.ballot;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.web.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The slot of the box. Whoever sends a cookie or a name along is refused, so that a
 * browser cannot do so by mistake; nothing is logged.
 */
@RestController
class BoxController {

	static final String PATH = "/ballot-box";

	/** More than any envelope can be; what is longer is not read to its end. */
	private static final int MAX_BYTES = 1024;

	/**
	 * Opening and checking a paper costs time, so that only so many get in at once, in
	 * the order of their coming: whoever floods the box with rubbish waits like everybody
	 * else.
	 */
	private static final int MAX_CONCURRENT = 64;

	private static final int MAX_WAIT_SECONDS = 2;

	private final Box box;

	private final KeyRing ring;

	private final Words words;

	private final Semaphore slots = new Semaphore(MAX_CONCURRENT, true);

	BoxController(Box box, KeyRing ring, Words words) {
		this.box = box;
		this.ring = ring;
		this.words = words;
	}

	@PostMapping(path = PATH + "/{id}", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
	@AllowedTo(AllowedTo.EVERYBODY)
	ResponseEntity<Object> cast(@PathVariable long id, HttpServletRequest request)
			throws IOException, InterruptedException {
		if (request.getHeader(HttpHeaders.COOKIE) != null || request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
			return no(HttpStatus.BAD_REQUEST, "refusal.ballot.box.named");
		}
		// Read before a slot is taken: whoever sends slowly holds up nobody.
		byte[] envelope = request.getInputStream().readNBytes(MAX_BYTES + 1);
		if (envelope.length > MAX_BYTES) {
			return no(HttpStatus.PAYLOAD_TOO_LARGE, "refusal.ballot.box.too-large");
		}
		if (!this.slots.tryAcquire(MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
			return no(HttpStatus.SERVICE_UNAVAILABLE, "refusal.ballot.box.busy");
		}
		try {
			return put(id, envelope);
		}
		finally {
			this.slots.release();
		}
	}

	private ResponseEntity<Object> put(long id, byte[] envelope) {
		Optional<OpenBallot> found;
		try {
			found = this.ring.find(id);
		}
		catch (Refusal.Conflict ex) {
			return no(HttpStatus.GONE, "refusal.ballot.box.closed");
		}
		if (found.isEmpty()) {
			return no(HttpStatus.SERVICE_UNAVAILABLE, "refusal.ballot.keys-missing");
		}
		if (envelope.length > this.box.longest(found.get())) {
			return no(HttpStatus.PAYLOAD_TOO_LARGE, "refusal.ballot.box.too-large");
		}
		return said(this.box.cast(found.get(), envelope));
	}

	private ResponseEntity<Object> said(Box.Cast cast) {
		return switch (cast) {
			case IN_THE_BOX ->
				ResponseEntity.noContent().cacheControl(org.springframework.http.CacheControl.noStore()).build();
			case MALFORMED -> no(HttpStatus.BAD_REQUEST, "refusal.ballot.box.malformed");
			case OTHER_EDITION -> no(HttpStatus.BAD_REQUEST, "refusal.ballot.box.edition");
			case NOT_SIGNED -> no(HttpStatus.UNPROCESSABLE_ENTITY, "refusal.ballot.box.not-signed");
			case CLOSED -> no(HttpStatus.GONE, "refusal.ballot.box.closed");
			case BUSY -> no(HttpStatus.SERVICE_UNAVAILABLE, "refusal.ballot.box.busy");
		};
	}

	private ResponseEntity<Object> no(HttpStatus status, String key) {
		return ResponseEntity.status(status)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(ProblemDetail.forStatusAndDetail(status, this.words.of(key)));
	}

}
