package jinbo.exchange.openpgp;

import static jinbo.exchange.openpgp.FuzzedMessageAssertions.isRefusedOrKnown;

import com.code_intelligence.jazzer.junit.FuzzTest;
import jinbo.testing.NightlyRun;
import org.junit.jupiter.api.BeforeAll;

/** Fuzzes messages from a drop; a build only runs the stored corpus. */
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
