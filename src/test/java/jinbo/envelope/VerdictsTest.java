package jinbo.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.junit.jupiter.api.Test;

/** A signature of a certificate is verified once, however often the certificate is asked. */
class VerdictsTest {

    private static final Certificate CERTIFICATE = SecretKeys.generate(
                    "somebody", Instant.parse("2012-09-21T01:00:00Z"))
            .certificate();
    private static final PGPPublicKey PRIMARY = CERTIFICATE.keys().get(0);

    private final AtomicInteger verified = new AtomicInteger();
    private final Verdicts verdicts = new Verdicts();

    @Test
    void aVerdictIsKeptWhicheverItIs() {
        for (boolean verdict : new boolean[] {true, false}) {
            PGPSignature signature = overAUserId();
            verified.set(0);

            assertThat(ask(signature, verdict)).isEqualTo(verdict);
            assertThat(ask(signature, !verdict)).isEqualTo(verdict);
            assertThat(verified).hasValue(1);
        }
    }

    @Test
    void whatCannotBeReadDoesNotVerifyNorIsItAskedAgain() {
        PGPSignature signature = overAUserId();

        for (int i = 0; i < 2; i++) {
            assertThat(verdicts.verifies(signature, PRIMARY, () -> {
                        verified.incrementAndGet();
                        throw new PGPException("broken");
                    }))
                    .isFalse();
        }

        assertThat(verified).hasValue(1);
    }

    @Test
    void twoSignaturesOfTheSameBytesHaveAVerdictEach() {
        PGPSignature one = overAUserId();
        PGPSignature other = overAUserId();

        assertThat(ask(one, true)).isTrue();
        assertThat(ask(other, false)).isFalse();
    }

    private boolean ask(PGPSignature signature, boolean verdict) {
        return verdicts.verifies(signature, PRIMARY, () -> {
            verified.incrementAndGet();
            return verdict;
        });
    }

    /** A new object each time, as if the certificate held several. */
    private static PGPSignature overAUserId() {
        Iterator<PGPSignature> found = Certificate.parse(CERTIFICATE.encoded())
                .keys()
                .get(0)
                .getSignaturesOfType(PGPSignature.POSITIVE_CERTIFICATION);
        return found.next();
    }
}
