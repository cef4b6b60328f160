package org.leagueflow.notification;

import java.util.List;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What I was told. */
@Controller
@RequestMapping("/notifications")
class NotificationController {

	private final NotificationService notifications;

	NotificationController(NotificationService notifications) {
		this.notifications = notifications;
	}

	@GetMapping
	@AllowedTo(AllowedTo.SIGNED_IN)
	String list(@RequestParam(required = false) Long before, Actor by, Model model) {
		List<Notification> rows = this.notifications.of(by, before);
		boolean more = rows.size() > NotificationService.PAGE_SIZE;
		List<Notification> page = more ? rows.subList(0, NotificationService.PAGE_SIZE) : rows;
		model.addAttribute("rows", page);
		model.addAttribute("unread", this.notifications.unread(by));
		model.addAttribute("next", more ? page.get(page.size() - 1).id() : null);
		return "notification/list";
	}

	/** How many wait to be read, for the bell in the head of every page. */
	@GetMapping("/badge")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String badge(Actor by, Model model) {
		model.addAttribute("unread", this.notifications.unread(by));
		return "notification/badge :: badge";
	}

	@PostMapping("/{id}/open")
	@AllowedTo(AllowedTo.ANY_ACCOUNT)
	String open(@PathVariable long id, Actor by) {
		String link = this.notifications.open(id, by).link();
		return "redirect:" + ((link != null) ? link : "/notifications");
	}

	@PostMapping("/read-all")
	@AllowedTo(AllowedTo.ANY_ACCOUNT)
	String readAll(Actor by) {
		this.notifications.readAll(by);
		return "redirect:/notifications";
	}

}
