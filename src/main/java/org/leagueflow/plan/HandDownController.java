package org.leagueflow.plan;

import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sending items to units below, and taking them in. */
@Controller
class HandDownController {

	private final ItemPageService pages;

	private final HandDownService service;

	HandDownController(ItemPageService pages, HandDownService service) {
		this.pages = pages;
		this.service = service;
	}

	@PostMapping("/plan/items/{item}/units")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String send(@PathVariable("item") long item, @RequestParam(required = false) List<Long> unit,
			@RequestParam Map<String, String> typed, Actor by, RedirectAttributes flash) {
		this.pages.item(item, by);
		int sent = this.service.send(item, (unit != null) ? unit : List.of(), typed, by);
		flash.addFlashAttribute("said", Message.of("plan.said.handed", sent));
		return "redirect:/plan/items/" + item;
	}

	@PostMapping("/plan/items/{item}/units/{handed}/back")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String takeBack(@PathVariable("item") long item, @PathVariable("handed") long handed,
			@RequestParam(required = false) String reason, Actor by) {
		this.pages.item(item, by);
		this.service.takeBack(item, handed, reason, by);
		return "redirect:/plan/items/" + item;
	}

	@PostMapping("/plan/handed/{handed}")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String answer(@PathVariable("handed") long handed, @RequestParam(defaultValue = "true") boolean take,
			@RequestParam(required = false) String reason, Actor by, RedirectAttributes flash) {
		if (!take) {
			this.service.decline(handed, reason, by);
			flash.addFlashAttribute("said", Message.of("plan.said.declined"));
			return "redirect:/plan/mine";
		}
		long edition = this.service.confirm(handed, by);
		flash.addFlashAttribute("said", Message.of("plan.said.confirmed"));
		return "redirect:/plan/editions/" + edition;
	}

}
