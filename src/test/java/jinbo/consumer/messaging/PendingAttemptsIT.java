package jinbo.consumer.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import jinbo.testing.SettableClock;
import org.junit.jupiter.api.Test;

class PendingAttemptsIT {

    private final SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");
    private final PendingAttempts underWay = new PendingAttempts(clock);

    @Test
    void nothingStaysLongerThanFiveMinutes() {
        underWay.add(attempt("old"));
        clock.pass(Duration.ofMinutes(4));
        underWay.add(attempt("young"));
        assertThat(underWay.size()).isEqualTo(2);

        clock.pass(Duration.ofMinutes(1).plusSeconds(1));

        assertThat(underWay.end("old", "first")).isEmpty();
        assertThat(underWay.size()).isEqualTo(1);
    }

    @Test
    void thereAreNeverMoreThanTheBoundAndTheNewestStay() {
        for (int i = 0; i < PendingAttempts.MOST + 10; i++) {
            underWay.add(attempt(Integer.toString(i)));
        }

        assertThat(underWay.size()).isEqualTo(PendingAttempts.MOST);
        assertThat(underWay.end("9", "first")).isEmpty();
        assertThat(underWay.end("10", "first")).isPresent();
    }

    @Test
    void ofTwoWhoEndAnAttemptOneDoes() {
        DeliveryAttempt attempt = attempt("a");
        underWay.add(attempt);

        assertThat(underWay.end("a", "first")).containsSame(attempt);
        assertThat(underWay.end(attempt)).isFalse();
    }

    @Test
    void aMessageThatNobodyElseCouldTakeIsNotKept() {
        assertThat(attempt("a").message()).isEmpty();
    }

    private DeliveryAttempt attempt(String id) {
        return new DeliveryAttempt(id, "first", clock.instant(), TestSms.MESSAGE, List.of());
    }
}
