package jinbo.exchange.openpgp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SignatureCacheTest {

    private static final Instant AT = Instant.parse("2026-11-24T01:00:00Z");
    private static final int ROUNDS = 200;
    private static final int THREADS = 4;

    @Test
    void concurrentChecksOfSharedSignaturesAgree() throws Exception {
        SecretKeys key = SecretKeys.generate("YUNHE <x@example.org>", AT.minusSeconds(86_400));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                CyclicBarrier together = new CyclicBarrier(THREADS);
                Callable<Integer> asks = () -> {
                    Certificate certificate = key.certificate();
                    together.await();
                    return certificate
                            .usableKeys(KeyUse.SIGN, AT, CryptoPolicy.standard())
                            .size();
                };
                List<Integer> answers = new ArrayList<>();
                for (Future<Integer> answer : threads.invokeAll(List.of(asks, asks, asks, asks))) {
                    answers.add(answer.get());
                }
                assertThat(answers).as("round %d", round).containsOnly(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
