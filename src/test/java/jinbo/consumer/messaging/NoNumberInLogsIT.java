package jinbo.consumer.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Path;
import jinbo.platform.home.DatabaseKind;
import jinbo.testing.CapturedLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Logs at any level contain only gateway, outcome and identifier. */
class NoNumberInLogsIT {

    @TempDir
    private Path home;

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger client = (Logger) LoggerFactory.getLogger("jdk.internal.httpclient");
    private final Logger gateway = (Logger) LoggerFactory.getLogger("com.sun.net.httpserver");
    private final Level level = root.getLevel();
    private CapturedLog logged;
    private TestSms sms;

    @BeforeEach
    void listen() throws IOException {
        sms = new TestSms(home);
        logged = new CapturedLog();
        root.setLevel(Level.TRACE);
        // as application.yaml has it
        client.setLevel(Level.OFF);
        // the receiving side logs the numbers if java.util.logging is bridged
        gateway.setLevel(Level.OFF);
    }

    @AfterEach
    void close() {
        root.setLevel(level);
        client.setLevel(null);
        gateway.setLevel(null);
        logged.close();
        sms.close();
    }

    @Test
    void logsNoNumberTextAddressOrSecret() {
        sms.send();
        String id = sms.first.only().field("id");
        sms.report("first", id, "FAILED");
        sms.report("second", id, "DELIVERED");
        sms.receipt("first", sms.now(), "v1,forged", TestSms.NUMBER + TestSms.CODE);
        sms.signed("first", sms.now(), "{\"id\":\"" + TestSms.NUMBER + "\",\"state\":\"FAILED\"}");
        sms.first.answers(GatewayServer.status(500));
        sms.second.answers(request -> {});
        sms.send();
        sms.areToAnswerSoon();
        sms.first.isSilent();
        sms.send();
        sms.set(TestSms.LONG, TestSms.NONE, TestSms.NONE, DatabaseKind.OWN);
        sms.send();

        assertThat(String.join("\n", logged.linesOf("jinbo.consumer.messaging.")))
                .contains(
                        "sms gateway=first outcome=\"accepted\" id=" + id,
                        "sms gateway=first outcome=\"failed\" id=" + id,
                        "sms gateway=second outcome=\"accepted\" id=" + id,
                        "sms gateway=second outcome=\"delivered\" id=" + id,
                        "it has answered 500",
                        "has not answered within",
                        "gateway=outbox");
        assertThat(logged.lines())
                .noneMatch(line -> line.contains(TestSms.NUMBER)
                        || line.contains(TestSms.CODE)
                        || line.contains("token-in-the-path")
                        || line.contains(TestSms.SECRET));
    }
}
