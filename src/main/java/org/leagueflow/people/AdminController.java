package org.leagueflow.people;

import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Roles;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the pages for running the installation are found. */
@Controller
class AdminController {

	@GetMapping("/admin")
	@AllowedTo({ Roles.ADMIN, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE })
	String index() {
		return "people/admin";
	}

}
