package jinbo.exchange.openpgp;

import static jinbo.exchange.openpgp.FuzzedMessageAssertions.isRefusedOrKnown;

import com.code_intelligence.jazzer.junit.FuzzTest;
import jinbo.testing.NightlyRun;
import org.junit.jupiter.api.BeforeAll;

/** Messages of a fuzzer, as they come from a drop; in a build those that were kept from its runs. */
class MessageFuzzTest {

    @BeforeAll
    static void belongsToAPart() {
        NightlyRun.assumeFuzzPartOf(3);
    }

    @FuzzTest
    void message(byte[] sealed) {
        isRefusedOrKnown(sealed);
    }
}
