package jinbo.consumer.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jinbo.platform.home.DatabaseKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShortMessagesIT {

    @TempDir
    private Path home;

    private TestSms sms;

    @BeforeEach
    void start() throws IOException {
        sms = new TestSms(home);
    }

    @AfterEach
    void close() {
        sms.close();
    }

    @Test
    void usesOutboxWithoutGatewayInAnOwnDatabase() throws IOException {
        sms.set(TestSms.LONG, TestSms.NONE, TestSms.NONE, DatabaseKind.OWN);

        assertThat(sms.send()).isEqualTo(new ShortMessages.Outcome.Over("outbox"));
        assertThat(Files.readAllLines(home.resolve("outbox/messages.jsonl"))).hasSize(1);
    }

    @Test
    void refusesMessagesWithoutGatewayInASharedDatabase() {
        sms.set(TestSms.LONG, TestSms.NONE, TestSms.NONE, DatabaseKind.SHARED);

        assertThat(sms.send())
                .isInstanceOfSatisfying(
                        ShortMessages.Outcome.Refused.class,
                        refused -> assertThat(refused.why())
                                .contains("jinbo.sms.first.url", "jinbo.sms.first.secret-file", "settings/sms.yaml"));
        assertThat(home.resolve("outbox")).doesNotExist();
    }

    @Test
    void writesNothingToTheOutboxIfAGatewayIsSet() {
        sms.first.answers(GatewayServer.status(500));
        sms.second.answers(GatewayServer.status(500));

        assertThat(sms.send()).isInstanceOf(ShortMessages.Outcome.Refused.class);
        assertThat(home.resolve("outbox")).doesNotExist();
    }

    @Test
    void senderNameCountsForTheLengthOfAMessage() throws IOException {
        sms.sign("【保险禁拨】");
        assertThat(sms.send("x".repeat(494))).isEqualTo(new ShortMessages.Outcome.Over("first"));
        assertThat(sms.first.only().field("text")).isEqualTo("【保险禁拨】" + "x".repeat(494));

        assertThat(sms.send("x".repeat(495)))
                .isEqualTo(new ShortMessages.Outcome.Refused(
                        "with its signature the message has 501 characters; it may have 500"));
        assertThat(sms.first.requests()).hasSize(1);
    }
}
