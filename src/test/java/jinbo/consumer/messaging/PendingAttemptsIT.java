package jinbo.consumer.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import jinbo.testing.SettableClock;
import org.junit.jupiter.api.Test;

class PendingAttemptsIT {

    private final SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");
    private final PendingAttempts pendingAttempts = new PendingAttempts(clock);

    @Test
    void expiresAttemptsAfterFiveMinutes() {
        pendingAttempts.add(attempt("old"));
        clock.pass(Duration.ofMinutes(4));
        pendingAttempts.add(attempt("young"));
        assertThat(pendingAttempts.size()).isEqualTo(2);

        clock.pass(Duration.ofMinutes(1).plusSeconds(1));

        assertThat(pendingAttempts.end("old", "first")).isEmpty();
        assertThat(pendingAttempts.size()).isEqualTo(1);
    }

    @Test
    void keepsTheNewestAttemptsUpToTheLimit() {
        for (int i = 0; i < PendingAttempts.MOST + 10; i++) {
            pendingAttempts.add(attempt(Integer.toString(i)));
        }

        assertThat(pendingAttempts.size()).isEqualTo(PendingAttempts.MOST);
        assertThat(pendingAttempts.end("9", "first")).isEmpty();
        assertThat(pendingAttempts.end("10", "first")).isPresent();
    }

    @Test
    void attemptEndsOnce() {
        DeliveryAttempt deliveryAttempt = attempt("a");
        pendingAttempts.add(deliveryAttempt);

        assertThat(pendingAttempts.end("a", "first")).containsSame(deliveryAttempt);
        assertThat(pendingAttempts.end(deliveryAttempt)).isFalse();
    }

    @Test
    void dropsMessageIfNoGatewayIsLeft() {
        assertThat(attempt("a").message()).isEmpty();
    }

    private DeliveryAttempt attempt(String id) {
        return new DeliveryAttempt(id, "first", clock.instant(), TestSms.MESSAGE, List.of());
    }
}
