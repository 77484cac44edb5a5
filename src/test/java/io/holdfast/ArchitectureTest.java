package io.holdfast;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.holdfast.model.KindName;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The rules of the house. Each says why; a rule that no class could break would be no rule, so none allows emptiness. */
class ArchitectureTest {
    /** What lies beside the vocabulary is the product's code; tests lie elsewhere. */
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .importUrl(KindName.class.getProtectionDomain().getCodeSource().getLocation());

    private static final JavaClasses TESTS = new ClassFileImporter()
            .importUrl(
                    ArchitectureTest.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void theVocabularyDependsOnNothing() {
        classes()
                .that()
                .resideInAPackage("io.holdfast.model..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.holdfast.model..")
                .because("what a drift or a plan is must be readable and testable without AWS, YAML or a database")
                .check(HOUSE);
    }

    @Test
    void driftAndPlanArePure() {
        classes()
                .that()
                .resideInAnyPackage("io.holdfast.drift..", "io.holdfast.plan..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.holdfast.model..", "io.holdfast.drift..", "io.holdfast.plan..")
                .because("the same states, memory and time must give the same report and the same plan")
                .check(HOUSE);
    }

    @Test
    void whoMayDoWhatIsDecidedWithoutAFramework() {
        classes()
                .that()
                .resideInAPackage("io.holdfast.access..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.holdfast.model..", "io.holdfast.access..")
                .because("every combination of who, what and where must be testable without a server")
                .check(HOUSE);
    }

    @Test
    void environmentsAreShownThroughOneDoor() {
        noClasses()
                .that()
                .resideInAPackage("io.holdfast.web..")
                .and()
                .doNotHaveSimpleName("Environments")
                .and()
                .doNotHaveSimpleName("Troubles")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("StatusBoard")
                .because("web.Environments leaves out what the visitor may not see, and the board does not")
                .check(HOUSE);
    }

    @Test
    void onlyKindsAwsAndAppKnowTheSdk() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.holdfast.kind..", "io.holdfast.aws..", "io.holdfast.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .because("the SDK's nulls and builders stop at the rim")
                .check(HOUSE);
    }

    @Test
    void theSandboxKnowsNothingOfTheRest() {
        noClasses()
                .that()
                .resideInAPackage("io.holdfast.sandbox..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.holdfast..").and(not(resideInAPackage("io.holdfast.sandbox.."))))
                .because("a judge that shares code with the judged shares its mistakes")
                .check(HOUSE);
    }

    @Test
    void onlyAppKnowsTheSandbox() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.holdfast.sandbox..", "io.holdfast.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.holdfast.sandbox..")
                .because("everything else must not be able to tell the sandbox from AWS")
                .check(HOUSE);
    }

    @Test
    void kindsDoNotKnowEachOther() {
        slices().matching("io.holdfast.kind.(*)..")
                .should()
                .notDependOnEachOther()
                .because("kinds meet only through ResourceId, handed to them resolved as References")
                .check(HOUSE);
    }

    @Test
    void onlyAppKnowsEverything() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.holdfast.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.holdfast.app..")
                .because("wiring points at the house, never the house at its wiring")
                .check(HOUSE);
    }

    @Test
    void nobodyAsksTheSystemForTheTime() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .because("time comes in as a Clock, and waiting is a later pass")
                .check(HOUSE);
    }

    @Test
    void nothingPrintsWhereALoggerBelongs() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.holdfast.cli..", "io.holdfast.app..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("only the command line speaks to a terminal")
                .check(HOUSE);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .because("such a name is a place where code gathers that has no home")
                .check(HOUSE);
    }

    @Test
    void theVocabularyNeverReturnsAMutableCollection() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("io.holdfast.model..")
                .and()
                .arePublic()
                .should()
                .notHaveRawReturnType(java.util.ArrayList.class)
                .andShould()
                .notHaveRawReturnType(java.util.HashMap.class)
                .because("a value that can be changed from outside is no value")
                .check(HOUSE);
    }

    @Test
    void whatNeedsTheServiceIsRunByItself() {
        classes()
                .that()
                .areAnnotatedWith(QuarkusTest.class)
                .should()
                .haveSimpleNameEndingWith("IT")
                .because("two processes share the other tests, and each would have to start the service for it")
                .check(TESTS);
    }
}
