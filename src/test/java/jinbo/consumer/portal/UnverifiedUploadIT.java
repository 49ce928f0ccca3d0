package jinbo.consumer.portal;

import static jinbo.consumer.portal.PortalVisitor.next;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import jinbo.accesslog.LogTree;
import jinbo.exchange.format.Receipt;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.openpgp.ForgedSignature;
import jinbo.exchange.openpgp.Sealer.ContentWriter;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.testing.AttackTable;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Consumers can register while a file is verified or held, because neither needs the registry lock. */
@Timeout(600)
class UnverifiedUploadIT {

    private static final String DAY = "20261124";
    private static final String HEADER = "mobile,complaint,complained_on,consent,scope,term,reference\r\n";
    private static final String REGISTERED = "3 of 3 consumers have registered meanwhile";

    /** Measured runs have the machine to themselves. */
    private static final boolean MEASURED = System.getProperty("jinbo.unverified.rows") != null;

    /** More rows than are kept in memory or may be staged. */
    private static final int ROWS = Integer.getInteger("jinbo.unverified.rows", 1_060_000);

    private static final Duration MOST = Duration.ofMillis(500);

    private static final int HELD_ABOVE = 1_052_000;

    @TempDir
    static Path folder;

    private static TestPortal portal;
    private static TestExchange exchange;
    private static long numbers = 13810002000L;

    @BeforeAll
    static void open() throws IOException {
        portal = TestPortal.open(
                folder,
                Map.of(
                        "jinbo.collect-uploads.hold.rows",
                        Integer.toString(HELD_ABOVE),
                        "jinbo.consumer.codes-per-address",
                        "10000"));
        exchange = portal.exchange();
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    @Test
    void unverifiedCopiesOfARowKeepNobodyWaiting() throws IOException {
        String name = "complaints-YUNHE-" + DAY + "-001.csv.pgp";
        forge(name, clear -> {
            clear.write(HEADER.getBytes(StandardCharsets.US_ASCII));
            byte[] row = "13810001234,TELEMARKETING,2026-11-20,,,,\r\n".getBytes(StandardCharsets.US_ASCII);
            Random random = new Random(1);
            for (int i = 0; i < ROWS; i++) {
                clear.write(row, 0, row.length - 2);
                // random data, because of the limit for the compression ratio
                clear.write('a' + random.nextInt(26));
                clear.write(row, row.length - 2, 2);
            }
        });
        List<PortalVisitor> consumers = consumers();
        List<String> registered = new ArrayList<>();
        exchange.at(FaultPoint.STAGED, () -> {
            consumers.forEach(consumer -> registered.add(register(consumer)));
            // the signed head must not wait for its result
            exchange.bean(LogTree.class).sign();
        });

        // warm up
        assertThat(register(consumers().get(0))).startsWith("/done/");
        List<Duration> took;
        Duration lock;
        try (LockWaits locks = LockWaits.of(exchange.owner())) {
            took = registeringWhile(exchange::collect);
            lock = locks.longest();
        }

        System.out.printf(
                "%,d rows: %d registrations while they were ingested, in milliseconds: %d in the middle, %d in 99 of 100"
                        + " at most, %d at most; %d at most waiting for a lock%n",
                ROWS,
                took.size(),
                took.get(took.size() / 2).toMillis(),
                took.get((took.size() - 1) * 99 / 100).toMillis(),
                took.get(took.size() - 1).toMillis(),
                lock.toMillis());
        assertThat(lock).as("longest wait for a lock").isLessThan(MOST);
        if (MEASURED) {
            assertThat(took.get(took.size() - 1)).as("longest registration").isLessThan(MOST);
        }
        Receipt receipt = exchange.receiptOf("YUNHE", name);
        AttackTable.row(
                "upload: unverified, more copies of a row than memory holds, under a signature that is not over them",
                "ENVELOPE_INVALID; " + REGISTERED,
                codes(receipt) + "; " + seen(registered));
        assertThat(receipt.status()).isEqualTo(ReceiptStatus.REFUSED);
        assertThat(exchange.count(
                        "registration_batch b join inbound_file f on f.id = b.inbound_file where f.remote_name = '"
                                + name + "'"))
                .isZero();
    }

    @Test
    void unverifiedWithdrawalsKeepNobodyWaiting() throws IOException {
        String upload = "complaints-YUNHE-" + DAY + "-002.csv.pgp";
        exchange.upload("YUNHE", upload, complaints(3));
        exchange.collect();
        String name = "withdrawals-YUNHE-" + DAY + "-001.csv.pgp";
        forge(name, clear -> clear.write(withdrawals(upload, 2, 3).getBytes(StandardCharsets.US_ASCII)));
        List<PortalVisitor> consumers = consumers();
        List<String> registered = new ArrayList<>();
        exchange.at(FaultPoint.STAGED, () -> consumers.forEach(consumer -> registered.add(register(consumer))));

        exchange.collect();

        AttackTable.row(
                "upload: unverified, withdrawals under a signature that is not over them",
                "ENVELOPE_INVALID; " + REGISTERED,
                codes(exchange.receiptOf("YUNHE", name)) + "; " + seen(registered));
        assertThat(exchange.count("withdrawal")).isZero();
    }

    /** Another session holds the lock. */
    @Test
    void answersHeldFilesWithoutTheRegistryLock() throws SQLException {
        String upload = "complaints-CHANGQING-" + DAY + "-001.csv.pgp";
        exchange.upload("CHANGQING", upload, complaints(3));
        exchange.collect();
        String inSequence = "complaints-CHANGQING-" + DAY + "-002.csv.pgp";
        exchange.upload("CHANGQING", inSequence, complaints(50));
        String inVain = "withdrawals-CHANGQING-" + DAY + "-001.csv.pgp";
        exchange.upload(
                "CHANGQING",
                inVain,
                withdrawals(upload, IntStream.rangeClosed(2, 20).toArray()));
        try (LockedTable held = portal.hold("registry_head")) {
            exchange.collect();

            assertThat(held.isHeld()).isTrue();
            assertThat(List.of(
                            exchange.receiptOf("CHANGQING", inSequence).status(),
                            exchange.receiptOf("CHANGQING", inVain).status()))
                    .containsOnly(ReceiptStatus.HELD);
        }
        assertThat(exchange.findingsOf("CHANGQING", inVain)).hasSize(17).contains("5 line LINE_UNKNOWN");
        assertThat(exchange.count("withdrawal")).isZero();
    }

    private static void forge(String name, ContentWriter content) throws IOException {
        try (OutputStream out =
                Files.newOutputStream(exchange.drop("YUNHE", "upload").resolve(name))) {
            ForgedSignature.seal(
                    exchange.ownCertificate(),
                    TestExchange.secretOf("YUNHE"),
                    exchange.clock().instant(),
                    content,
                    out);
        }
    }

    private static String complaints(int rows) {
        String csv = LongStream.range(numbers, numbers + rows)
                .mapToObj(number -> number + ",TELEMARKETING,2026-11-20,,,,\r\n")
                .collect(Collectors.joining("", HEADER, ""));
        numbers += rows + 1;
        return csv;
    }

    private static String withdrawals(String upload, int... lines) {
        String stem = upload.replace(".csv.pgp", "");
        return IntStream.of(lines)
                .mapToObj(line -> stem + "," + line + "\r\n")
                .collect(Collectors.joining("", "file,line\r\n", ""));
    }

    private static List<PortalVisitor> consumers() {
        return IntStream.range(0, 3)
                .mapToObj(i -> new PortalVisitor(portal).prove(Long.toString(++numbers)))
                .toList();
    }

    private static String register(PortalVisitor consumer) {
        return next(consumer.forge("/choose/confirm", withToken(consumer)));
    }

    /** Registers consumers in turn and returns the durations, ascending. */
    private static List<Duration> registeringWhile(Runnable work) {
        List<Duration> took = new ArrayList<>();
        CompletableFuture<Void> done = CompletableFuture.runAsync(work);
        do {
            PortalVisitor consumer = new PortalVisitor(portal).prove(Long.toString(++numbers));
            Map<String, String> form = withToken(consumer);
            long begun = System.nanoTime();
            assertThat(next(consumer.forge("/choose/confirm", form))).startsWith("/done/");
            took.add(Duration.ofNanos(System.nanoTime() - begun));
        } while (!done.isDone());
        done.join();
        Collections.sort(took);
        return took;
    }

    private static Map<String, String> withToken(PortalVisitor consumer) {
        Map<String, String> form = new TreeMap<>(PortalVisitor.choice());
        form.put("_csrf", consumer.token());
        return form;
    }

    private static String seen(List<String> registered) {
        return registered.stream().filter(to -> to.startsWith("/done/")).count() + " of 3 consumers have registered"
                + " meanwhile";
    }

    private static String codes(Receipt receipt) {
        return receipt.tally().findings().keySet().stream().map(Enum::name).collect(Collectors.joining(" "));
    }
}
