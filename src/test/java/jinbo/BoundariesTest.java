package jinbo;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Files;
import java.nio.file.Path;
import jinbo.accesslog.NumberAccessTemplate;
import jinbo.exchange.sftp.ConnectionAttempt;
import jinbo.exchange.sftp.FileDelivery;
import jinbo.exchange.sftp.FileFetch;
import jinbo.exchange.sftp.FolderScanner;
import jinbo.exchange.sftp.Handshake;
import jinbo.exchange.sftp.RemoteFiles;
import jinbo.exchange.sftp.RemoteWriter;
import jinbo.exchange.sftp.UploadArchiver;
import jinbo.testing.ProgramClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;
import org.springframework.stereotype.Component;

/**
 * The areas use each other in the directions that their {@code package-info.java} declare, and in no other; the picture is
 * drawn to {@code target/spring-modulith-docs/components.puml}.
 */
// one object for all: finding the areas takes a moment
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoundariesTest {

    private final ApplicationModules areas = ApplicationModules.of("jinbo");

    @Test
    void areasKeepTheirDirections() {
        areas.verify();
    }

    @Test
    void everyAreaDeclaresWhatItMayUse() {
        assertThat(areas.stream().map(module -> module.getBasePackage().getName()))
                .hasSize(12)
                .allSatisfy(name -> assertThat(
                                ProgramClasses.ALL.getPackage(name).tryGetPackageInfo())
                        .as(name)
                        .hasValueSatisfying(info -> assertThat(info.getAnnotationOfType(ApplicationModule.class)
                                        .allowedDependencies())
                                .as(name)
                                .isNotEqualTo(new String[] {ApplicationModule.OPEN_TOKEN})));
    }

    @Test
    void packagesHaveNoCycles() {
        slices().assignedFrom(new EachPackage()).should().beFreeOfCycles().check(ProgramClasses.ALL);
    }

    /** A component is a record where it has no state; what it holds is its own all the same. */
    @Test
    void nobodyReachesIntoAComponentForWhatItHolds() {
        noClasses()
                .should()
                .accessTargetWhere(describe(
                        "what a component holds, from elsewhere",
                        access -> access.getTargetOwner().isRecord()
                                && access.getTargetOwner().isMetaAnnotatedWith(Component.class)
                                && access.getTargetOwner()
                                        .tryGetField(access.getName())
                                        .isPresent()
                                && access.getTarget() instanceof CodeUnitAccessTarget method
                                && method.getRawParameterTypes().isEmpty()
                                && !file(access.getOriginOwner()).equals(file(access.getTargetOwner()))))
                .check(ProgramClasses.ALL);
    }

    /** {@code archunit.properties} names the packages of Spring in which an annotation may lead to a component. */
    @Test
    void componentsAreThoseOfSpring() {
        assertThat(ProgramClasses.ALL.stream().filter(JavaClass::isRecord))
                .filteredOn(type -> type.isMetaAnnotatedWith(Component.class))
                .hasSizeGreaterThan(50)
                .containsExactlyElementsOf(ProgramClasses.ALL.stream()
                        .filter(JavaClass::isRecord)
                        .filter(type -> AnnotatedElementUtils.isAnnotated(type.reflect(), Component.class))
                        .toList());
    }

    private static String file(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }

    /** The root package puts all the others together. */
    private static final class EachPackage implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getPackageName().startsWith("jinbo.")
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }

    @Test
    void onlyBatchNamesSpringBatch() {
        noClasses()
                .that()
                .resideOutsideOfPackage("jinbo.batch..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.batch..")
                .check(ProgramClasses.ALL);
    }

    @Test
    void onlyBatchNamesSpringIntegration() {
        noClasses()
                .that()
                .resideOutsideOfPackage("jinbo.batch..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.integration..", "org.springframework.messaging..")
                .check(ProgramClasses.ALL);
    }

    @Test
    void onlyTheRegistryItsProofAndTheNumbersOfRequestsAndCasesGoThroughTheGateToNumbers() {
        noClasses()
                .that()
                .resideOutsideOfPackages("jinbo.accesslog", "jinbo.registry", "jinbo.batch.reconciliation")
                .and()
                .doNotHaveFullyQualifiedName("jinbo.participant.staff.RequestNumbers")
                .and()
                .doNotHaveFullyQualifiedName("jinbo.cases.ProtectedCallData")
                .should()
                .callMethodWhere(target(name("open")).and(target(owner(type(NumberAccessTemplate.class)))))
                .check(ProgramClasses.ALL);
    }

    @Test
    void sftpKnowsNoOpenPgpAndOpenPgpNoSftp() {
        noClasses()
                .that()
                .resideInAPackage("jinbo.exchange.sftp..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jinbo.exchange.openpgp..",
                        "org.bouncycastle.openpgp..",
                        "jinbo.platform.csv..",
                        "de.siegmar..",
                        "java.sql..")
                .check(ProgramClasses.ALL);
        noClasses()
                .that()
                .resideInAPackage("jinbo.exchange.openpgp..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jinbo.exchange.sftp..",
                        "jinbo.exchange.format..",
                        "jinbo.participant..",
                        "org.apache.sshd..",
                        "jinbo.platform.csv..",
                        "de.siegmar..",
                        "java.sql..",
                        "org.springframework.jdbc..",
                        "org.springframework.context..")
                .check(ProgramClasses.ALL);
    }

    @Test
    void sftpKnowsNoSpring() {
        noClasses()
                .that()
                .resideInAPackage("jinbo.exchange.sftp..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(ProgramClasses.ALL);
    }

    @Test
    void onlySftpUsesItsConnectionsAndFileOperations() {
        noClasses()
                .that()
                .resideOutsideOfPackage("jinbo.exchange.sftp..")
                .should()
                .dependOnClassesThat(type(ConnectionAttempt.class)
                        .or(type(Handshake.class))
                        .or(type(RemoteFiles.class))
                        .or(type(RemoteWriter.class))
                        .or(type(FileFetch.class))
                        .or(type(FileDelivery.class))
                        .or(type(UploadArchiver.class))
                        .or(type(FolderScanner.class)))
                .check(ProgramClasses.ALL);
    }

    @Test
    void commonsCsvHasOneConfigurationAndFastCsvReadsAndWritesUploadsAndFindingsAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("jinbo.platform.csv")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.commons.csv..")
                .check(ProgramClasses.ALL);
        noClasses()
                .that()
                .resideOutsideOfPackages("jinbo.batch.validation", "jinbo.exchange.format")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("de.siegmar..")
                .check(ProgramClasses.ALL);
    }

    @Test
    void formatsKnowNoSftpAndNoOpenPgp() {
        noClasses()
                .that()
                .resideInAPackage("jinbo.exchange.format..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jinbo.exchange.sftp..", "jinbo.exchange.openpgp..", "jinbo.exchange.keys..")
                .check(ProgramClasses.ALL);
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
                .check(ProgramClasses.ALL);
    }

    @Test
    void theVerifierIsMadeOfTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage("jinbo.accesslog.verifier..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("jinbo.accesslog.verifier..", "java..")
                .check(ProgramClasses.ALL);
        noClasses()
                .that()
                .resideInAnyPackage("jinbo.accesslog", "jinbo.accesslog.tlog..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jinbo.accesslog.verifier..")
                .check(ProgramClasses.ALL);
    }

    @Test
    void theRegistryKnowsNoDropNoOpenPgpAndNoInboundFiles() {
        noClasses()
                .that()
                .resideInAPackage("jinbo.registry")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jinbo.exchange.sftp..",
                        "jinbo.exchange.openpgp..",
                        "jinbo.registry.inbound..",
                        "jinbo.registry.blocklist..")
                .check(ProgramClasses.ALL);
    }

    @Test
    void thePictureIsDrawn() {
        new Documenter(areas)
                .writeModulesAsPlantUml(DiagramOptions.defaults().withStyle(DiagramOptions.DiagramStyle.UML));

        assertThat(Path.of("target", "spring-modulith-docs", "components.puml"))
                .exists()
                .satisfies(file -> assertThat(Files.readString(file)).contains("Registry", "Exchange"));
    }
}
