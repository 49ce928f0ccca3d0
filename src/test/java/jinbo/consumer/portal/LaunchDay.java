package jinbo.consumer.portal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** Registers many visitors at a fixed rate, however long answers take. */
final class LaunchDay {

    static final long FIRST = 13810000000L;

    private static final int AT_ONCE = 200;

    private final Set<String> references = ConcurrentHashMap.newKeySet();
    private final KeepAliveConnections lines;
    private final Telephones telephones;

    /** @param outbox the file with all short messages */
    LaunchDay(String url, Path outbox) {
        this.lines = new KeepAliveConnections(url);
        this.telephones = new Telephones(outbox);
    }

    /**
     * @param took from the first visitor to the last reference
     * @param waits count of rejections
     * @param answers duration of each answer in nanoseconds, ascending
     */
    record Measured(int registrations, Duration took, int waits, long[] answers) {

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
                    "%d registrations in %.1f s, %.1f a second; %d answers: p50 %d ms, p99 %d ms, p99.9 %d ms, slowest %d ms;"
                            + " asked to wait %d times",
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

    /** {@code URL OUTBOX RATE SECONDS}; warms up for the same time at half the rate. */
    public static void main(String[] typed) throws InterruptedException, ExecutionException {
        LaunchDay day = new LaunchDay(typed[0], Path.of(typed[1]));
        int rate = Integer.parseInt(typed[2]);
        int seconds = Integer.parseInt(typed[3]);
        System.out.println("Before: " + day.come(FIRST, Math.max(1, rate / 2), seconds));
        Duration begun = spent();
        Measured measured = day.come(FIRST + (long) rate * seconds, rate, seconds);
        System.out.println("Measured: " + measured);
        System.out.printf(
                Locale.ROOT,
                "The visitors themselves took %.2f ms of processor time for a registration%n",
                spent().minus(begun).toNanos() / 1e6 / measured.registrations());
        System.out.println("References: " + day.references().size());
        System.exit(0);
    }

    private static Duration spent() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    Set<String> references() {
        return Set.copyOf(references);
    }

    Measured come(long first, int rate, int seconds) throws InterruptedException, ExecutionException {
        ConcurrentLinkedQueue<Long> answers = new ConcurrentLinkedQueue<>();
        AtomicInteger waits = new AtomicInteger();
        ExecutorService visitors = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<?>> all = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 0; i < rate * seconds; i++) {
            LockSupport.parkNanos(begun + i * 1_000_000_000L / rate - System.nanoTime());
            String number = Long.toString(first + i);
            all.add(visitors.submit(
                    () -> references.add(new LoadVisitor(lines, addressOf(number), answers::add, waits::incrementAndGet)
                            .register(number, telephones::codeOf))));
        }
        for (Future<?> one : all) {
            one.get();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        visitors.shutdownNow();
        return new Measured(
                all.size(),
                took,
                waits.get(),
                answers.stream().flatMapToLong(LongStream::of).sorted().toArray());
    }

    /** Each number has its own network for documentation (RFC 3849). */
    private static String addressOf(String number) {
        int tail = Integer.parseInt(number, 3, number.length(), 10);
        return "2001:" + Integer.toHexString(tail >>> 16) + ":" + Integer.toHexString(tail & 0xffff) + "::1";
    }

    /** Reads the growing outbox. */
    private static final class Telephones {

        private static final Pattern SENT = Pattern.compile("\"to\":\"([0-9]{11})\",\"text\":\"[^\"]*?([0-9]{6})");

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
            try (SeekableByteChannel in = Files.newByteChannel(file)) {
                // the file was rotated
                read = in.size() < read ? 0 : read;
                in.position(read);
                ByteBuffer bytes = ByteBuffer.allocate((int) (in.size() - read));
                while (bytes.hasRemaining() && in.read(bytes) >= 0) {
                    continue;
                }
                String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
                String whole = text.substring(0, text.lastIndexOf('\n') + 1);
                read += whole.getBytes(StandardCharsets.UTF_8).length;
                Matcher sent = SENT.matcher(whole);
                while (sent.find()) {
                    codes.put(sent.group(1), sent.group(2));
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
