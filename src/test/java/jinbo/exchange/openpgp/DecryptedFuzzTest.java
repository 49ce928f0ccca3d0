package jinbo.exchange.openpgp;

import static jinbo.exchange.openpgp.FuzzedMessageAssertions.ASSOCIATION;
import static jinbo.exchange.openpgp.FuzzedMessageAssertions.isRefusedOrKnown;

import com.code_intelligence.jazzer.junit.FuzzTest;
import jinbo.testing.NightlyRun;
import org.junit.jupiter.api.BeforeAll;

/** Packets of a fuzzer, as they come out of a decryption: anybody who has our certificate can prepare that. */
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
