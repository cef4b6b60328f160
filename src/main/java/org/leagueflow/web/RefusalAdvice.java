package org.leagueflow.web;

import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.coyote.BadRequestException;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * The one place that turns whatever went wrong into an answer: a page, a part of a page
 * for htmx, or problem+json.
 */
@ControllerAdvice
class RefusalAdvice {

	/** What a database says of a text that does not fit (SQL:2016). */
	private static final String TOO_LONG = "22001";

	private static final Logger LOG = LoggerFactory.getLogger(RefusalAdvice.class);

	private final Words words;

	RefusalAdvice(Words words) {
		this.words = words;
	}

	@ExceptionHandler
	Object refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
		Map<String, Message> fields = (refusal instanceof Refusal.Invalid invalid) ? invalid.fields() : Map.of();
		return answer(status(refusal), refusal.words(), fields, request, response);
	}

	@ExceptionHandler({ ConcurrencyFailureException.class, OptimisticLockException.class, DuplicateKeyException.class })
	Object tooLate(Exception ex, HttpServletRequest request, HttpServletResponse response) {
		LOG.info("Somebody was faster at {}: {}", request.getRequestURI(), ex.getMessage());
		return answer(HttpStatus.CONFLICT, Message.of("refusal.web.faster"), Map.of(), request, response);
	}

	/**
	 * H2 counts a rare character (生僻字) as two, so a text within its limit may still not
	 * fit.
	 */
	@ExceptionHandler
	Object tooLong(DataIntegrityViolationException ex, HttpServletRequest request, HttpServletResponse response) {
		if (!(ex.getMostSpecificCause() instanceof SQLException sql && TOO_LONG.equals(sql.getSQLState()))) {
			return anythingElse(ex, request, response);
		}
		LOG.warn("A text did not fit at {}: {}", request.getRequestURI(), sql.getMessage());
		return answer(HttpStatus.UNPROCESSABLE_ENTITY, Message.of("refusal.web.long"), Map.of(), request, response);
	}

	@ExceptionHandler
	Object tooLarge(MaxUploadSizeExceededException ex, HttpServletRequest request, HttpServletResponse response) {
		if (longName(ex)) {
			return answer(HttpStatus.UNPROCESSABLE_ENTITY, Message.of("refusal.web.file-name"), Map.of(), request,
					response);
		}
		return answer(HttpStatus.PAYLOAD_TOO_LARGE, Message.of("refusal.web.413"), Map.of(), request, response);
	}

	/**
	 * The server says of the headers of a part, which hold the file's name, that they are
	 * larger than {@code server.tomcat.max-part-header-size}.
	 */
	private static boolean longName(Throwable ex) {
		return ex != null && ((ex.getMessage() != null && ex.getMessage().startsWith("Header section"))
				|| longName(ex.getCause()));
	}

	@ExceptionHandler({ TypeMismatchException.class, HttpMessageNotReadableException.class, MultipartException.class,
			BindException.class })
	Object malformed(Exception ex, HttpServletRequest request, HttpServletResponse response) {
		LOG.debug("Malformed request to {}", request.getRequestURI(), ex);
		if (ex instanceof MethodArgumentTypeMismatchException field && isPosted(field, request)) {
			Map<String, Message> wrong = Map.of(field.getName(), unreadable(field));
			return answer(HttpStatus.UNPROCESSABLE_ENTITY, Message.of("refusal.invalid", 1), wrong, request, response);
		}
		return answer(HttpStatus.BAD_REQUEST, Message.of("refusal.web.400"), Map.of(), request, response);
	}

	/** Whether somebody typed a day that is none into a form. */
	private static boolean isPosted(MethodArgumentTypeMismatchException field, HttpServletRequest request) {
		return request.getMethod().equals("POST") && field.getRequiredType() != null
				&& Temporal.class.isAssignableFrom(field.getRequiredType());
	}

	private static Message unreadable(MethodArgumentTypeMismatchException field) {
		String typed = Characters.first(String.valueOf(field.getValue()), 20);
		return Message.of((field.getRequiredType() == LocalDate.class) ? "refusal.date.unreadable"
				: "refusal.date.unreadableMoment", typed);
	}

	@ExceptionHandler
	void gone(AsyncRequestNotUsableException ex) {
		LOG.debug("The reader went away before the answer was complete");
	}

	/** A line is enough for a body whose end never came. */
	@ExceptionHandler
	Object brokenOff(IOException ex, HttpServletRequest request, HttpServletResponse response) {
		if (!isBrokenOff(ex)) {
			return anythingElse(ex, request, response);
		}
		LOG.info("Broken off: {} {} ({})", request.getMethod(), request.getRequestURI(), ex.getMessage());
		return answer(HttpStatus.BAD_REQUEST, Message.of("refusal.web.400"), Map.of(), request, response);
	}

	/** Whether the one who asked went away or fell silent. */
	static boolean isBrokenOff(Throwable ex) {
		return NestedExceptionUtils.getMostSpecificCause(ex) instanceof IOException cause
				&& (cause instanceof BadRequestException || cause instanceof EOFException
						|| cause instanceof SocketTimeoutException || cause instanceof ClosedChannelException
						|| ex instanceof BadRequestException)
				|| DisconnectedClientHelper.isClientDisconnectedException(ex);
	}

	@ExceptionHandler
	Object anythingElse(Exception ex, HttpServletRequest request, HttpServletResponse response) {
		if (ex instanceof ErrorResponse spring && spring.getStatusCode().is4xxClientError()) {
			response.setHeader("Allow", spring.getHeaders().getFirst("Allow"));
			return answer(spring.getStatusCode(), forStatus(spring.getStatusCode().value()), Map.of(), request,
					response);
		}
		String number = BugNumber.next();
		LOG.error("Error {} at {} {}", number, request.getMethod(), request.getRequestURI(), ex);
		return answer(HttpStatus.INTERNAL_SERVER_ERROR, Message.of("refusal.web.500", number), Map.of(), request,
				response);
	}

	/** The words for a status that has no refusal of its own. */
	static Message forStatus(int status) {
		return switch (status) {
			case 400, 401, 403, 404, 405, 413, 415 -> Message.of("refusal.web." + status);
			default -> Message.of("refusal.web.400");
		};
	}

	private static HttpStatus status(Refusal refusal) {
		if (refusal instanceof Refusal.NotFound) {
			return HttpStatus.NOT_FOUND;
		}
		if (refusal instanceof Refusal.NotAllowed) {
			return HttpStatus.FORBIDDEN;
		}
		if (refusal instanceof Refusal.Unavailable) {
			return HttpStatus.SERVICE_UNAVAILABLE;
		}
		return (refusal instanceof Refusal.Conflict) ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY;
	}

	Object answer(HttpStatusCode status, Message said, Map<String, Message> fields, HttpServletRequest request,
			HttpServletResponse response) {
		if (response.isCommitted()) {
			return null;
		}
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null); // of a download
																	// refused half-way
		if (Htmx.wantsJson(request)) {
			return problem(status, said, fields);
		}
		if (Htmx.asks(request)) {
			response.setHeader("HX-Retarget", "#refusal");
			response.setHeader("HX-Reselect", "#refusal-words");
			response.setHeader("HX-Reswap", "innerHTML show:window:top");
			return new ModelAndView("error/refusal :: words", model(status, said, fields), status);
		}
		ModelAndView page = new ModelAndView("error/refusal", model(status, said, fields), status);
		return page.addObject("returned", ReturnedForm.of(request, fields.keySet()));
	}

	private Map<String, Object> model(HttpStatusCode status, Message said, Map<String, Message> fields) {
		return Map.of("status", status.value(), "refusal", said, "fields", fields);
	}

	private ResponseEntity<ProblemDetail> problem(HttpStatusCode status, Message said, Map<String, Message> fields) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, this.words.of(said));
		if (!fields.isEmpty()) {
			problem.setProperty("fields",
					fields.entrySet()
						.stream()
						.collect(Collectors.toMap(Map.Entry::getKey, (field) -> this.words.of(field.getValue()))));
		}
		return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
	}

}
