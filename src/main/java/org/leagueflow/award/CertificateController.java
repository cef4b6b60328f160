package org.leagueflow.award;

import org.leagueflow.document.PdfFile;
import org.leagueflow.document.WordFile;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Roles;
import org.leagueflow.web.Downloads;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Certificates as files, the page on which anybody checks one, and the ledger of honours.
 */
@Controller
class CertificateController {

	private final CertificateService certificates;

	CertificateController(CertificateService certificates) {
		this.certificates = certificates;
	}

	@GetMapping("/certificates")
	@AllowedTo(AllowedTo.EVERYBODY)
	String check(@RequestParam(required = false) String code, Model model) {
		if (code != null && !code.isBlank()) {
			model.addAttribute("asked", code.strip());
			model.addAttribute("card", this.certificates.verify(code).orElse(null));
		}
		return "award/verify";
	}

	@GetMapping("/certificates/{code}")
	@AllowedTo(AllowedTo.EVERYBODY)
	String checked(@PathVariable String code, Model model) {
		return check(code, model);
	}

	@GetMapping("/awards/certificates/{certificate}.pdf")
	@AllowedTo(AllowedTo.SIGNED_IN)
	ResponseEntity<byte[]> pdf(@PathVariable("certificate") long id, Actor by) {
		Certificate.Card card = this.certificates.readable(id, by);
		return file(this.certificates.pdf(card), PdfFile.TYPE, "pdf", card);
	}

	@GetMapping("/awards/certificates/{certificate}.docx")
	@AllowedTo(AllowedTo.SIGNED_IN)
	ResponseEntity<byte[]> word(@PathVariable("certificate") long id, Actor by) {
		Certificate.Card card = this.certificates.readable(id, by);
		return file(this.certificates.word(card), WordFile.TYPE, "docx", card);
	}

	private static ResponseEntity<byte[]> file(byte[] content, String type, String extension, Certificate.Card card) {
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(type))
			.header(HttpHeaders.CONTENT_DISPOSITION, Downloads.named(extension, card.honour(), card.subject().name()))
			.body(content);
	}

	@GetMapping("/awards/honours")
	@AllowedTo({ Roles.BRANCH_SECRETARY, Roles.BRANCH_COMMITTEE, Roles.GENERAL_BRANCH, Roles.LEAGUE_COMMITTEE,
			Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE, Roles.AUDITOR, Roles.ADMIN })
	String honours(@RequestParam(required = false) Long unit, Actor by, Model model) {
		model.addAttribute("page", this.certificates.honours(unit, by));
		return "award/honours";
	}

}
