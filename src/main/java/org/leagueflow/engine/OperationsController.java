package org.leagueflow.engine;

import java.util.List;
import org.leagueflow.engine.Nodes.Edition;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Roles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the installation runs: its nodes, and which edition of each process they run. */
@Controller
class OperationsController {

	private final Nodes nodes;

	private final FaultyFolders faulty;

	private final Incidents incidents;

	OperationsController(Nodes nodes, FaultyFolders faulty, Incidents incidents) {
		this.nodes = nodes;
		this.faulty = faulty;
		this.incidents = incidents;
	}

	@GetMapping("/admin/operations")
	@AllowedTo(Roles.ADMIN)
	String operations(Model model) {
		List<Edition> editions = this.nodes.editions();
		model.addAttribute("nodes", this.nodes.all());
		model.addAttribute("editions", editions);
		model.addAttribute("mixed", mixed(editions));
		model.addAttribute("faulty", this.faulty.all());
		model.addAttribute("incidents", this.incidents.latest());
		return "engine/operations";
	}

	/** What the engine gave up is tried once more. */
	@PostMapping("/admin/operations/retry")
	@AllowedTo(Roles.ADMIN)
	String retry(@RequestParam(defaultValue = "") String stopped) {
		this.incidents.retry(stopped);
		return "redirect:/admin/operations";
	}

	/** The names of processes of which serving nodes run different editions. */
	private static List<String> mixed(List<Edition> editions) {
		List<String> run = editions.stream().filter((one) -> !one.nodes().isEmpty()).map(Edition::name).toList();
		return run.stream().filter((name) -> run.indexOf(name) != run.lastIndexOf(name)).distinct().toList();
	}

}
