package jinbo.envelope;

import static jinbo.envelope.FuzzedMessages.ASSOCIATION;
import static jinbo.envelope.FuzzedMessages.isRefusedOrKnown;

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
