package jinbo.consumer.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import jinbo.platform.webhook.DeliveryOutcome;
import jinbo.reference.phone.Mobile;
import jinbo.testing.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OutboxGatewayIT {

    @TempDir
    private Path home;

    private Path file;
    private Path earlier;
    private OutboxGateway outbox;

    @BeforeEach
    void anOutbox() {
        outbox = new OutboxGateway(home.resolve("outbox"), new SettableClock("2012-09-21T09:00:05+08:00"));
        file = home.resolve("outbox/messages.jsonl");
        earlier = home.resolve("outbox/messages.1.jsonl");
    }

    @Test
    void writesOneLineOfJsonPerMessage() throws IOException {
        assertThat(outbox.send("a", TestSms.MESSAGE)).isEqualTo(new DeliveryOutcome.Taken());
        outbox.send("b", TestSms.MESSAGE);

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        JsonNode line = JsonMapper.shared().readTree(lines.get(0));
        assertThat(line.propertyNames()).containsExactlyInAnyOrder("id", "at", "to", "text");
        assertThat(line.path("id").asString()).isEqualTo("a");
        assertThat(line.path("at").asString()).isEqualTo("2012-09-21T01:00:05Z");
        assertThat(line.path("to").asString()).isEqualTo(TestSms.NUMBER);
        assertThat(line.path("text").asString()).isEqualTo(TestSms.MESSAGE.text());
    }

    @Test
    void escapesLineFeedsInTexts() throws IOException {
        String line = "\"}\n{\"id\":\"x\",\"to\":\"13900000000\"}";
        outbox.send("a", new ShortMessage(new Mobile(13_812_345_678L), line));

        assertThat(Files.readAllLines(file))
                .singleElement()
                .satisfies(one -> assertThat(
                                JsonMapper.shared().readTree(one).path("text").asString())
                        .isEqualTo(line));
    }

    @Test
    void onlyTheOwnerCanReadIt() throws IOException {
        outbox.send("a", TestSms.MESSAGE);

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(file.getParent()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void refusesFileThatOthersCanRead() throws IOException {
        outbox.send("a", TestSms.MESSAGE);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(outbox.send("b", TestSms.MESSAGE).toString())
                .contains("chmod 600")
                .doesNotContain(TestSms.NUMBER, TestSms.CODE);
        assertThat(Files.readAllLines(file)).hasSize(1);
    }

    @Test
    void rotatesLargeFileAndKeepsItPrivate() throws IOException {
        outbox.send("a", TestSms.MESSAGE);
        grow();
        outbox.send("b", TestSms.MESSAGE);
        assertThat(Files.size(earlier)).isEqualTo(OutboxGateway.ROLLED_AT);
        assertThat(Files.readAllLines(file)).singleElement().asString().contains("\"b\"");

        grow();
        outbox.send("c", TestSms.MESSAGE);

        assertThat(Files.readAllLines(file)).singleElement().asString().contains("\"c\"");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(earlier)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (var all = Files.list(file.getParent())) {
            assertThat(all).hasSize(3).as("and the lock");
        }
    }

    @Test
    void writesCompleteLinesFromManyThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(32);
        for (int i = 0; i < 2000; i++) {
            String id = Integer.toString(i);
            threads.execute(() -> outbox.send(id, TestSms.MESSAGE));
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

        assertThat(Files.readAllLines(file))
                .hasSize(2000)
                .extracting(
                        line -> JsonMapper.shared().readTree(line).path("id").asString())
                .doesNotHaveDuplicates();
    }

    private void grow() throws IOException {
        try (RandomAccessFile grown = new RandomAccessFile(file.toFile(), "rw")) {
            grown.setLength(OutboxGateway.ROLLED_AT);
        }
    }
}
