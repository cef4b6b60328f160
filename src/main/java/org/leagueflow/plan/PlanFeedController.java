package org.leagueflow.plan;

import java.nio.charset.StandardCharsets;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Calendars to subscribe to. */
@Controller
class PlanFeedController {

	private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

	private final PlanFeedService feeds;

	PlanFeedController(PlanFeedService feeds) {
		this.feeds = feeds;
	}

	@GetMapping("/plan/calendar")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String page(Actor by, Model model) {
		model.addAttribute("page", this.feeds.page(by));
		return "plan/calendar";
	}

	/** Shows the address at once: it is kept nowhere. */
	@PostMapping("/plan/calendar")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String renew(@RequestParam(name = "unit", defaultValue = "0") long unit, Actor by, Model model) {
		model.addAttribute("page", this.feeds.renew(unit, by));
		return "plan/calendar";
	}

	@PostMapping("/plan/calendar/end")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String end(@RequestParam(name = "unit", defaultValue = "0") long unit, Actor by, RedirectAttributes flash) {
		this.feeds.end(unit, by);
		flash.addFlashAttribute("said", Message.of("planview.said.feedEnded"));
		return "redirect:/plan/calendar";
	}

	@GetMapping("/plan/feed/{token}.ics")
	@AllowedTo(AllowedTo.EVERYBODY)
	ResponseEntity<byte[]> feed(@PathVariable String token) {
		return ResponseEntity.ok()
			.contentType(CALENDAR)
			.cacheControl(CacheControl.noCache().cachePrivate())
			.header("Content-Disposition", "inline; filename=plan.ics")
			.body(this.feeds.read(token).getBytes(StandardCharsets.UTF_8));
	}

}
