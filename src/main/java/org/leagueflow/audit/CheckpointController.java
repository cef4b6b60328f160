package org.leagueflow.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Roles;
import org.leagueflow.web.Downloads;
import org.leagueflow.web.VerifierJar;
import org.leagueflow.web.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The signed checkpoints of the record, and the record as a file that proves itself. */
@Controller
@RequestMapping("/audit")
class CheckpointController {

	private final WitnessService witnesses;

	private final CheckpointJob job;

	private final RecordExportService export;

	private final BusinessClock clock;

	private final Words words;

	CheckpointController(WitnessService witnesses, CheckpointJob job, RecordExportService export, BusinessClock clock,
			Words words) {
		this.witnesses = witnesses;
		this.job = job;
		this.export = export;
		this.clock = clock;
		this.words = words;
	}

	@GetMapping("/checkpoints")
	@AllowedTo({ Roles.AUDITOR, Roles.COUNTY_COMMITTEE, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY })
	String checkpoints(@RequestParam(required = false) String code, Actor by, Model model) {
		if (code != null && !code.isBlank()) {
			model.addAttribute("noted", this.witnesses.compare(code));
		}
		model.addAttribute("lines", this.witnesses.lines(by));
		model.addAttribute("keys", this.witnesses.keys());
		model.addAttribute("refused", this.job.refused());
		model.addAttribute("auditor", by.holds(Roles.AUDITOR));
		return "audit/checkpoints";
	}

	@PostMapping("/checkpoints/{size}/witness")
	@AllowedTo({ Roles.AUDITOR, Roles.COUNTY_COMMITTEE, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY })
	String witness(@PathVariable long size, Actor by, RedirectAttributes flash) {
		this.witnesses.witness(size, by);
		flash.addFlashAttribute("said", Message.of("audit.checkpoint.witnessed"));
		return "redirect:/audit/checkpoints";
	}

	@GetMapping("/record")
	@AllowedTo(Roles.AUDITOR)
	void record(Actor by, HttpServletResponse response) throws IOException {
		response.setContentType("text/plain;charset=US-ASCII");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				Downloads.named("txt", this.words.of("audit.record.file"), this.clock.today()));
		this.export.write(response.getOutputStream(), by);
	}

	@GetMapping("/{id:\\d+}/proof")
	@AllowedTo(Roles.AUDITOR)
	void proof(@PathVariable long id, Actor by, HttpServletResponse response) throws IOException {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		this.export.prove(id, file, by);
		response.setContentType("text/plain;charset=US-ASCII");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				Downloads.named("txt", this.words.of("audit.proof.file"), Long.toString(id)));
		file.writeTo(response.getOutputStream());
	}

	@GetMapping("/verify-audit.jar")
	@AllowedTo(AllowedTo.EVERYBODY)
	void verifier(HttpServletResponse response) throws IOException {
		VerifierJar.send("VerifyAudit", "verify-audit.jar", response);
	}

}
