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
        offer(1, "certificate");
    }

    @AfterEach
    void close() {
        other.shutdown();
        test.close();
    }

    @Test
    void ofTwoWhoDecideAtOnceTheSecondIsToldThatNoneWaits() {
        Future<OfferedCertificate> second = test.parts().inTransaction(() -> {
            refuse("li", Optional.empty());
            Future<OfferedCertificate> refusing = other.submit(() -> refuse("zhao", Optional.empty()));
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

    @Test
    void ofTwoWhoRefuseAtOnceTheSecondRefusesTheOtherCopies() throws Exception {
        offer(2, "another copy");
        Future<OfferedCertificate> second = test.parts().inTransaction(() -> {
            refuse("li", Optional.of(1L));
            Future<OfferedCertificate> refusing = other.submit(() -> refuse("zhao", Optional.empty()));
            test.parts().awaitWaitingForLock(1);
            return refusing;
        });

        assertThat(second.get().inboundFile()).isEqualTo(2);
        assertThat(offered.waiting()).isEmpty();
        assertThat(offered.findRefusal(TestInsurers.YUNHE, FINGERPRINT))
                .map(Refusal::by)
                .hasValue(List.of("zhao"));
    }

    private void offer(long file, String content) {
        test.parts().sql().sql("""
                insert into inbound_file (insurer, remote_name, stem, size, modified_at, sha256, received_at)
                values ('YUNHE', :content, :content, 1, now(), :content, now())
                """).param("content", content).update();
        offered.record(new OfferedCertificate(
                file, TestInsurers.YUNHE, FINGERPRINT, content.getBytes(StandardCharsets.US_ASCII), now()));
    }

    private OfferedCertificate refuse(String by, Optional<Long> file) {
        return offered.refuse(TestInsurers.YUNHE, FINGERPRINT, file, new Refusal(now(), List.of(by), "not theirs"));
    }

    private Instant now() {
        return test.clock.instant();
    }
}
