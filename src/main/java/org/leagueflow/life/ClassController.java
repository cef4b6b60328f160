package org.leagueflow.life;

import java.io.IOException;
import java.util.List;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One League class: what it must have, its sheet, its material, who was there. */
@Controller
@RequestMapping("/life/classes/{meeting}")
class ClassController {

	private final ClassService classes;

	private final ClassAttendanceService attendance;

	ClassController(ClassService classes, ClassAttendanceService attendance) {
		this.classes = classes;
		this.attendance = attendance;
	}

	@GetMapping
	@AllowedTo(AllowedTo.SIGNED_IN)
	String page(@PathVariable("meeting") long meetingId, Actor by, Model model) {
		model.addAttribute("c", this.attendance.page(meetingId, by));
		return "life/class";
	}

	@PostMapping
	@AllowedTo(AllowedTo.SIGNED_IN)
	String plan(@PathVariable("meeting") long meetingId, @RequestParam(required = false) String theme,
			@RequestParam(required = false) List<ClassForm> forms, @RequestParam(required = false) String lecturer,
			@RequestParam(required = false) String hours, @RequestParam(required = false) String preparation, Actor by,
			RedirectAttributes next) {
		this.classes.plan(meetingId, new ClassPlan(theme, forms, lecturer, hours, preparation), by);
		return said(next, meetingId, "life.said.class-saved");
	}

	@PostMapping("/material")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String addMaterial(@PathVariable("meeting") long meetingId,
			@RequestParam(name = "file", required = false) MultipartFile file, Actor by, RedirectAttributes next)
			throws IOException {
		this.classes.addMaterial(meetingId, (file != null) ? file.getOriginalFilename() : null,
				(file != null) ? file.getBytes() : new byte[0], by);
		return said(next, meetingId, "life.said.material");
	}

	@PostMapping("/attendance")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String correct(@PathVariable("meeting") long meetingId,
			@RequestParam(name = "person", required = false) Long personId,
			@RequestParam(defaultValue = "false") boolean attended, @RequestParam(required = false) String reason,
			Actor by, RedirectAttributes next) {
		this.attendance.correct(meetingId, (personId != null) ? personId : 0, attended, reason, by);
		return said(next, meetingId, "life.said.corrected");
	}

	private static String said(RedirectAttributes next, long meetingId, String key) {
		next.addFlashAttribute("said", Message.of(key));
		return "redirect:/life/classes/" + meetingId;
	}

}
