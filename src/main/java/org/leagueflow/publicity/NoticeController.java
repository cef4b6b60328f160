package org.leagueflow.publicity;

import jakarta.servlet.http.HttpServletRequest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The notices that anybody may read, and object to, without log-in. */
@Controller
@RequestMapping("/notices")
class NoticeController {

	private final NoticeService notices;

	private final ObjectionService objections;

	private final ObjectionRateLimit gate;

	NoticeController(NoticeService notices, ObjectionService objections, ObjectionRateLimit gate) {
		this.notices = notices;
		this.objections = objections;
		this.gate = gate;
	}

	@GetMapping
	@AllowedTo(AllowedTo.EVERYBODY)
	String list(Model model) {
		model.addAttribute("notices", this.notices.publicNow());
		return "publicity/list";
	}

	@GetMapping("/{id}")
	@AllowedTo(AllowedTo.EVERYBODY)
	String notice(@PathVariable("id") long id, Model model) {
		model.addAttribute("notice", this.notices.publicNotice(id));
		return "publicity/notice";
	}

	@PostMapping("/{id}/objections")
	@AllowedTo(AllowedTo.EVERYBODY)
	String object(@PathVariable("id") long id, @RequestParam(name = "name", required = false) String name,
			@RequestParam(name = "contact", required = false) String contact, @RequestParam("content") String content,
			@RequestParam(name = "subject", required = false) Integer subject,
			@RequestParam(name = "once", required = false) String once, Actor by, HttpServletRequest request,
			RedirectAttributes flash) {
		this.gate.require(id, request.getRemoteAddr());
		this.objections.fileOnce(id, new Objections.Objecting(name, contact, content, subject), once, by);
		this.gate.passed(id, request.getRemoteAddr());
		flash.addFlashAttribute("said", Message.of("publicity.objected"));
		return "redirect:/notices/" + id;
	}

}
