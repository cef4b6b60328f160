package org.leagueflow.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.BusinessClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page, made of panels that other modules contribute. */
@Controller
class HomeController {

	private final List<HomePanel> panels;

	private final BusinessClock clock;

	HomeController(ObjectProvider<HomePanel> panels, BusinessClock clock) {
		this.panels = panels.stream().sorted(Comparator.comparingInt(HomePanel::order)).toList();
		this.clock = clock;
	}

	@GetMapping("/")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String home(Actor by, Model model) {
		model.addAttribute("today", this.clock.today());
		model.addAttribute("panels",
				this.panels.stream()
					.flatMap((panel) -> panel.model(by).map((filled) -> new Shown(panel.template(), filled)).stream())
					.toList());
		return "home";
	}

	/** A panel filled for this reader. */
	record Shown(String template, Map<String, Object> model) {
	}

}
