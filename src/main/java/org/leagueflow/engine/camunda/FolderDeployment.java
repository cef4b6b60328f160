package org.leagueflow.engine.camunda;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.leagueflow.engine.camunda.EditionRepository.Row;
import org.leagueflow.kernel.NodeName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deploys the process folders of this node, each content once however often nodes start,
 * and knows which edition this node runs: its own where that is deployed, otherwise the
 * newest.
 */
@Component
class FolderDeployment {

	/** What deployments of process folders have as their source. */
	static final String SOURCE = "folder";

	private static final Logger log = LoggerFactory.getLogger(FolderDeployment.class);

	private final RepositoryService repository;

	private final EditionRepository editions;

	private final NodeRepository nodes;

	private final NodeName node;

	private final ProgramVersion program;

	private final TransactionTemplate transaction;

	/** Deployments by process. */
	private final Map<String, String> running = new ConcurrentHashMap<>();

	@Autowired
	FolderDeployment(RepositoryService repository, EditionRepository editions, NodeRepository nodes, NodeName node,
			ProgramVersion.Built built, PlatformTransactionManager transactions) {
		this(repository, editions, nodes, node, built.program(), new TransactionTemplate(transactions));
	}

	FolderDeployment(RepositoryService repository, EditionRepository editions, NodeRepository nodes, NodeName node,
			ProgramVersion program, TransactionTemplate transaction) {
		this.repository = repository;
		this.editions = editions;
		this.nodes = nodes;
		this.node = node;
		this.program = program;
		this.transaction = transaction;
	}

	/** Deploys what no node has deployed yet, and writes down what this node runs. */
	void deploy(Map<String, Map<String, String>> folders) {
		this.transaction.executeWithoutResult((status) -> {
			this.editions.lock();
			Map<String, String> runs = new LinkedHashMap<>();
			Map<String, String> carries = new LinkedHashMap<>();
			folders.forEach((process, files) -> {
				adopt(process);
				carries.put(process, content(files));
				runs.put(process, carry(process, files));
			});
			this.nodes.started(this.node.toString(), this.program, Instant.now(Clock.systemUTC()), carries, runs);
			this.running.putAll(runs);
		});
	}

	/**
	 * The deployment that this node starts new cases in; empty where no folder of that
	 * name was ever deployed.
	 */
	Optional<String> running(String process) {
		return Optional.ofNullable(this.running.get(process))
			.or(() -> this.editions.newest(process).map(Row::deploymentId));
	}

	private String carry(String process, Map<String, String> files) {
		String content = content(files);
		Optional<Row> known = this.editions.find(process, content);
		if (known.isPresent()) {
			this.editions.carriedBy(this.program, known.get());
			return known.get().deploymentId();
		}
		Optional<Row> newest = this.editions.newest(process);
		if (newest.isPresent() && this.program.olderThan(newest.get().programAt())) {
			log.warn(
					"Process folder {} of this program (built {}) was never deployed and is not now: a newer program"
							+ " (built {}) runs here; new cases start in its edition",
					process, this.program.builtAt(), newest.get().programAt());
			return newest.get().deploymentId();
		}
		String deployment = create(process, files);
		this.editions.add(new Row(process, content, deployment, this.program.builtAt(), Instant.now()));
		return deployment;
	}

	private String create(String process, Map<String, String> files) {
		DeploymentBuilder deployment = this.repository.createDeployment().name(process).source(SOURCE);
		files.forEach(deployment::addString);
		String id = deployment.deploy().getId();
		log.debug("Process folder {} is deployment {}", process, id);
		return id;
	}

	/**
	 * Writes down what was deployed before editions were, from programs that are older
	 * than any; of the same content deployed twice, the last.
	 */
	private void adopt(String process) {
		if (this.editions.newest(process).isPresent()) {
			return;
		}
		Map<String, Deployment> contents = new HashMap<>();
		this.repository.createDeploymentQuery()
			.deploymentName(process)
			.deploymentSource(SOURCE)
			.list()
			.stream()
			.sorted(Comparator.comparing(Deployment::getDeploymentTime))
			.forEach((deployment) -> contents.put(content(Resources.of(this.repository, deployment.getId())),
					deployment));
		contents.forEach((content, deployment) -> this.editions.add(new Row(process, content, deployment.getId(),
				ProgramVersion.UNKNOWN.builtAt(), deployment.getDeploymentTime().toInstant())));
	}

	/** SHA-256 of the files in the order of their names, each with its length. */
	static String content(Map<String, String> files) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			new TreeMap<>(files).forEach((path, text) -> List.of(path, text)
				.forEach((part) -> digest.update((part.length() + ":" + part).getBytes(StandardCharsets.UTF_8))));
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
