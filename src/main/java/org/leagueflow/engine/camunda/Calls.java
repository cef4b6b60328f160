package org.leagueflow.engine.camunda;

import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallActivityBehavior;
import org.camunda.bpm.engine.impl.core.model.BaseCallableElement.CallableElementBinding;
import org.camunda.bpm.engine.impl.core.model.CallableElement;
import org.camunda.bpm.engine.impl.core.model.CallableElementParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * What a call activity hands to the process that it calls and takes back. It is the same
 * for every call, so the diagram does not say it: case key, case id and matter go in, the
 * outcome comes back.
 */
final class Calls {

	/** In a called process: {@code <calling process>-<its box>}. */
	static final String MATTER = "matter";

	private Calls() {
	}

	/** The caller's variable for the outcome of what this box calls. */
	static String outcomeOf(String box) {
		return box + "Outcome";
	}

	static String matter(String process, String box) {
		return process + "-" + box;
	}

	/**
	 * @param edition the number of the version in which a case of that process would
	 * start on this node now
	 */
	static void connect(CallActivityBehavior call, String process, String box, Function<String, Integer> edition) {
		CallableElement called = call.getCallableElement();
		called.setBinding(CallableElementBinding.VERSION);
		called.setVersionValueProvider(value((scope) -> edition.apply(called.getDefinitionKey(scope))));
		called.setBusinessKeyValueProvider(value((scope) -> ((ExecutionEntity) scope).getProcessBusinessKey()));
		called
			.addInput(parameter(value((scope) -> scope.getVariable(BindingResolver.CASE_ID)), BindingResolver.CASE_ID));
		called.addInput(parameter(value((scope) -> matter(process, box)), MATTER));
		called.addOutput(parameter(value((scope) -> scope.getVariable(EventTranslation.OUTCOME)), outcomeOf(box)));
	}

	private static CallableElementParameter parameter(ParameterValueProvider source, String target) {
		CallableElementParameter parameter = new CallableElementParameter();
		parameter.setSourceValueProvider(source);
		parameter.setTarget(target);
		return parameter;
	}

	private static ParameterValueProvider value(Function<VariableScope, Object> source) {
		return new ParameterValueProvider() {

			@Override
			public Object getValue(VariableScope scope) {
				return source.apply(scope);
			}

			@Override
			public boolean isDynamic() {
				return true;
			}

		};
	}

	/** Whether a box of another process called the one that this execution belongs to. */
	static boolean called(ExecutionEntity execution) {
		return execution.getProcessInstance().getSuperExecutionId() != null;
	}

	/** Why the process was called; null for the case's own. */
	static String matter(ExecutionEntity execution) {
		return called(execution) ? (String) execution.getVariable(MATTER) : null;
	}

}
