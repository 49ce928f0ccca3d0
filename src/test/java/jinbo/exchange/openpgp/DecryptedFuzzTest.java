package jinbo.exchange.openpgp;

import static jinbo.exchange.openpgp.FuzzedMessageAssertions.ASSOCIATION;
import static jinbo.exchange.openpgp.FuzzedMessageAssertions.isRefusedOrKnown;

import com.code_intelligence.jazzer.junit.FuzzTest;
import jinbo.testing.NightlyRun;
import org.junit.jupiter.api.BeforeAll;

/** Fuzzes decrypted packets, which anybody with our certificate can create. */
class DecryptedFuzzTest {

    @BeforeAll
    static void belongsToAPart() {
        NightlyRun.assumeFuzzPartOf(4);
    }

    @FuzzTest
    void packets(byte[] packets) {
        isRefusedOrKnown(ForgedMessages.encrypted(ASSOCIATION.certificate(), packets));
    }
}
