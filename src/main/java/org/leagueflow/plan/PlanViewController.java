package org.leagueflow.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages on which a plan that holds is seen as a whole. */
@Controller
class PlanViewController {

	private final PlanViewService views;

	private final PictureService pictures;

	private final ReplanService replans;

	PlanViewController(PlanViewService views, PictureService pictures, ReplanService replans) {
		this.views = views;
		this.pictures = pictures;
		this.replans = replans;
	}

	@GetMapping("/plan/{plan}/year")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String year(@PathVariable("plan") long id, Actor by, Model model) {
		model.addAttribute("page", this.views.year(id, by));
		return "plan/year";
	}

	@GetMapping("/plan/{plan}/picture")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String picture(@PathVariable("plan") long id, Actor by, Model model) {
		model.addAttribute("page", this.pictures.picture(id, by));
		return "plan/picture";
	}

	@GetMapping("/plan/{plan}/gantt")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String gantt(@PathVariable("plan") long id, Actor by, Model model) {
		model.addAttribute("page", this.replans.page(id, GanttPage.Replan.NONE, Map.of(), by));
		return "plan/gantt";
	}

	@PostMapping("/plan/{plan}/gantt")
	@AllowedTo(AllowedTo.SIGNED_IN)
	String replan(@PathVariable("plan") long id, @RequestParam(required = false, defaultValue = "") String span,
			@RequestParam(required = false, defaultValue = "") String from,
			@RequestParam(required = false, defaultValue = "") String to,
			@RequestParam(required = false, defaultValue = "") String reason, Actor by, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		GanttPage.Replan asked = new GanttPage.Replan(span, from, to, reason);
		try {
			long edition = this.replans.replan(id, asked, by);
			flash.addFlashAttribute("said", Message.of("planview.said.replanned"));
			return "redirect:/plan/editions/" + edition;
		}
		catch (Refusal.Invalid refusal) {
			response.setStatus(422);
			model.addAttribute("page", this.replans.page(id, asked, refusal.fields(), by));
			return "plan/gantt";
		}
	}

}
