package org.mediaenricher;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Optional;
import java.util.function.Predicate;
import org.mediaenricher.batch.BatchJobs;

/** What each room may touch. */
@AnalyzeClasses(packages = "org.mediaenricher", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule every_class_lives_in_a_room_of_the_plan = classes()
            .should(satisfy(
                    "live in a room", type -> Rooms.of(type).filter(Rooms::has).isPresent()));

    @ArchTest
    static final ArchRule dependencies_point_down_or_along_the_arrows_of_their_floor =
            classes().should(new OnlyKnowWhatThePlanAllows());

    @ArchTest
    static final ArchRule no_circles_between_rooms =
            slices().matching("org.mediaenricher.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule a_room_within_a_room_is_known_to_its_house_alone =
            classes().should(new KeepOutOfOthersInnerRooms());

    @ArchTest
    static final ArchRule http_is_the_api_s_but_for_rest_client_interfaces = noClasses()
            .that()
            .resideOutsideOfPackage("org.mediaenricher.api..")
            .and(not(INTERFACES.and(resideInAnyPackage("org.mediaenricher.listening..", "org.mediaenricher.visits.."))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..");

    @ArchTest
    static final ArchRule faces_are_the_console_s = lives("jakarta.faces..", "org.mediaenricher.console..");

    @ArchTest
    static final ArchRule the_batch_engine_is_batch_s = lives("jakarta.batch..", "org.mediaenricher.batch..");

    @ArchTest
    static final ArchRule enterprise_beans_are_the_schedule_s = lives("jakarta.ejb..", "org.mediaenricher.schedule..");

    @ArchTest
    static final ArchRule s3_is_spoken_in_one_room = lives("software.amazon..", "org.mediaenricher.storage.s3..");

    @ArchTest
    static final ArchRule only_batch_jobs_uses_the_job_operator = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(BatchJobs.class.getName())
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.batch.operations.JobOperator")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.batch.runtime.BatchRuntime");

    @ArchTest
    static final ArchRule media_knows_no_database_no_tenant_and_no_store = noClasses()
            .that()
            .resideInAPackage("org.mediaenricher.media..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "jakarta.persistence..",
                    "jakarta.transaction..",
                    "org.mediaenricher.tenancy..",
                    "org.mediaenricher.storage..");

    @ArchTest
    static final ArchRule nothing_prints = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    private static ArchRule lives(String technology, String room) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(technology);
    }

    private static ArchCondition<JavaClass> satisfy(String rule, Predicate<JavaClass> holds) {
        return new ArchCondition<>(rule) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(type, holds.test(type), type.getName() + ": " + rule));
            }
        };
    }

    /** Down, or along. */
    private static final class OnlyKnowWhatThePlanAllows extends ArchCondition<JavaClass> {
        OnlyKnowWhatThePlanAllows() {
            super("only know lower rooms, and neighbours they have an arrow to");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                Optional<String> other = Rooms.of(dependency.getTargetClass());
                boolean allowed =
                        other.isEmpty() || Rooms.mayKnow(Rooms.of(type).orElseThrow(), other.get());
                events.add(new SimpleConditionEvent(type, allowed, dependency.getDescription()));
            }
        }
    }

    /** {@code storage.s3} is {@code storage}'s own business. */
    private static final class KeepOutOfOthersInnerRooms extends ArchCondition<JavaClass> {
        KeepOutOfOthersInnerRooms() {
            super("keep out of the inner rooms of others");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass();
                boolean inner = target.getPackageName().matches("org\\.mediaenricher\\.\\w+\\..+");
                boolean allowed = !inner || Rooms.of(target).equals(Rooms.of(type));
                events.add(new SimpleConditionEvent(type, allowed, dependency.getDescription()));
            }
        }
    }
}
