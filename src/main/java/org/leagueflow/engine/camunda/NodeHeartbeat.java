package org.leagueflow.engine.camunda;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.leagueflow.engine.Nodes;
import org.leagueflow.kernel.NodeName;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reports every few seconds that this node serves, and tells which nodes do. */
@Component
class NodeHeartbeat implements Nodes {

	/** Longer than two reports of a node apart. */
	private static final Duration HEARTBEAT_TIMEOUT = Duration.ofSeconds(45);

	private final NodeRepository nodes;

	private final EditionRepository editions;

	private final RepositoryService repository;

	private final NodeName node;

	NodeHeartbeat(NodeRepository nodes, EditionRepository editions, RepositoryService repository, NodeName node) {
		this.nodes = nodes;
		this.editions = editions;
		this.repository = repository;
		this.node = node;
	}

	@Scheduled(initialDelayString = "PT15S", fixedDelayString = "PT15S")
	void serving() {
		this.nodes.seen(this.node.toString(), Instant.now());
	}

	@Override
	public List<Node> all() {
		Instant then = Instant.now().minus(HEARTBEAT_TIMEOUT);
		return this.nodes.all()
			.stream()
			.map((row) -> new Node(row.name(), row.programAt(), row.startedAt(), row.seenAt(),
					row.seenAt().isAfter(then)))
			.toList();
	}

	@Override
	public List<Edition> editions() {
		Set<String> serving = all().stream().filter(Node::serving).map(Node::name).collect(Collectors.toSet());
		List<NodeRepository.Runs> runs = this.nodes.runs()
			.stream()
			.filter((one) -> serving.contains(one.node()))
			.toList();
		return this.editions.processes().stream().flatMap((process) -> editions(process, runs)).toList();
	}

	private Stream<Edition> editions(String process, List<NodeRepository.Runs> runs) {
		List<EditionRepository.Row> rows = this.editions.of(process);
		return rows.stream()
			.map((row) -> edition(row, row.equals(rows.get(0)), runs))
			.filter((edition) -> edition.newest() || !edition.nodes().isEmpty());
	}

	private Edition edition(EditionRepository.Row row, boolean newest, List<NodeRepository.Runs> runs) {
		List<NodeRepository.Runs> here = runs.stream()
			.filter((one) -> one.deploymentId().equals(row.deploymentId()))
			.toList();
		Optional<ProcessDefinition> definition = Optional.ofNullable(this.repository.createProcessDefinitionQuery()
			.deploymentId(row.deploymentId())
			.processDefinitionKey(row.process())
			.singleResult());
		return new Edition(row.process(), definition.map(ProcessDefinition::getName).orElse(row.process()),
				definition.map(ProcessDefinition::getVersion).orElse(null),
				row.programAt().equals(ProgramVersion.UNKNOWN.builtAt()) ? null : row.programAt(), row.deployedAt(),
				newest, here.stream().map(NodeRepository.Runs::node).toList(),
				here.stream()
					.filter((one) -> !one.carries().equals(row.content()))
					.map(NodeRepository.Runs::node)
					.toList());
	}

}
