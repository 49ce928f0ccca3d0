package jinbo.exchange.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jinbo.exchange.sftp.server.TestDrop;
import jinbo.testing.CapturedLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class NoNumberInMessagesIT {

    private static final String NUMBER = "13810001234";

    @TempDir
    Path home;

    private final Logger library = (Logger) LoggerFactory.getLogger("org.apache.sshd");
    private CapturedLog logged;
    private TestDrop drop;

    @BeforeEach
    void listen() throws IOException {
        drop = new TestDrop(home);
        library.setLevel(Level.INFO);
        logged = new CapturedLog();
    }

    @AfterEach
    void close() throws IOException {
        logged.close();
        library.setLevel(null);
        drop.close();
    }

    @Test
    void anUploadNamedAfterATelephoneNumberLeavesItInNoLogLineAndNoException() throws IOException {
        String name = NUMBER + ".csv";
        TestDrop.put(drop.upload(name), "x");
        TestDrop.put(drop.download(name), "other");
        StringWriter told = new StringWriter();
        try (DropSession session = drop.open()) {
            FileSnapshot fileSnapshot = session.scan().files().get(0);
            told.append(fileSnapshot.toString());
            tell(told, () -> session.deliver(TestDrop.put(home.resolve("sealed"), "x"), name));
            Files.delete(home.resolve("drops/YUNHE/archive"));
            tell(told, () -> session.archive(fileSnapshot, Optional.empty(), name));
            Files.delete(drop.download(name));
            Files.createDirectories(drop.download(name + ".part").resolve("full"));
            tell(told, () -> session.deliver(home.resolve("sealed"), name));
            drop.server.close();
            tell(
                    told,
                    () -> session.fetch(
                            DropFolder.UPLOAD, fileSnapshot, home.resolve("1"), 10, TransferProgressListener.SILENT));
            tell(told, () -> session.deliver(home.resolve("sealed"), "../" + name));
        }

        told.append(String.join("\n", logged.lines()));
        assertThat(told.toString()).contains("***").doesNotContain(NUMBER);
    }

    private static void tell(StringWriter told, org.assertj.core.api.ThrowableAssert.ThrowingCallable failing) {
        Throwable thrown = catchThrowable(failing);
        assertThat(thrown).isNotNull();
        thrown.printStackTrace(new PrintWriter(told, true));
    }
}
