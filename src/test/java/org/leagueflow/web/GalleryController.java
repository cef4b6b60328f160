package org.leagueflow.web;

import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Every piece that pages are made of on one page; exists in tests only. */
@Controller
@AllowedTo(AllowedTo.SIGNED_IN)
class GalleryController {

	private final BusinessClock clock;

	GalleryController(BusinessClock clock) {
		this.clock = clock;
	}

	@GetMapping("/test/gallery")
	String gallery(Model model) {
		model.addAttribute("stages", List.of(stage("推荐", "passed"), stage("考察", "passed"), stage("评议", "current"),
				stage("表决", "ahead"), stage("审批", "ahead"), stage("宣誓", "ahead")));
		model.addAttribute("gates",
				List.of(gate("团课学习", "8 学时", "6 学时", false, "细则§13"), gate("谈心谈话", "2 次", "2 次", true, "细则§12"),
						gate("考察时间", "满 3 个月（2026年12月1日）", "2 个月 21 天", false, "细则§11"),
						gate("注册志愿者", "已注册", "已注册", true, "细则§14")));
		model.addAttribute("soon", this.clock.today().plusDays(3));
		model.addAttribute("late", this.clock.today().minusDays(2));
		return "test/gallery";
	}

	@PostMapping("/test/gallery")
	String save(@RequestParam String reason, RedirectAttributes flash) {
		if (reason.length() < 5) {
			throw Refusal.Invalid.field("reason", "dates.overdue", 2);
		}
		flash.addFlashAttribute("said", Message.of("stages.passed"));
		return "redirect:/test/gallery";
	}

	@GetMapping(path = "/test/diagram", produces = MediaType.APPLICATION_XML_VALUE)
	@ResponseBody
	org.springframework.core.io.Resource diagram() {
		return new org.springframework.core.io.ClassPathResource("test/diagram.bpmn");
	}

	private static Map<String, Object> stage(String name, String state) {
		return Map.of("name", name, "state", state);
	}

	private static Map<String, Object> gate(String name, String need, String have, boolean ok, String source) {
		return Map.of("name", name, "need", need, "have", have, "ok", ok, "source", source);
	}

}
