package org.leagueflow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Remembers, per process, every box, event and gateway that a test entered and every flow
 * that it took.
 */
@Component
public class DiagramCoverage extends SpringBootProcessEnginePlugin {

	private final Map<String, Set<String>> walked = new ConcurrentHashMap<>();

	private final ObjectProvider<RepositoryService> repository;

	DiagramCoverage(ObjectProvider<RepositoryService> repository) {
		this.repository = repository;
	}

	@Override
	public void preInit(SpringProcessEngineConfiguration configuration) {
		List<BpmnParseListener> listeners = new ArrayList<>();
		if (configuration.getCustomPostBPMNParseListeners() != null) {
			listeners.addAll(configuration.getCustomPostBPMNParseListeners());
		}
		listeners.add(new AbstractBpmnParseListener() {
			@Override
			public void parseProcess(Element element, ProcessDefinitionEntity process) {
				watch(process.getKey(), process);
			}
		});
		configuration.setCustomPostBPMNParseListeners(listeners);
	}

	private void watch(String process, ScopeImpl scope) {
		for (ActivityImpl activity : scope.getActivities()) {
			activity.addListener(ExecutionListener.EVENTNAME_START, walk(process, activity.getId()));
			activity.getOutgoingTransitions()
				.forEach((flow) -> ((TransitionImpl) flow).addListener(ExecutionListener.EVENTNAME_TAKE,
						walk(process, flow.getId())));
			watch(process, activity);
		}
	}

	private ExecutionListener walk(String process, String id) {
		return (execution) -> this.walked.computeIfAbsent(process, (key) -> ConcurrentHashMap.newKeySet()).add(id);
	}

	void forget(String process) {
		this.walked.remove(process);
	}

	/** What the diagram has that nothing walked since the last time it was forgotten. */
	List<String> missed(String process) {
		RepositoryService engine = this.repository.getObject();
		String version = engine.createProcessDefinitionQuery()
			.processDefinitionKey(process)
			.latestVersion()
			.singleResult()
			.getId();
		BpmnModelInstance model = engine.getBpmnModelInstance(version);
		Set<String> seen = this.walked.getOrDefault(process, Set.of());
		List<String> all = new ArrayList<>(
				model.getModelElementsByType(FlowNode.class).stream().map(BaseElement::getId).toList());
		all.addAll(model.getModelElementsByType(SequenceFlow.class).stream().map(BaseElement::getId).toList());
		return all.stream().filter((id) -> !seen.contains(id)).sorted().toList();
	}

}
