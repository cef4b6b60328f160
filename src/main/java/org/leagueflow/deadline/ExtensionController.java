package org.leagueflow.deadline;

import java.time.LocalDate;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** More time for a deadline of a case. */
@Controller
class ExtensionController {

	private final ExtensionService extensions;

	ExtensionController(ExtensionService extensions) {
		this.extensions = extensions;
	}

	@GetMapping("/cases/{id}/extend")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String ask(@PathVariable long id, @RequestParam(defaultValue = "") String deadline, Actor by, Model model) {
		model.addAttribute("asked", this.extensions.asked(new CaseId(id), deadline, by));
		return "deadline/extend";
	}

	@PostMapping("/cases/{id}/extend")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String extend(@PathVariable long id, @RequestParam(defaultValue = "") String deadline,
			@RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate to,
			@RequestParam(required = false) String reason, Actor by, RedirectAttributes flash) {
		this.extensions.extend(new CaseId(id), deadline, to, reason, by);
		flash.addFlashAttribute("said", Message.of("deadline.said.extended"));
		return "redirect:/cases/" + id;
	}

}
