package jinbo.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import jinbo.testing.TestJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterProcessMutexIT {

    @TempDir
    private Path folder;

    @Test
    void noTwoThreadsWorkAtOnceWhateverTheyCallTheFolder() throws Exception {
        AtomicInteger working = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Callable<Integer>> all = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            InterProcessMutex one = new InterProcessMutex(
                    number % 2 == 0 ? folder : folder.resolve("x/..").normalize());
            all.add(() -> one.call(() -> {
                most.accumulateAndGet(working.incrementAndGet(), Math::max);
                Thread.yield();
                return working.decrementAndGet();
            }));
        }
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            for (Future<Integer> one : threads.invokeAll(all)) {
                assertThat(one.get()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(most).hasValue(1);
        assertThat(OwnerOnlyPermissions.isOpenToOthers(folder.resolve("lock"))).isFalse();
    }

    @Test
    void workWithinWorkGoesOnAndWhatFailsLetsTheNextBegin() throws IOException {
        InterProcessMutex one = new InterProcessMutex(folder);

        assertThat(one.call(() -> one.call(() -> "within"))).isEqualTo("within");
        assertThatThrownBy(() -> one.call(() -> {
                    throw new IOException("failed");
                }))
                .hasMessage("failed");
        assertThat(one.call(() -> "next")).isEqualTo("next");
    }

    @Test
    void itWaitsForAnotherProcessUntilThatIsGone() throws Exception {
        Process other = TestJvm.process(InterProcessMutexIT.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            BufferedReader said = other.inputReader(StandardCharsets.UTF_8);
            assertThat(said.readLine()).isEqualTo("alone");
            Future<String> waits = threads.submit(() -> new InterProcessMutex(folder).call(() -> "alone"));
            assertThatThrownBy(() -> waits.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

            other.destroyForcibly().waitFor();

            assertThat(waits.get(60, TimeUnit.SECONDS)).isEqualTo("alone");
        } finally {
            other.destroyForcibly();
            threads.shutdownNow();
        }
    }

    /** The other process: works until it is killed or its input ends. */
    public static void main(String[] arguments) throws IOException {
        new InterProcessMutex(Path.of(arguments[0])).call(() -> {
            System.out.println("alone");
            return System.in.read();
        });
    }
}
