package org.leagueflow.engine.camunda;

import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.springframework.context.ApplicationContext;

/**
 * Lets a diagram's expressions see the case id, process variables and the methods of
 * process bindings, and nothing else: no other Spring bean, no method of a variable's
 * class.
 */
class GuardedExpressions extends JuelExpressionManager {

	private final ApplicationContext context;

	GuardedExpressions(ApplicationContext context) {
		this.context = context;
	}

	@Override
	protected ELResolver createElResolver() {
		CompositeELResolver resolver = new CompositeELResolver();
		resolver.add(new BindingResolver(this.context));
		resolver.add(new VariableScopeElResolver());
		resolver.add(new VariableContextElResolver());
		if (this.beans != null) {
			resolver.add(new ReadOnlyMapELResolver(this.beans));
		}
		resolver.add(new MapELResolver(true));
		return resolver;
	}

}
