package org.leagueflow.engine.camunda;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.leagueflow.engine.Catalogue;
import org.leagueflow.forms.FormSchema;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.springframework.stereotype.Component;

/** The processes as deployed; a version never changes, so what was read once is kept. */
@Component
class DeployedCatalogue implements Catalogue {

	private static final Duration KNOWN_FOR = Duration.ofSeconds(10);

	private final RepositoryService repository;

	private final FolderDeployment deployment;

	private final HistoryService history;

	private final RuntimeService runtime;

	private final Map<String, Version> versions = new ConcurrentHashMap<>();

	private final Map<String, String> translated = new ConcurrentHashMap<>();

	private final Map<String, String> latest = new ConcurrentHashMap<>();

	private volatile Known known;

	DeployedCatalogue(RepositoryService repository, FolderDeployment deployment, HistoryService history,
			RuntimeService runtime) {
		this.repository = repository;
		this.deployment = deployment;
		this.history = history;
		this.runtime = runtime;
	}

	/** The ids of all processes, which another node may add to. */
	private record Known(List<String> processes, long readAt) {
	}

	/**
	 * One deployed version: its files, what its diagram says, which answers it asks for,
	 * which processes it calls.
	 */
	private record Version(ProcessInfo info, Map<String, String> files, String diagram, Set<String> asked,
			Map<String, Set<String>> formKeys, Map<String, Map<String, String>> properties, Set<String> called) {
	}

	@Override
	public List<ProcessInfo> all() {
		Known known = this.known;
		if (known == null || System.nanoTime() - known.readAt() > KNOWN_FOR.toNanos()) {
			known = new Known(this.repository.createProcessDefinitionQuery()
				.latestVersion()
				.orderByProcessDefinitionKey()
				.asc()
				.list()
				.stream()
				.map(ProcessDefinition::getKey)
				.toList(), System.nanoTime());
			this.known = known;
		}
		return known.processes().stream().flatMap((process) -> find(process).stream()).toList();
	}

	@Override
	public List<ProcessInfo> ofCases() {
		List<ProcessInfo> all = all();
		Set<String> called = all.stream()
			.flatMap((info) -> read(info.version()).called().stream())
			.collect(Collectors.toSet());
		return all.stream().filter((info) -> !called.contains(info.id())).toList();
	}

	@Override
	public Optional<ProcessInfo> find(String process) {
		String version = this.latest.computeIfAbsent(process, this::latestVersion);
		return Optional.ofNullable(version).map(this::version);
	}

	/**
	 * The number of the version in which this node starts new instances; null where none
	 * was ever deployed.
	 */
	Integer numberOf(String process) {
		return find(process).map(ProcessInfo::number).orElse(null);
	}

	/** The edition that this node runs, or what else was deployed last. */
	private String latestVersion(String process) {
		return this.deployment.running(process)
			.flatMap((id) -> Optional.ofNullable(definitions(process).deploymentId(id).singleResult()))
			.or(() -> Optional.ofNullable(definitions(process).latestVersion().singleResult()))
			.map(ProcessDefinition::getId)
			.orElse(null);
	}

	private ProcessDefinitionQuery definitions(String process) {
		return this.repository.createProcessDefinitionQuery().processDefinitionKey(process);
	}

	/** Another deployment may have made a newer version the latest one. */
	void refresh() {
		this.latest.clear();
		this.known = null;
	}

	/** Every version that still moves cases. */
	List<String> running() {
		return this.repository.createProcessDefinitionQuery()
			.list()
			.stream()
			.map(ProcessDefinition::getId)
			.filter((id) -> this.runtime.createProcessInstanceQuery().processDefinitionId(id).count() > 0)
			.sorted()
			.toList();
	}

	@Override
	public ProcessInfo version(String processVersion) {
		return read(processVersion).info();
	}

	@Override
	public String diagram(String processVersion, Locale language) {
		String drawn = read(processVersion).diagram();
		return language.getLanguage().equals(Locale.CHINESE.getLanguage()) ? drawn : this.translated
			.computeIfAbsent(language.getLanguage() + " " + processVersion, (key) -> new Diagram(drawn).in(language));
	}

	@Override
	public Optional<String> form(String processVersion, String formId) {
		Version version = read(processVersion);
		String process = version.info().id();
		String path = "forms/" + process + "/" + formId.substring(process.length() + 1) + ".form";
		return Optional.ofNullable(version.files().get(path));
	}

	@Override
	public Optional<String> property(String processVersion, String element, String name) {
		return Optional.ofNullable(read(processVersion).properties().getOrDefault(element, Map.of()).get(name));
	}

	/**
	 * Those answers that an expression or a decision table of that version names; null
	 * for such a key left empty.
	 */
	Map<String, Object> asked(String processVersion, String formId, Map<String, Object> answers) {
		Version version = read(processVersion);
		Map<String, Object> asked = new HashMap<>();
		for (String key : version.formKeys().getOrDefault(formId, Set.of())) {
			if (version.asked().contains(key)) {
				asked.put(key, answers.get(key));
			}
		}
		return asked;
	}

	/** The version under which the case runs; empty where it does not. */
	Optional<String> versionOf(CaseId caseId) {
		return versionsOf(caseId).stream().findFirst();
	}

	/**
	 * The version under which the case runs, and then those of the processes that it
	 * called and that still run, the newest first; empty where it does not run.
	 */
	List<String> versionsOf(CaseId caseId) {
		Comparator<ProcessInstance> order = Comparator
			.comparing((ProcessInstance instance) -> !instance.getId().equals(instance.getRootProcessInstanceId()));
		return this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(caseId.key())
			.list()
			.stream()
			.sorted(order.thenComparing((instance) -> -version(instance.getProcessDefinitionId()).number()))
			.map(ProcessInstance::getProcessDefinitionId)
			.distinct()
			.toList();
	}

	/** What a version was deployed with, by path. */
	Map<String, String> files(String processVersion) {
		return read(processVersion).files();
	}

	@Override
	public Progress progress(CaseId caseId) {
		List<String> passed = new ArrayList<>();
		List<String> current = new ArrayList<>();
		List<String> entered = new ArrayList<>();
		String version = null;
		for (HistoricActivityInstance activity : activities(caseId)) {
			version = (version != null) ? version : activity.getProcessDefinitionId();
			(activity.getEndTime() != null ? passed : current).add(activity.getActivityId());
			entered.add(activity.getActivityId());
		}
		return new Progress(version, passed.stream().distinct().toList(), current.stream().distinct().toList(),
				entered.stream().distinct().toList());
	}

	private List<HistoricActivityInstance> activities(CaseId caseId) {
		return this.history.createHistoricProcessInstanceQuery()
			.processInstanceBusinessKey(caseId.key())
			.rootProcessInstances()
			.list()
			.stream()
			.flatMap((instance) -> this.history.createHistoricActivityInstanceQuery()
				.processInstanceId(instance.getId())
				.orderPartiallyByOccurrence()
				.asc()
				.list()
				.stream())
			.toList();
	}

	private Version read(String processVersion) {
		return this.versions.computeIfAbsent(processVersion, this::load);
	}

	private Version load(String processVersion) {
		ProcessDefinition definition = this.repository.createProcessDefinitionQuery()
			.processDefinitionId(processVersion)
			.singleResult();
		if (definition == null) {
			throw new Refusal.NotFound("refusal.engine.noProcess", processVersion);
		}
		Map<String, String> files = Resources.of(this.repository, definition.getDeploymentId());
		String xml = files.get(definition.getResourceName());
		Diagram diagram = new Diagram(xml);
		return new Version(diagram.info(processVersion, definition.getVersion()), files, xml, asked(diagram, files),
				formKeys(definition.getKey(), files), diagram.properties(), diagram.called());
	}

	static Set<String> asked(Diagram diagram, Map<String, String> files) {
		Set<String> asked = new LinkedHashSet<>(diagram.names());
		asked.addAll(Tables.names(files.entrySet()
			.stream()
			.filter((file) -> file.getKey().endsWith(".dmn"))
			.map(Map.Entry::getValue)
			.toList(), diagram.decisions()));
		return asked;
	}

	private static Map<String, Set<String>> formKeys(String process, Map<String, String> files) {
		Map<String, Set<String>> keys = new HashMap<>();
		files.forEach((path, content) -> {
			if (path.endsWith(".form")) {
				String box = path.substring(path.lastIndexOf('/') + 1, path.length() - ".form".length());
				keys.put(process + "-" + box, FormSchema.parse(content).names());
			}
		});
		return keys;
	}

}
