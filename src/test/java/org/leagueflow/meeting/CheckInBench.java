package org.leagueflow.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leagueflow.LeagueFlow;
import org.leagueflow.ballot.Booth;
import org.leagueflow.meeting.Hall.Branch;
import org.leagueflow.people.PeopleFixture;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Five hundred people come through the door: each opens the meeting on the own phone and
 * types the code on the wall; 16 at a time, through HTTP on MySQL, logged in before. Run
 * with {@code mvn -Pbench test -Dtest=CheckInBench}; prints and asserts no times.
 */
class CheckInBench {

	private static final int CLIENTS = 16;

	private static final int PEOPLE = Integer.getInteger("leagueflow.bench.people", 500);

	@Test
	void onMySql() throws Exception {
		if (System.getenv("LEAGUEFLOW_TEST_MYSQL_URL") == null) {
			System.out.println("CheckInBench: no LEAGUEFLOW_TEST_MYSQL_URL, nothing is measured");
			return;
		}
		System.setProperty("leagueflow.test.db", "mysql");
		SpringApplication application = new SpringApplication(LeagueFlow.class);
		application.setAdditionalProfiles("test");
		ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
		try (ConfigurableApplicationContext context = application.run("--server.port=0")) {
			checkIn(context, threads);
		}
		finally {
			threads.shutdown();
			System.clearProperty("leagueflow.test.db");
		}
	}

	private static void checkIn(ConfigurableApplicationContext context, ExecutorService threads) throws Exception {
		Hall hall = context.getBean(Hall.class);
		Branch branch = hall.branch(PEOPLE);
		long meeting = hall.convened(branch);
		hall.meetings.invite(meeting, branch.secretary());
		hall.attendance.beginCheckIn(meeting, branch.secretary());
		PeopleFixture people = context.getBean(PeopleFixture.class);
		String address = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
		HttpClient http = Booth.client();
		List<Booth> phones = new ArrayList<>();
		for (long person : branch.voters()) {
			phones.add(new Booth(http, () -> address, 0).logIn(people.account(person), PeopleFixture.PASSWORD));
		}
		HallPageService pages = context.getBean(HallPageService.class);
		AtomicInteger next = new AtomicInteger();
		long begun = System.nanoTime();
		List<Future<Void>> clients = IntStream.range(0, CLIENTS).mapToObj((client) -> threads.submit(() -> {
			for (int i = next.getAndIncrement(); i < PEOPLE; i = next.getAndIncrement()) {
				phones.get(i).open("/meetings/" + meeting);
				String code = pages.code(meeting, branch.secretary()).digits();
				int status = phones.get(i).submit("/meetings/" + meeting + "/check-in", "code=" + code).statusCode();
				assertThat(status).isEqualTo(302);
			}
			return (Void) null;
		})).toList();
		for (Future<Void> client : clients) {
			client.get();
		}
		double took = (System.nanoTime() - begun) / 1e9;
		assertThat(pages.page(meeting, branch.secretary()).bar().present()).isEqualTo(PEOPLE);
		System.out.printf(Locale.ROOT,
				"| check-in | %d people, %d at a time, page and code | %.1f s | %.0f people a minute | load %.1f on %d cores |%n",
				PEOPLE, CLIENTS, took, 60 * PEOPLE / took,
				ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
				Runtime.getRuntime().availableProcessors());
	}

}
