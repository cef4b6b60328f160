package org.leagueflow.engine.camunda;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.leagueflow.engine.Answers;
import org.leagueflow.engine.ProcessBinding;
import org.leagueflow.engine.Task;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;

/** The classes that bind diagrams to the domain, found by process name. */
final class Bindings {

	private Bindings() {
	}

	static Optional<Object> of(ApplicationContext context, String process) {
		return (context.containsBean(process) && context.findAnnotationOnBean(process, ProcessBinding.class) != null)
				? Optional.of(context.getBean(process)) : Optional.empty();
	}

	/** The public methods that a binding class itself declares. */
	static List<Method> methods(Class<?> binding) {
		return Arrays.stream(binding.getDeclaredMethods())
			.filter((method) -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
			.toList();
	}

	static Optional<Method> method(Object binding, String name) {
		return methods(AopUtils.getTargetClass(binding)).stream()
			.filter((method) -> method.getName().equals(name))
			.findFirst();
	}

	/**
	 * Lets the domain take a person's answer: the binding's method named like the box,
	 * its parameters filled by type.
	 */
	static void answer(Object binding, Method method, Task task, Actor by, Answers answers) {
		List<Object> arguments = new ArrayList<>();
		for (Class<?> type : method.getParameterTypes()) {
			arguments.add(argument(type, task, by, answers));
		}
		invoke(binding, method, arguments.toArray());
	}

	private static Object argument(Class<?> type, Task task, Actor by, Answers answers) {
		if (type == CaseId.class) {
			return task.caseId();
		}
		if (type == Actor.class) {
			return by;
		}
		if (type == Answers.class) {
			return answers;
		}
		if (type == Task.class) {
			return task;
		}
		return typed(type, answers);
	}

	private static Object typed(Class<?> type, Answers answers) {
		try {
			return answers.as(type);
		}
		catch (IllegalArgumentException ex) {
			throw new Refusal.Invalid("refusal.engine.answers");
		}
	}

	static Object invoke(Object binding, Method method, Object... arguments) {
		try {
			method.setAccessible(true);
			return method.invoke(binding, arguments);
		}
		catch (InvocationTargetException ex) {
			if (ex.getTargetException() instanceof RuntimeException cause) {
				throw cause;
			}
			throw new IllegalStateException(ex.getTargetException());
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
