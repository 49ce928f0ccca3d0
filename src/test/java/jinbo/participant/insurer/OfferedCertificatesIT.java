package jinbo.participant.insurer;

import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jinbo.participant.insurer.OfferedCertificates.OfferedCertificate;
import jinbo.participant.insurer.OfferedCertificates.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OfferedCertificatesIT {

    private static final String FINGERPRINT = "0123456789ABCDEF".repeat(4);

    private final TestInsurers test = new TestInsurers();
    private final OfferedCertificates offered = test.parts().bean(OfferedCertificates.class);
    private final ExecutorService other = Executors.newSingleThreadExecutor();

    @BeforeEach
    void offerOne() {
        test.parts().sql().sql("""
                insert into inbound_file (insurer, remote_name, stem, size, modified_at, sha256, received_at)
                values ('YUNHE', 'certificate', 'certificate', 1, now(), 'x', now())
                """).update();
        offered.record(new OfferedCertificate(
                1, TestInsurers.YUNHE, FINGERPRINT, "certificate".getBytes(StandardCharsets.US_ASCII), now()));
    }

    @AfterEach
    void close() {
        other.shutdown();
        test.close();
    }

    @Test
    void ofTwoWhoDecideAtOnceTheSecondIsToldThatNoneWaits() {
        Future<OfferedCertificate> second = test.parts().inTransaction(() -> {
            refuse("li");
            Future<OfferedCertificate> refusing = other.submit(() -> refuse("zhao"));
            test.parts().awaitWaitingForLock(1);
            return refusing;
        });

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(second::get)
                .havingCause()
                .is(error(InsurerError.CERTIFICATE_NOT_OFFERED));
        assertThat(offered.findRefusal(TestInsurers.YUNHE, FINGERPRINT))
                .map(Refusal::by)
                .hasValue(List.of("li"));
    }

    private OfferedCertificate refuse(String by) {
        return offered.refuse(
                TestInsurers.YUNHE, FINGERPRINT, Optional.empty(), new Refusal(now(), List.of(by), "not theirs"));
    }

    private Instant now() {
        return test.clock.instant();
    }
}
