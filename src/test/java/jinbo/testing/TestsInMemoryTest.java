package jinbo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.ServerSocket;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.exchange.sftp.server.EmbeddedSftpServer;
import jinbo.platform.home.EmbeddedDatabase;
import jinbo.platform.net.FreePort;
import org.apache.sshd.server.SshServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;
import org.openqa.selenium.WebDriver;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * {@code mvn test} starts no server, no browser and no process: a class that uses such a part is one of {@code mvn
 * verify}, {@code *IT}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TestsInMemoryTest {

    /** Of the program, of libraries, and of the test kit, which is not looked into. */
    private static final Set<String> REAL_PARTS = Stream.of(
                    Browser.class,
                    EmbeddedDatabase.class,
                    EmbeddedPostgres.class,
                    EmbeddedSftpServer.class,
                    FaultySftpServer.class,
                    FreePort.class,
                    HtmlValidator.class,
                    HttpServer.class,
                    JinboProcess.class,
                    MisnamingSftpServer.class,
                    OpenSshServer.class,
                    ExternalProgram.class,
                    ProcessBuilder.class,
                    ProxiedDatabase.class,
                    ServerCertificate.class,
                    ServerSocket.class,
                    ServerSocketChannel.class,
                    Shell.class,
                    SpringApplicationBuilder.class,
                    SshServer.class,
                    SystemPostgres.class,
                    TcpProxy.class,
                    TestDatabase.class,
                    TestExchange.class,
                    TestGateway.class,
                    TestJvm.class,
                    TestSlice.class,
                    ThirdPartySftpServer.class,
                    SmallFileSystem.class,
                    ObservableSftpServer.class,
                    WebDriver.class)
            .map(Class::getName)
            .collect(Collectors.toSet());

    /** Not read; a test that names one of them uses what it uses. */
    private static final Pattern CLASS_OVER_REAL_PARTS = Pattern.compile(".*IT(\\$.*)?(\\.class)?");

    /** What all classes share that are tested in one process. */
    private static final Set<String> SETTERS = Set.of(
            "java.util.Locale.setDefault",
            "java.util.TimeZone.setDefault",
            "java.lang.System.setProperty",
            "java.lang.System.clearProperty",
            "java.lang.System.setProperties",
            "java.lang.System.setIn",
            "java.lang.System.setOut",
            "java.lang.System.setErr",
            CapturedLog.class.getName() + ".<init>");

    private final Map<String, JavaClass> tests = new HashMap<>();

    @BeforeAll
    void read() {
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .withImportOption(location -> !location.matches(CLASS_OVER_REAL_PARTS))
                .importPackages("jinbo")
                .forEach(type -> tests.put(type.getName(), type));
    }

    @Test
    void whoeverSetsWhatAllShareRunsAlone() {
        assertThat(tests.values())
                .filteredOn(type -> type.getCodeUnitAccessesFromSelf().stream()
                        .map(use -> use.getTargetOwner().getName() + "." + use.getName())
                        .anyMatch(SETTERS::contains))
                .filteredOn(type -> !isOfTheKit(type.getName()))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(type.isAnnotatedWith(Isolated.class))
                        .as(type.getName())
                        .isTrue());
    }

    @Test
    void usesNoRealPart() {
        assertThat(tests.values())
                .filteredOn(type -> type.getSimpleName().endsWith("Test") && type.isTopLevelClass())
                .hasSizeGreaterThan(100)
                .filteredOn(type -> !type.getName().equals(getClass().getName()))
                .allSatisfy(test ->
                        assertThat(realPartsUsedBy(test)).as(test.getName()).isEmpty());
    }

    private boolean isOfTheKit(String name) {
        return name.startsWith(getClass().getPackageName() + ".");
    }

    /** By the test or by what it uses of the tests. */
    private Set<String> realPartsUsedBy(JavaClass test) {
        Map<String, String> seen = new HashMap<>();
        Deque<JavaClass> toLookAt = new ArrayDeque<>(Set.of(test));
        while (!toLookAt.isEmpty()) {
            JavaClass type = toLookAt.remove();
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String name = dependency.getTargetClass().getName();
                if (seen.putIfAbsent(name, type.getName()) == null && tests.containsKey(name) && !isOfTheKit(name)) {
                    toLookAt.add(tests.get(name));
                }
            }
        }
        return seen.entrySet().stream()
                .filter(used -> REAL_PARTS.contains(used.getKey())
                        || CLASS_OVER_REAL_PARTS.matcher(used.getKey()).matches())
                .map(used -> used.getKey() + " by " + used.getValue())
                .collect(Collectors.toSet());
    }
}
