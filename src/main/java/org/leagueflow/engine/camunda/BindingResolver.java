package org.leagueflow.engine.camunda;

import java.beans.FeatureDescriptor;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.leagueflow.engine.ProcessBinding;
import org.leagueflow.kernel.CaseId;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * Resolves {@code caseId} and process bindings, before any variable could pretend to be
 * one.
 */
class BindingResolver extends ELResolver {

	static final String CASE_ID = "caseId";

	private final ApplicationContext context;

	private final Map<String, Optional<Object>> bindings = new ConcurrentHashMap<>();

	BindingResolver(ApplicationContext context) {
		this.context = context;
	}

	@Override
	public Object getValue(ELContext elContext, Object base, Object property) {
		if (base != null) {
			return null;
		}
		String name = property.toString();
		if (name.equals(CASE_ID)) {
			elContext.setPropertyResolved(true);
			return caseId(elContext);
		}
		Optional<Object> binding = this.bindings.computeIfAbsent(name, (it) -> Bindings.of(this.context, it));
		binding.ifPresent((found) -> elContext.setPropertyResolved(true));
		return binding.orElse(null);
	}

	private CaseId caseId(ELContext elContext) {
		VariableScope scope = (VariableScope) elContext.getContext(VariableScope.class);
		Object value = (scope != null) ? scope.getVariable(CASE_ID) : null;
		return (value != null) ? new CaseId(((Number) value).longValue()) : null;
	}

	@Override
	public Object invoke(ELContext elContext, Object base, Object name, Class<?>[] types, Object[] arguments) {
		if (base == null
				|| AnnotationUtils.findAnnotation(AopUtils.getTargetClass(base), ProcessBinding.class) == null) {
			throw new ProcessEngineException("A diagram may call the methods of process bindings only, not " + name);
		}
		Method method = Bindings.method(base, name.toString())
			.orElseThrow(() -> new ProcessEngineException("No method " + name + " on " + base.getClass()));
		elContext.setPropertyResolved(true);
		Object result = Bindings.invoke(base, method, arguments);
		return (result instanceof Instant moment) ? Date.from(moment) : result;
	}

	@Override
	public Class<?> getType(ELContext elContext, Object base, Object property) {
		return Object.class;
	}

	@Override
	public void setValue(ELContext elContext, Object base, Object property, Object value) {
		// Expressions never write.
	}

	@Override
	public boolean isReadOnly(ELContext elContext, Object base, Object property) {
		return true;
	}

	@Override
	public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext elContext, Object base) {
		return Collections.emptyIterator();
	}

	@Override
	public Class<?> getCommonPropertyType(ELContext elContext, Object base) {
		return Object.class;
	}

}
