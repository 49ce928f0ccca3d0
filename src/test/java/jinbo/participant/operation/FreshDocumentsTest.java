package jinbo.participant.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jinbo.platform.error.ErrorCode;
import jinbo.testing.SettableClock;
import org.junit.jupiter.api.Test;

class FreshDocumentsTest {

    private static final String NONCE = "0123456789abcdef0123456789abcdef";

    private final SettableClock clock = new SettableClock("2026-11-29T09:00:00+08:00");
    private final Instant begun = clock.instant();
    private final FreshDocuments documents = new FreshDocuments(clock);

    @Test
    void oneComesInOnce() {
        Signer signer = new Signer(Optional.of("a log"), "zhao", begun, NONCE);
        documents.requireFresh(signer);

        assertThat(refused(signer)).isEqualTo(OperationError.CAME_BEFORE);
    }

    @Test
    void refusesDocumentSignedBeforeTheProcessStarted() {
        assertThat(refused(new Signer(Optional.of("a log"), "zhao", begun.minusMillis(1), NONCE)))
                .isEqualTo(OperationError.SIGNED_AT_OTHER_TIME);
        assertThatCode(() -> documents.requireFresh(
                        new Signer(Optional.of("a log"), "zhao", begun.plus(Duration.ofMinutes(1)), NONCE)))
                .doesNotThrowAnyException();
    }

    @Test
    void nobodyKeepsOutWhatOthersSign() {
        for (int i = 0; i < FreshDocuments.MOST; i++) {
            documents.requireFresh(new Signer(Optional.of("a log"), "zhao", begun, String.format("%032x", i)));
        }

        assertThat(refused(new Signer(Optional.of("a log"), "zhao", begun, NONCE)))
                .isEqualTo(OperationError.TOO_MANY);
        assertThat(refused(new Signer(Optional.of("a log"), "zhao", begun, "0".repeat(32))))
                .as("nor does one push its own out")
                .isEqualTo(OperationError.TOO_MANY);
        assertThatCode(() -> documents.requireFresh(new Signer(Optional.of("a log"), "qian", begun, NONCE)))
                .doesNotThrowAnyException();
        clock.set("2026-11-29T09:05:01+08:00");
        assertThatCode(() -> documents.requireFresh(new Signer(Optional.of("a log"), "zhao", clock.instant(), NONCE)))
                .doesNotThrowAnyException();
    }

    private ErrorCode refused(Signer signer) {
        return catchThrowableOfType(OperationException.class, () -> documents.requireFresh(signer))
                .errorMessage()
                .error();
    }
}
