package org.leagueflow.practice;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.web.HomePanel;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The control on the home page of the practice college that moves its clock. */
@Controller
@Profile("practice")
class PracticeClockController implements HomePanel {

	private final PracticeClockService clocks;

	private final PracticeLoader telling;

	private final BusinessClock clock;

	PracticeClockController(PracticeClockService clocks, PracticeLoader telling, BusinessClock clock) {
		this.clocks = clocks;
		this.telling = telling;
		this.clock = clock;
	}

	@PostMapping("/practice/clock")
	@AllowedTo(AllowedTo.ANY_ACCOUNT)
	String move(@RequestParam PracticeClockService.Step step, RedirectAttributes flash) {
		this.clocks.move(step);
		flash.addFlashAttribute("said", Message.of("practice.clock.moved", this.clock.today().toString()));
		return "redirect:/";
	}

	@Override
	public int order() {
		return 90;
	}

	@Override
	public String template() {
		return "practice/clock";
	}

	@Override
	public Optional<Map<String, Object>> model(Actor reader) {
		Map<String, Object> model = new HashMap<>();
		model.put("now", this.clock.localNow());
		model.put("moved", !this.clock.offset().isZero());
		model.put("stoppedAt", this.telling.stoppedAt().orElse(null));
		return Optional.of(model);
	}

}
