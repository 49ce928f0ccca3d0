package jinbo;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import jinbo.accesslog.NumbersGate;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;

/**
 * The packages use each other in the directions that their {@code package-info.java} declare, and in no other; the picture
 * is drawn to {@code target/spring-modulith-docs/components.puml}.
 */
class BoundariesTest {

    private static final ApplicationModules PACKAGES = ApplicationModules.of(JinboConfiguration.class);
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("jinbo");

    @Test
    void packagesKeepTheirDirections() {
        PACKAGES.verify();
    }

    @Test
    void everyPackageSaysWhatItMayUse() {
        assertThat(PACKAGES.stream().map(module -> module.getBasePackage().getName()))
                .allSatisfy(name -> assertThat(CLASSES.getPackage(name).tryGetPackageInfo())
                        .as(name)
                        .hasValueSatisfying(info -> assertThat(info.getAnnotationOfType(ApplicationModule.class)
                                        .allowedDependencies())
                                .as(name)
                                .isNotEqualTo(new String[] {ApplicationModule.OPEN_TOKEN})));
    }

    @Test
    void onlyJobNamesSpringBatch() {
        noClasses()
                .that()
                .resideOutsideOfPackage("jinbo.job..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.batch..")
                .check(CLASSES);
    }

    @Test
    void onlyTheRegistryItsProofAndTheNumbersOfRequestsAndCasesGoThroughTheGateToNumbers() {
        noClasses()
                .that()
                .resideOutsideOfPackages("jinbo.accesslog..", "jinbo.registry..", "jinbo.reconciliation..")
                .and()
                .doNotHaveFullyQualifiedName("jinbo.person.RequestNumbers")
                .and()
                .doNotHaveFullyQualifiedName("jinbo.cases.GuardedCalls")
                .should()
                .callMethodWhere(target(name("open")).and(target(owner(type(NumbersGate.class)))))
                .check(CLASSES);
    }

    @Test
    void theDropKnowsNoOpenPgpAndTheEnvelopeNoSftp() {
        noClasses()
                .that()
                .resideInAPackage("jinbo.drop..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.bouncycastle.openpgp..", "de.siegmar..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("jinbo.envelope..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.sshd..",
                        "de.siegmar..",
                        "java.sql..",
                        "org.springframework.jdbc..",
                        "org.springframework.context..")
                .check(CLASSES);
    }

    @Test
    void thePartnerKnowsNoSpringAndNoDatabase() {
        noClasses()
                .that()
                .resideInAPackage("jinbo.partner..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "org.postgresql..")
                .check(CLASSES);
    }

    @Test
    void theVerifierIsMadeOfTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage("jinbo.verify..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("jinbo.verify..", "java..")
                .check(CLASSES);
    }

    @Test
    void theRegistryKnowsNoDropNoEnvelopeAndNoInboundFiles() {
        noClasses()
                .that()
                .resideInAPackage("jinbo.registry..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jinbo.drop..", "jinbo.envelope..", "jinbo.inbound..")
                .check(CLASSES);
    }

    @Test
    void thePictureIsDrawn() {
        new Documenter(PACKAGES)
                .writeModulesAsPlantUml(DiagramOptions.defaults().withStyle(DiagramOptions.DiagramStyle.UML))
                .writeModuleCanvases();

        assertThat(Path.of("target", "spring-modulith-docs", "components.puml"))
                .exists()
                .satisfies(file -> assertThat(Files.readString(file)).contains("Registry", "Envelope"));
    }
}
