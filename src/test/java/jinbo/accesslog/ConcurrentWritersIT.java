package jinbo.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import jinbo.accesslog.verifier.VerificationOutcome;
import jinbo.accesslog.verifier.VerifyLog;
import jinbo.platform.home.Home;
import jinbo.testing.SettableClock;
import jinbo.testing.TestJvm;
import jinbo.testing.TestSlice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four of eight writers are killed and restarted, four lose their connections, and sequencers in three processes die
 * between tree and checkpoint. Every committed entry is in the tree exactly once.
 *
 * <p>{@code -Djinbo.crash.seed} chooses the moments, {@code -Djinbo.crash.lives} their number.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ConcurrentWritersIT {

    private static final long SEED = Long.getLong("jinbo.crash.seed", 20120921);
    private static final int LIVES = Integer.getInteger("jinbo.crash.lives", 2);
    private static final int PROCESSES = 2;
    private static final int WRITERS_A_PROCESS = 2;
    private static final int WRITERS_HERE = 4;
    private static final int LONGEST_LIFE_MILLIS = 700;
    private static final int PAUSE_MILLIS = 20;
    private static final String TIME = "2012-09-21T09:00:00+08:00";

    @TempDir
    Path folder;

    private final Queue<Long> committed = new ConcurrentLinkedQueue<>();
    private final Queue<String> died = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();

    @BeforeAll
    static void silence() {
        LogWriterProgram.setLevel(Level.OFF);
    }

    @AfterAll
    static void speak() {
        LogWriterProgram.setLevel(null);
    }

    @Test
    void leaveNoGapAndNothingTwiceWhoeverOfThemDies() throws Exception {
        TestSlice parts = new TestSlice(new SettableClock(TIME), "jinbo.accesslog");
        ExecutorService threads = Executors.newCachedThreadPool();
        try (parts) {
            LogTree tree = parts.bean(LogTree.class);
            new SampleAccesses(parts.bean(AccessLog.class)).whole("first");
            List<Path> kept = new ArrayList<>(List.of(keep(0, tree.sign())));
            List<Callable<Integer>> here = new ArrayList<>();
            for (int i = 0; i < WRITERS_HERE; i++) {
                here.add(() -> write(parts.bean(AccessLog.class)));
            }
            here.add(() -> cutConnections(parts));
            here.add(() -> sign(tree, kept));
            List<Future<Integer>> running = here.stream().map(threads::submit).toList();
            List<Future<Integer>> processes = new ArrayList<>();
            for (int i = 0; i < PROCESSES; i++) {
                long seed = SEED + i;
                processes.add(threads.submit(() -> liveAndDie(parts, seed)));
            }
            for (Future<Integer> process : processes) {
                assertThat(process.get()).as("entries of one process").isPositive();
            }
            over.set(true);
            for (Future<Integer> work : running) {
                assertThat(work.get())
                        .as("of the writers, the one who cuts, the one who signs")
                        .isPositive();
            }

            String last = tree.sign();

            assertThat(parts.bean(CheckLog.class).all(index -> {})).isEmpty();
            everythingStandsInTheTreeOnce(parts);
            parts.bean(LogEvidence.class).export(folder.resolve("export"));
            kept.add(keep(kept.size(), last));
            assertThat(verify(tree, kept)).isInstanceOf(VerificationOutcome.Whole.class);
            System.out.printf(
                    "seed %d: %d entries known as committed, %d checkpoints, processes ended %s%n",
                    SEED, committed.size(), kept.size(), died);
        } finally {
            over.set(true);
            threads.shutdownNow();
        }
    }

    private void everythingStandsInTheTreeOnce(TestSlice parts) {
        // containsAll and containsExactlyInAnyOrder take quadratic time
        List<Long> entries = ids(parts, "select id from access_log_entry order by id");
        Set<Long> lost = new HashSet<>(committed);
        lost.removeAll(new HashSet<>(entries));
        assertThat(lost).isEmpty();
        assertThat(committed).doesNotHaveDuplicates();
        assertThat(ids(parts, "select entry from access_log_pending")).isEmpty();
        assertThat(ids(parts, "select entry from access_log_place order by entry"))
                .isEqualTo(entries);
        assertThat(ids(parts, "select count(*) - max(index) - 1 from access_log_place"))
                .as("gaps")
                .containsExactly(0L);
    }

    /** The number of commits known here; unknown after a lost connection. */
    private int write(AccessLog log) throws InterruptedException {
        int written = 0;
        while (!over.get()) {
            try {
                AccessPermit permit = log.begin(SampleAccesses.to("from here"));
                committed.add(permit.accessId());
                committed.add(log.completeNow(permit, AccessResult.of("DONE", 1)));
                written += 2;
                // otherwise the number of entries depends on the machine
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (AccessLogUnavailableException cut) {
                continue;
            }
        }
        return written;
    }

    private int cutConnections(TestSlice parts) throws InterruptedException {
        Random random = new Random(SEED);
        int cut = 0;
        while (!over.get()) {
            List<Long> sessions = ids(parts, """
                    select pid from pg_stat_activity
                    where datname = current_database() and usename = 'jinbo_runtime' order by pid
                    """);
            if (!sessions.isEmpty()) {
                long pid = sessions.get(random.nextInt(sessions.size()));
                cut += ids(
                                parts,
                                "select count(*) filter (where pg_terminate_backend(" + pid + "::int)) from (select) x")
                        .get(0)
                        .intValue();
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(150));
        }
        return cut;
    }

    private int sign(LogTree tree, List<Path> kept) throws InterruptedException, IOException {
        int signed = 0;
        while (!over.get()) {
            try {
                kept.add(keep(kept.size(), tree.sign()));
                signed++;
            } catch (AccessLogAlarmException alarm) {
                throw alarm;
            } catch (RuntimeException cut) {
                // a lost connection; the next one signs
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return signed;
    }

    /** The number of entries that a process and its successors have written. */
    private int liveAndDie(TestSlice parts, long seed) throws IOException, InterruptedException {
        Random random = new Random(seed);
        int written = 0;
        for (int life = 0; life < LIVES; life++) {
            Process process = start(parts, random.nextLong());
            try (BufferedReader lines = process.inputReader()) {
                String line = lines.readLine();
                ProcessHandle handle = process.toHandle();
                Thread killer = new Thread(() -> killAfter(handle, random.nextInt(LONGEST_LIFE_MILLIS)));
                killer.start();
                String last = "killed";
                for (; line != null; line = lines.readLine()) {
                    if (line.matches("\\d+")) {
                        committed.add(Long.parseLong(line));
                        written++;
                    } else {
                        last = line;
                    }
                }
                killer.join();
                died.add(last);
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
        return written;
    }

    private static void killAfter(ProcessHandle process, int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }

    private Process start(TestSlice parts, long seed) throws IOException {
        return TestJvm.process(
                        LogWriterProgram.class.getName(),
                        parts.bean(Home.class).root().toString(),
                        parts.dataSource().getJdbcUrl(),
                        TIME,
                        Integer.toString(WRITERS_A_PROCESS),
                        Long.toString(seed))
                .redirectError(new File(folder.toFile(), "errors-" + seed))
                .start();
    }

    private Path keep(int number, String note) throws IOException {
        return Files.writeString(folder.resolve("kept-" + number), note);
    }

    private VerificationOutcome verify(LogTree tree, List<Path> kept) throws IOException {
        Path key = Files.writeString(folder.resolve("log.vkey"), tree.verifierKey());
        return new VerifyLog(VerifyLog.USUAL_TOLERANCE, (done, total) -> {})
                .verify(key, folder.resolve("export"), kept, List.of());
    }

    private static List<Long> ids(TestSlice parts, String query) {
        return parts.sql().sql(query).query(Long.class).list();
    }
}
