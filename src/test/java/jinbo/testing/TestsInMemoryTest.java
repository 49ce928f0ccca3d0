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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.exchange.sftp.server.EmbeddedSftpServer;
import jinbo.platform.home.EmbeddedDatabase;
import jinbo.platform.net.FreePort;
import org.apache.sshd.server.SshServer;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebDriver;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * {@code mvn test} starts no server, no browser and no process: a class that uses such a part is one of {@code mvn
 * verify}, {@code *IT}.
 */
class TestsInMemoryTest {

    /** Of the program, of libraries, and of the test kit, which is not looked into. */
    private static final Set<String> REAL_PARTS = Stream.of(
                    Browser.class,
                    EmbeddedDatabase.class,
                    EmbeddedPostgres.class,
                    EmbeddedSftpServer.class,
                    FaultySftpServer.class,
                    FreePort.class,
                    HttpServer.class,
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
                    TestSlice.class,
                    SmallFileSystem.class,
                    ObservableSftpServer.class,
                    WebDriver.class)
            .map(Class::getName)
            .collect(Collectors.toSet());

    private final Map<String, JavaClass> tests = new HashMap<>();

    @Test
    void usesNoRealPart() {
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages("jinbo")
                .forEach(type -> tests.put(type.getName(), type));

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
                .filter(used -> REAL_PARTS.contains(used.getKey()))
                .map(used -> used.getKey() + " by " + used.getValue())
                .collect(Collectors.toSet());
    }
}
