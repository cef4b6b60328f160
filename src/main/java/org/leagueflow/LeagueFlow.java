package org.leagueflow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Starts 团务流程平台. */
@SpringBootApplication
@Modulithic(systemName = "LeagueFlow", sharedModules = "kernel")
public class LeagueFlow {

	public static void main(String[] args) {
		SpringApplication.run(LeagueFlow.class, args);
	}

}
