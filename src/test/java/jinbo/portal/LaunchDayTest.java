package jinbo.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import jinbo.web.WebPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The day on which a portal opens: many register at the same time, and none is lost. In each build a few hundred, of whom only that
 * is asked; {@code mvn -Plaunch-day test} has them come at a rate for a minute and measures.
 */
class LaunchDayTest {

    private static final boolean WHOLE = Boolean.getBoolean("jinbo.launch-day.whole");
    private static final int RATE = Integer.getInteger("jinbo.launch-day.rate", 110);
    private static final int SECONDS = Integer.getInteger("jinbo.launch-day.seconds", 60);
    private static final long FIRST = 13810000000L;
    private static final Pattern SENT = Pattern.compile("\"to\":\"([0-9]{11})\",\"text\":\"[^\"]*?([0-9]{6})");

    @TempDir
    private Path folder;

    @Test
    void whoeverGetsAReferenceIsRegistered() throws Exception {
        Map<String, String> settings = Map.of(
                "jinbo.portal.port", "0",
                "jinbo.consumer.codes-per-address", "1000000",
                "jinbo.consumer.codes-in-all", "1000000");
        Path home = folder.resolve("home");
        try (TestExchange exchange =
                        TestExchange.start(home, new SettableClock("2026-11-24T09:00:00+08:00"), settings);
                WebPort port = exchange.bean(OpenPortal.class).open()) {
            Telephones telephones = new Telephones(home.resolve("outbox").resolve("messages.jsonl"));
            String url = ((WebPort.Open) port).url();
            Set<String> references = ConcurrentHashMap.newKeySet();
            if (WHOLE) {
                comeAndMeasure(url, telephones, FIRST, 30, 20, references);
                Measured measured = comeAndMeasure(url, telephones, FIRST + 1_000, RATE, SECONDS, references);
                System.out.println(measured);
                assertThat(measured.waits()).isZero();
                assertThat(measured.perSecond()).isGreaterThanOrEqualTo(100);
                assertThat(measured.at(0.99)).isLessThan(Duration.ofMillis(300));
            } else {
                comeAndMeasure(url, telephones, FIRST, 20, 5, references);
            }
            assertThat(exchange.sql()
                            .sql("select reference from consumer_word")
                            .query(String.class)
                            .set())
                    .isEqualTo(references);
            exchange.publish();
            assertThat(exchange.lists("YUNHE").whole().lines().count()).isEqualTo(references.size() + 1L);
        }
    }

    /**
     * How it went.
     *
     * @param registrations that were completed
     * @param took from the first visitor to the last reference
     * @param waits how often somebody was asked to come back later
     * @param answers how long each answer took, in nanoseconds, rising
     */
    private record Measured(int registrations, Duration took, int waits, long[] answers) {

        double perSecond() {
            return registrations / (took.toMillis() / 1000.0);
        }

        Duration at(double share) {
            return Duration.ofNanos(answers[(int) Math.min(answers.length - 1, Math.ceil(share * answers.length))]);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d registrations in %.1f s, %.1f a second; %d answers, p50 %d ms, p99 %d ms, p99.9 %d ms, slowest %d ms; %d times asked to wait",
                    registrations,
                    took.toMillis() / 1000.0,
                    perSecond(),
                    answers.length,
                    at(0.5).toMillis(),
                    at(0.99).toMillis(),
                    at(0.999).toMillis(),
                    at(1).toMillis(),
                    waits);
        }
    }

    /** They come one after another at a rate, however long those before them take. */
    private static Measured comeAndMeasure(
            String url, Telephones telephones, long first, int rate, int seconds, Set<String> references)
            throws InterruptedException, ExecutionException {
        ConcurrentLinkedQueue<Long> answers = new ConcurrentLinkedQueue<>();
        AtomicInteger waits = new AtomicInteger();
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        ExecutorService visitors = Executors.newFixedThreadPool(100);
        List<Future<?>> all = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 0; i < rate * seconds; i++) {
            LockSupport.parkNanos(begun + i * 1_000_000_000L / rate - System.nanoTime());
            String number = Long.toString(first + i);
            all.add(visitors.submit(
                    () -> references.add(new LoadVisitor(http, url, answers::add, waits::incrementAndGet)
                            .register(number, telephones::codeOf))));
        }
        for (Future<?> one : all) {
            one.get();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        visitors.shutdown();
        assertThat(visitors.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        long[] rising = answers.stream().flatMapToLong(LongStream::of).sorted().toArray();
        return new Measured(all.size(), took, waits.get(), rising);
    }

    /** Reads the outbox as it grows, for all telephones together. */
    private static final class Telephones {

        private final Path file;
        private final Map<String, String> codes = new ConcurrentHashMap<>();
        private long read;

        Telephones(Path file) {
            this.file = file;
        }

        String codeOf(String number) {
            while (!codes.containsKey(number)) {
                readOn();
            }
            return codes.remove(number);
        }

        private synchronized void readOn() {
            try (var in = Files.newByteChannel(file)) {
                if (in.size() < read) {
                    read = 0;
                }
                in.position(read);
                java.nio.ByteBuffer bytes = java.nio.ByteBuffer.allocate((int) (in.size() - read));
                while (bytes.hasRemaining() && in.read(bytes) >= 0) {
                    continue;
                }
                String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
                int whole = text.lastIndexOf('\n') + 1;
                read += text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length;
                Matcher sent = SENT.matcher(text.substring(0, whole));
                while (sent.find()) {
                    codes.put(sent.group(1), sent.group(2));
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
