package org.leagueflow.calendar;

import java.time.LocalDate;
import java.util.List;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Roles;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The holiday calendar, year by year. */
@Controller
@RequestMapping("/admin/calendar")
class CalendarController {

	private final CalendarService calendar;

	private final BusinessClock clock;

	CalendarController(CalendarService calendar, BusinessClock clock) {
		this.calendar = calendar;
		this.clock = clock;
	}

	@GetMapping
	@AllowedTo(Roles.ADMIN)
	String year(@RequestParam(name = "year", required = false) Integer asked, Model model) {
		int year = (asked != null && asked >= 2000 && asked <= 2100) ? asked : this.clock.today().getYear();
		List<YearEntry> years = this.calendar.years();
		model.addAttribute("years", years);
		model.addAttribute("year", Integer.toString(year));
		model.addAttribute("entry", years.stream().filter((one) -> one.year() == year).findFirst().orElse(null));
		model.addAttribute("days", this.calendar.days(year));
		return "calendar/year";
	}

	@PostMapping("/year")
	@AllowedTo(Roles.ADMIN)
	String putYear(@RequestParam("year") int year,
			@RequestParam(name = "complete", defaultValue = "false") boolean complete,
			@RequestParam("source") String source, Actor by, RedirectAttributes flash) {
		this.calendar.putYear(year, complete, source, by);
		return saved(year, flash);
	}

	@PostMapping("/day")
	@AllowedTo(Roles.ADMIN)
	String putDay(@RequestParam("day") @DateTimeFormat(iso = ISO.DATE) LocalDate day,
			@RequestParam("working") boolean working, @RequestParam("name") String name,
			@RequestParam("source") String source, Actor by, RedirectAttributes flash) {
		this.calendar.putDay(day, working, name, source, by);
		return saved(day.getYear(), flash);
	}

	@PostMapping("/day/remove")
	@AllowedTo(Roles.ADMIN)
	String removeDay(@RequestParam("day") @DateTimeFormat(iso = ISO.DATE) LocalDate day, Actor by,
			RedirectAttributes flash) {
		this.calendar.removeDay(day, by);
		return saved(day.getYear(), flash);
	}

	private static String saved(int year, RedirectAttributes flash) {
		flash.addFlashAttribute("said", Message.of("calendar.saved"));
		return "redirect:/admin/calendar?year=" + year;
	}

}
