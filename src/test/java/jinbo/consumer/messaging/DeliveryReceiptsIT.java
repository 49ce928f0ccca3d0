package jinbo.consumer.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import jinbo.platform.files.OwnerOnlyFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Genuine and forged delivery receipts. */
class DeliveryReceiptsIT {

    private static final DeliveryReceipts.Outcome ACCEPTED = new DeliveryReceipts.Outcome.Accepted();
    private static final DeliveryReceipts.Outcome FORGED = new DeliveryReceipts.Outcome.Forged();
    private static final DeliveryReceipts.Outcome STALE = new DeliveryReceipts.Outcome.Stale();
    private static final DeliveryReceipts.Outcome UNKNOWN = new DeliveryReceipts.Outcome.Unknown();
    private static final DeliveryReceipts.Outcome MALFORMED = new DeliveryReceipts.Outcome.Malformed();

    @TempDir
    private Path home;

    private TestSms sms;
    private String id;

    @BeforeEach
    void aMessageThatTheFirstHasTaken() throws IOException {
        sms = new TestSms(home);
        sms.send();
        id = sms.first.only().field("id");
    }

    @AfterEach
    void close() {
        sms.close();
    }

    @Test
    void handsFailedMessageToTheSecondOnce() {
        assertThat(sms.report("first", id, "FAILED")).isEqualTo(ACCEPTED);
        assertThat(sms.report("first", id, "FAILED")).as("the same again").isEqualTo(UNKNOWN);

        assertThat(sms.second.only().field("id")).isEqualTo(id);
        assertThat(sms.second.only().field("to")).isEqualTo(TestSms.NUMBER);
        assertThat(sms.second.only().field("text")).isEqualTo(TestSms.MESSAGE.text());
        assertThat(sms.first.requests()).hasSize(1);
    }

    @Test
    void endsAfterFailureOfTheSecond() {
        sms.report("first", id, "FAILED");

        assertThat(sms.report("second", id, "FAILED")).isEqualTo(ACCEPTED);
        assertThat(sms.first.requests()).hasSize(1);
        assertThat(sms.second.requests()).hasSize(1);
        assertThat(sms.underWay().size()).isZero();
    }

    @Test
    void forgetsDeliveredMessages() {
        assertThat(sms.report("first", id, "DELIVERED")).isEqualTo(ACCEPTED);

        assertThat(sms.underWay().size()).isZero();
        assertThat(sms.report("first", id, "FAILED")).isEqualTo(UNKNOWN);
        assertThat(sms.second.requests()).isEmpty();
    }

    @Test
    void ignoresFailuresAfterFiveMinutes() {
        sms.clock.pass(Duration.ofMinutes(5).plusSeconds(1));

        assertThat(sms.report("first", id, "FAILED")).isEqualTo(UNKNOWN);
        assertThat(sms.second.requests()).isEmpty();
    }

    @Test
    void concurrentReceiptsSendTheMessageOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<DeliveryReceipts.Outcome> outcomes = threads
                    .invokeAll(Stream.generate(
                                    () -> (Callable<DeliveryReceipts.Outcome>) () -> sms.report("first", id, "FAILED"))
                            .limit(32)
                            .toList())
                    .stream()
                    .map(DeliveryReceiptsIT::done)
                    .toList();

            assertThat(outcomes).containsOnlyOnce(ACCEPTED);
            assertThat(sms.second.requests()).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 500})
    void aReceiptMayBeFasterThanTheAnswerWhateverThatIs(int status) {
        sms.first.answers(request -> {
            String now = sms.first.requests().get(1).field("id");
            sms.report("first", now, "FAILED");
            request.sendResponseHeaders(status, -1);
        });

        sms.send();

        assertThat(sms.second.only().field("id"))
                .isEqualTo(sms.first.requests().get(1).field("id"));
    }

    @Test
    void refusesForgedReceipts() {
        String body = "{\"id\":\"" + id + "\",\"state\":\"FAILED\"}";
        String now = sms.now();
        String genuine = ReferenceHmac.signature(TestSms.SECRET, now, TestSms.bytes(body));
        String others = ReferenceHmac.signature(TestSms.OTHER_SECRET, now, TestSms.bytes(body));
        String later = Long.toString(Long.parseLong(now) + 1);

        assertThat(sms.receipt("first", now, "", body)).as("unsigned").isEqualTo(FORGED);
        assertThat(sms.receipt("first", now, "v1,", body)).as("nothing signed").isEqualTo(FORGED);
        assertThat(sms.receipt("first", now, others, body)).as("another secret").isEqualTo(FORGED);
        assertThat(sms.receipt("first", later, genuine, body))
                .as("made younger")
                .isEqualTo(FORGED);
        assertThat(sms.receipt("first", "0" + now, genuine, body))
                .as("another timestamp for the same time")
                .isEqualTo(FORGED);
        assertThat(sms.receipt("first", now, genuine, body.replace("FAILED", "DELIVERED")))
                .as("another state")
                .isEqualTo(FORGED);
        assertThat(sms.receipt("first", now, genuine.substring(3), body))
                .as("without version")
                .isEqualTo(FORGED);
        assertThat(sms.receipt("first", now, "v1,x ".repeat(1000) + genuine, body))
                .as("a thousand tries")
                .isEqualTo(FORGED);
        assertThat(sms.second.requests()).isEmpty();
        assertThat(sms.receipt("first", now, genuine, body)).isEqualTo(ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "-1348189205", "1348189205.5", "99999999999999999999", "١٣٤٨١٨٩٢٠٥"})
    void aTimestampThatIsNoneIsForged(String timestamp) {
        assertThat(sms.signed("first", timestamp, "{}")).isEqualTo(FORGED);
    }

    @Test
    void refusesReplayedReceipts() {
        String signedAt = sms.now();
        String body = "{\"id\":\"" + id + "\",\"state\":\"FAILED\"}";

        sms.clock.pass(Duration.ofSeconds(301));

        assertThat(sms.signed("first", signedAt, body)).isEqualTo(STALE);
        assertThat(sms.signed("first", Long.toString(Long.parseLong(sms.now()) + 301), body))
                .as("or signed for later")
                .isEqualTo(STALE);
    }

    @Test
    void refusesReceiptsOfOtherGateways() {
        assertThat(sms.report("second", id, "FAILED")).isEqualTo(UNKNOWN);
        assertThat(sms.report("third", id, "FAILED")).isEqualTo(UNKNOWN);
        assertThat(sms.report("outbox", id, "FAILED")).isEqualTo(UNKNOWN);
        assertThat(sms.report("first", "00000000-0000-0000-0000-000000000000", "FAILED"))
                .isEqualTo(UNKNOWN);
        assertThat(sms.second.requests()).isEmpty();
    }

    @Test
    void refusesOurOwnRequest() {
        GatewayServer.Request ours = sms.first.only();

        assertThat(sms.receipt(
                        "first", ours.timestamp(), ours.signature(), new String(ours.body(), StandardCharsets.UTF_8)))
                .isEqualTo(MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "not json",
                "{\"id\":\"ID\"}",
                "{\"id\":\"ID\",\"state\":\"LOST\"}",
                "{\"id\":\"ID\",\"state\":1}",
                "{\"id\":1,\"state\":\"FAILED\"}",
                "{\"id\":\"ID\\n\",\"state\":\"FAILED\"}",
                "{\"id\":\"ID\",\"state\":\"DELIVERED\",\"state\":\"FAILED\"}",
                "{\"id\":\"ID\",\"state\":\"FAILED\",\"more\":1}",
                "{\"id\":\"ID\",\"state\":\"FAILED\"} {}"
            })
    void whatIsSignedButNoReceiptIsRefused(String body) {
        assertThat(sms.signed("first", sms.now(), body.replace("ID", id))).isEqualTo(MALFORMED);
        assertThat(sms.second.requests()).isEmpty();
    }

    @Test
    void refusesDeepAndLargeBodies() {
        assertThat(sms.signed("first", sms.now(), "[".repeat(4000))).isEqualTo(MALFORMED);
        assertThat(sms.signed("first", sms.now(), " ".repeat(5000))).isEqualTo(MALFORMED);
    }

    @Test
    void acceptsBothSecretsDuringAChange() throws IOException {
        new OwnerOnlyFile(sms.secretFile("first")).write(TestSms.OTHER_SECRET + "\n" + TestSms.SECRET + "\n");

        assertThat(sms.report("first", id, "DELIVERED")).isEqualTo(ACCEPTED);
    }

    @Test
    void namesMissingSecretFile() throws IOException {
        Files.delete(sms.secretFile("first"));

        assertThat(sms.report("first", id, "FAILED"))
                .isInstanceOfSatisfying(
                        DeliveryReceipts.Outcome.Unverifiable.class,
                        outcome -> assertThat(outcome.why()).contains("jinbo.sms.first.secret-file"));
        assertThat(sms.second.requests()).isEmpty();
    }

    private static DeliveryReceipts.Outcome done(Future<DeliveryReceipts.Outcome> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
