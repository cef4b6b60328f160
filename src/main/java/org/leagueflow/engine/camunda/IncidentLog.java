package org.leagueflow.engine.camunda;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.leagueflow.engine.Incidents;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Utc;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records engine failures in a transaction of their own, so that the row stays when the
 * step is rolled back.
 */
@Repository
class IncidentLog implements Incidents {

	private static final Logger log = LoggerFactory.getLogger(IncidentLog.class);

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int PAGE_SIZE = 50;

	private static final int MAX_REMEMBERED = 1000;

	private static final Duration ONCE = Duration.ofHours(1);

	private static final int MAX_MESSAGE_LENGTH = 900;

	private final JdbcClient jdbc;

	private final ObjectProvider<RuntimeService> runtime;

	private final ObjectProvider<ManagementService> management;

	private final TransactionTemplate apart;

	/** By process, table and words. */
	private final Map<String, Written> written = new ConcurrentHashMap<>();

	IncidentLog(JdbcClient jdbc, ObjectProvider<RuntimeService> runtime, ObjectProvider<ManagementService> management,
			PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.runtime = runtime;
		this.management = management;
		this.apart = new TransactionTemplate(transactions);
		this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * As {@link #write}, but the same fault of the same process is recorded once an hour:
	 * what a page asks at every view would fill the list.
	 */
	String writeOnce(EngineCalls.Step step, Throwable fault) {
		Instant now = Instant.now();
		if (this.written.size() > MAX_REMEMBERED) {
			this.written.clear();
		}
		return this.written.compute(step.process() + " " + step.name() + " " + words(fault),
				(key, before) -> (before != null && before.at().isAfter(now.minus(ONCE))) ? before
						: new Written(write(step, fault), now))
			.number();
	}

	/** Returns the number under which people and administrators find it. */
	String write(EngineCalls.Step step, Throwable fault) {
		String number = String.format(Locale.ROOT, "%08X", RANDOM.nextInt());
		log.error("Incident {}: process {} is faulty behind box {} of case {}", number, step.process(), step.box(),
				step.caseId(), fault);
		try {
			this.apart.executeWithoutResult((status) -> this.jdbc
				.sql("INSERT INTO engine_incident (number, at, process, box, name, case_key, words)"
						+ " VALUES (?, ?, ?, ?, ?, ?, ?)")
				.params(number, Utc.column(Instant.now()), step.process(), step.box(), step.name(), step.caseId(),
						Characters.first(words(fault), MAX_MESSAGE_LENGTH))
				.update());
		}
		catch (RuntimeException ex) {
			log.error("Incident {} could not be written down", number, ex);
		}
		return number;
	}

	/** The innermost words, which name the expression or table. */
	private static String words(Throwable fault) {
		Throwable last = fault;
		while (last.getCause() != null && last.getCause() != last) {
			last = last.getCause();
		}
		return fault.getMessage() + ((last != fault) ? " - " + last.getMessage() : "");
	}

	@Override
	public List<Incident> latest() {
		Stream<Incident> told = this.jdbc.sql("SELECT * FROM engine_incident ORDER BY at DESC LIMIT " + PAGE_SIZE)
			.query(IncidentLog::incident)
			.list()
			.stream();
		return Stream.concat(told, stopped().stream())
			.sorted(Comparator.comparing(Incident::at).reversed())
			.limit(PAGE_SIZE)
			.toList();
	}

	private static Incident incident(ResultSet row, int number) throws SQLException {
		return new Incident(row.getString("number"), Utc.moment(row.getObject("at", LocalDateTime.class)),
				row.getString("process"), row.getString("name"), row.getString("case_key"), row.getString("words"),
				null);
	}

	/**
	 * Timers and loops that the engine tried several times and gave up; what stopped in a
	 * called process is written down for its callers once more, which is left out.
	 */
	private List<Incident> stopped() {
		RuntimeService engine = this.runtime.getObject();
		return engine.createIncidentQuery()
			.orderByIncidentTimestamp()
			.desc()
			.listPage(0, 2 * PAGE_SIZE)
			.stream()
			.filter((one) -> one.getId().equals(one.getRootCauseIncidentId()))
			.limit(PAGE_SIZE)
			.map((one) -> new Incident(null, one.getIncidentTimestamp().toInstant(),
					String.valueOf(one.getProcessDefinitionId()).split(":")[0], one.getActivityId(),
					caseOf(engine, one.getProcessInstanceId()), String.valueOf(one.getIncidentMessage()),
					org.camunda.bpm.engine.runtime.Incident.FAILED_JOB_HANDLER_TYPE.equals(one.getIncidentType())
							? one.getConfiguration() : null))
			.toList();
	}

	@Override
	public void retry(String stopped) {
		ManagementService jobs = this.management.getObject();
		if (jobs.createJobQuery().jobId(stopped).noRetriesLeft().count() == 0) {
			throw new Refusal.Conflict("refusal.engine.retried");
		}
		jobs.setJobRetries(stopped, 1);
		log.info("The engine tries again what it gave up: job {}", stopped);
	}

	private static String caseOf(RuntimeService engine, String instance) {
		ProcessInstance found = (instance != null)
				? engine.createProcessInstanceQuery().processInstanceId(instance).singleResult() : null;
		return (found != null) ? found.getBusinessKey() : "";
	}

	private record Written(String number, Instant at) {
	}

}
