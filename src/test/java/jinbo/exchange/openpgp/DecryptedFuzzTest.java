package jinbo.exchange.openpgp;

import static jinbo.exchange.openpgp.FuzzedMessages.ASSOCIATION;
import static jinbo.exchange.openpgp.FuzzedMessages.isRefusedOrKnown;

import com.code_intelligence.jazzer.junit.FuzzTest;
import jinbo.testing.Nightly;
import org.junit.jupiter.api.BeforeAll;

/** Packets of a fuzzer, as they come out of a decryption: anybody who has our certificate can prepare that. */
class DecryptedFuzzTest {

    @BeforeAll
    static void belongsToAPart() {
        Nightly.fuzzOnlyInPartOf(4);
    }

    @FuzzTest
    void packets(byte[] packets) {
        isRefusedOrKnown(Forge.encrypted(ASSOCIATION.certificate(), packets));
    }
}
