package org.leagueflow;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leagueflow.kernel.AllowedTo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RequestMapping;

@AnalyzeClasses(packages = "org.leagueflow", importOptions = ImportOption.DoNotIncludeTests.class)
class StructureTests {

	/** Where a transaction begins although the class is no service, and why. */
	private static final Map<String, String> OTHER_TRANSACTIONS = Map.of();

	@ArchTest
	static final ArchRule ONE_PACKAGE_KNOWS_THE_ENGINE = noClasses().that()
		.resideOutsideOfPackage("org.leagueflow.engine.camunda..")
		.should()
		.dependOnClassesThat(resideInAPackage("org.camunda.."))
		.because(
				"only engine.camunda knows which engine it is: ask engine.Processes, UserTasks, Catalogue or Decisions,"
						+ " and add there what is missing");

	@ArchTest
	static final ArchRule THE_VERIFIER_STANDS_ALONE = noClasses().that()
		.resideInAPackage("org.leagueflow.verify..")
		.and()
		.doNotHaveSimpleName("package-info")
		.should()
		.dependOnClassesThat(DescribedPredicate.not(resideInAPackage("java..").or(resideInAPackage("javax.crypto.."))
			.or(resideInAPackage("org.leagueflow.verify.."))))
		.because("nobody has to trust the server in order to check a ballot: use the JDK only");

	@ArchTest
	static final ArchRule VOTES_ARE_COUNTED_IN_PLAIN_JAVA = noClasses().that()
		.resideInAPackage("org.leagueflow.voting..")
		.and()
		.doNotHaveSimpleName("package-info")
		.should()
		.dependOnClassesThat(resideInAnyPackage("org.springframework..", "jakarta..", "java.sql..", "javax.sql.."))
		.because("votes are counted without a server, a database or a meeting: hand in what the count needs");

	@ArchTest
	static final ArchRule SCORES_ARE_MADE_IN_PLAIN_JAVA = noClasses().that()
		.resideInAPackage("org.leagueflow.scoring..")
		.and()
		.doNotHaveSimpleName("package-info")
		.should()
		.dependOnClassesThat(resideInAnyPackage("org.springframework..", "jakarta..", "java.sql..", "javax.sql.."))
		.because("a score is recomputed without a server or a database: hand in what it needs");

	@ArchTest
	static void scoresKnowNoFloatingPoint(JavaClasses classes) {
		noClasses().that()
			.resideInAPackage("org.leagueflow.scoring..")
			.should(dependOnFloatingPoint())
			.because("0.07 × 100 is not 7 in floating point: use Rational or BigDecimal")
			.check(classes);
	}

	/** In fields, parameters, results, and calls that take or give floating point. */
	private static ArchCondition<JavaClass> dependOnFloatingPoint() {
		return new ArchCondition<>("depend on float or double") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				type.getFields()
					.stream()
					.filter((field) -> floating(field.getRawType()))
					.forEach((field) -> say(type, field.getFullName(), events));
				type.getCodeUnits().forEach((unit) -> {
					if (floating(unit.getRawReturnType())
							|| unit.getRawParameterTypes().stream().anyMatch(StructureTests::floating)) {
						say(type, unit.getFullName(), events);
					}
				});
				type.getCodeUnitCallsFromSelf()
					.stream()
					.filter((call) -> floating(call.getTarget().getRawReturnType())
							|| call.getTarget().getRawParameterTypes().stream().anyMatch(StructureTests::floating))
					.forEach((call) -> say(type, call.getDescription(), events));
			}

			private void say(JavaClass type, String what, ConditionEvents events) {
				events.add(SimpleConditionEvent.satisfied(type, what));
			}
		};
	}

	private static boolean floating(JavaClass type) {
		return List.of("float", "double", "java.lang.Float", "java.lang.Double")
			.contains(type.getBaseComponentType().getName());
	}

	@ArchTest
	static final ArchRule CONTROLLERS_ARE_PRIVATE = classes().that()
		.areMetaAnnotatedWith(Controller.class)
		.should()
		.notBePublic()
		.andShould()
		.haveSimpleNameEndingWith("Controller")
		.because("nobody but the web calls a controller: drop 'public' and name it XController");

	@ArchTest
	static final ArchRule SERVICES_ARE_PRIVATE = classes().that()
		.areAnnotatedWith(Service.class)
		.should()
		.notBePublic()
		.andShould()
		.haveSimpleNameEndingWith("Service")
		.because("other modules use the module's public interface: drop 'public' and name the use cases XService");

	@ArchTest
	static final ArchRule REPOSITORIES_ARE_PRIVATE = classes().that()
		.areAssignableTo(Repository.class)
		.or()
		.areAnnotatedWith(org.springframework.stereotype.Repository.class)
		.and()
		.areNotAnnotatedWith(org.springframework.data.repository.NoRepositoryBean.class) // has
																							// no
																							// table
		.should()
		.notBePublic()
		.because("a module's tables are its own: drop 'public' and offer a use case instead");

	@ArchTest
	static final ArchRule ENTITIES_ARE_PRIVATE = classes().that()
		.areAnnotatedWith(Entity.class)
		.should()
		.notBePublic()
		.because("a module's state is its own: drop 'public' and hand out a record");

	@ArchTest
	static final ArchRule ENTITIES_HAVE_NO_SETTERS = noMethods().that()
		.areDeclaredInClassesThat()
		.areAnnotatedWith(Entity.class)
		.should()
		.haveNameMatching("set[A-Z].*")
		.because("state changes through a method that says what happened, such as approve(by, on)");

	@ArchTest
	static final ArchRule SERVICES_HOLD_THE_TRANSACTIONS = methods().that()
		.areAnnotatedWith(Transactional.class)
		.should()
		.beDeclaredInClassesThat(services())
		.because("one click is one transaction, begun by a use case: move the method to an XService,"
				+ " or list the class in StructureTests with the reason");

	@ArchTest
	static final ArchRule TRANSACTIONAL_CLASSES_ARE_SERVICES = classes().that()
		.areAnnotatedWith(Transactional.class)
		.should(be(services()))
		.because("one click is one transaction, begun by a use case: put @Transactional on an XService");

	@ArchTest
	static final ArchRule CONSTRUCTORS_INJECT = noFields().should()
		.beAnnotatedWith(Autowired.class)
		.because("what a class needs stands in its constructor: make the field final and a constructor parameter");

	@ArchTest
	static final ArchRule BEANS_DO_NOT_CHANGE = fields().that()
		.areDeclaredInClassesThat()
		.areAnnotatedWith(Service.class)
		.or()
		.areDeclaredInClassesThat()
		.areMetaAnnotatedWith(Controller.class)
		.should()
		.beFinal()
		.because("many threads share a bean: keep state in tables, and the field final");

	@ArchTest
	static final ArchRule NAMES_SAY_SOMETHING = noClasses().should()
		.haveNameMatching(".*(Impl|Util|Utils|Helper|Manager)$")
		.because("such a name says nothing: name the class by what it is or does, as the office would");

	@ArchTest
	static void simpleNamesStandOnce(JavaClasses any) {
		Map<String, List<Path>> byName = sources().collect(Collectors.groupingBy(StructureTests::typeName));
		assertThat(byName.values())
			.as("types of one name in two places: a reader who knows a type by name finds two;"
					+ " give each the name of what it is in its module")
			.noneMatch((files) -> files.size() > 1);
	}

	@ArchTest
	static void rolesAreNamedByTheFieldsTerms(JavaClasses any) {
		assertThat(sources().map(StructureTests::typeName))
			.as("names that are pictures: a repository is a plural noun or"
					+ " XRepository, a use case XService, a scheduled task XJob, a page's data XPage or XView")
			.noneMatch((name) -> name
				.matches(".+(Desk|Book|Rows|Lines|Sheets|Sweep|Look|Util|Utils|Helper|Manager|Impl)"));
	}

	/** The source files of main and test, of which each holds one top-level type. */
	private static Stream<Path> sources() {
		return Stream.of("src/main/java", "src/test/java").flatMap((root) -> {
			try (Stream<Path> files = Files.walk(Path.of(root))) {
				return files.filter((file) -> file.toString().endsWith(".java"))
					.filter((file) -> !file.endsWith("package-info.java"))
					.toList()
					.stream();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	private static String typeName(Path file) {
		return file.getFileName().toString().replace(".java", "");
	}

	@ArchTest
	static final ArchRule ONE_CLOCK = noClasses().should()
		.callMethod(LocalDate.class, "now")
		.orShould()
		.callMethod(LocalDateTime.class, "now")
		.orShould()
		.callMethod(Clock.class, "systemDefaultZone")
		.because("rules read the one business clock: inject kernel.BusinessClock");

	@ArchTest
	static final ArchRule EVERY_PAGE_SAYS_WHO_MAY_CALL_IT = methods().that()
		.areMetaAnnotatedWith(RequestMapping.class)
		.should()
		.beAnnotatedWith(AllowedTo.class)
		.orShould()
		.beDeclaredInClassesThat(annotatedWith(AllowedTo.class))
		.because("a page without @AllowedTo is refused to everybody: say which roles may call it");

	private static DescribedPredicate<JavaClass> services() {
		return DescribedPredicate.describe("named XService, or listed in StructureTests",
				(type) -> type.getSimpleName().endsWith("Service")
						|| OTHER_TRANSACTIONS.containsKey(type.getFullName()));
	}

}
