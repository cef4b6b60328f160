package org.leagueflow.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Shows what went wrong outside of the page methods: in filters, or while a page was
 * drawn.
 */
@Controller
class ErrorPageController implements ErrorController {

	private static final Logger LOG = LoggerFactory.getLogger(ErrorPageController.class);

	private final RefusalAdvice advice;

	ErrorPageController(RefusalAdvice advice) {
		this.advice = advice;
	}

	@RequestMapping("/error")
	@AllowedTo(AllowedTo.EVERYBODY)
	Object error(HttpServletRequest request, HttpServletResponse response) {
		int status = (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code) ? code : 404;
		Message said = (status < 500) ? RefusalAdvice.forStatus(status) : bug(request);
		return this.advice.answer(HttpStatusCode.valueOf(status), said, Map.of(), request, response);
	}

	private static Message bug(HttpServletRequest request) {
		if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable ex
				&& RefusalAdvice.isBrokenOff(ex)) {
			LOG.info("Broken off: {} ({})", request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), ex.getMessage());
			return Message.of("refusal.web.400");
		}
		String number = BugNumber.next();
		LOG.error("Error {} at {}", number, request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
				(Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
		return Message.of("refusal.web.undrawn", number);
	}

}
