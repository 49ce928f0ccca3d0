package jinbo.accesslog.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Retained manifests and receipts, compared with an export. */
class RetainedAnswerTest {

    private static final LogFixture LOG = LogFixture.of(30);
    private static final String FIRST = LOG.first(10).manifest(1, 3, 0);
    private static final String SECOND = LOG.first(20).manifest(2, 15, 10);

    @TempDir
    private Path folder;

    @Test
    void manifestsThatFollowEachOtherAgreeWithTheLog() {
        assertThat(verify(LOG, FIRST, SECOND))
                .isInstanceOfSatisfying(
                        VerificationOutcome.Whole.class,
                        whole -> assertThat(whole.kept()).isEqualTo(2));
    }

    @Test
    void aManifestOfAForkIsFound() {
        LogFixture fork = LOG.with(7, LOG.entries().get(7).replace(":24}", ":23}"));

        assertThat(faultOf(verify(fork, FIRST))).isEqualTo(Fault.CHECKPOINT_FORKED);
    }

    @Test
    void aManifestOfALongerLogIsFound() {
        assertThat(faultOf(verify(LOG.first(18), SECOND))).isEqualTo(Fault.CHECKPOINT_NEWER);
    }

    @Test
    void aProofBetweenManifestsThatWasShortenedLengthenedOrLeftOutIsFound() {
        String hash = SECOND.substring(SECOND.indexOf('[', SECOND.indexOf("consistency")) + 1)
                .split(",")[0];

        assertThat(faultOf(verify(LOG, FIRST, SECOND.replace(hash + ",", "")))).isEqualTo(Fault.CONSISTENCY_WRONG);
        assertThat(faultOf(verify(LOG, FIRST, SECOND.replace(hash, hash + "," + hash))))
                .isEqualTo(Fault.CONSISTENCY_WRONG);
        assertThat(faultOf(verify(LOG, FIRST, SECOND.replaceFirst(",\"access_log_consistency\":\\[[^\\]]*]", ""))))
                .isEqualTo(Fault.CONSISTENCY_MISSING);
    }

    @Test
    void anEntryThatItsCheckpointDoesNotCoverIsFound() {
        assertThat(faultOf(verify(LOG, LOG.first(10).manifest(1, 10, 0)))).isEqualTo(Fault.INDEX_BEYOND_SIZE);
        assertThat(faultOf(verify(LOG, LOG.first(10).manifest(1, Long.MAX_VALUE, 0))))
                .isEqualTo(Fault.INDEX_BEYOND_SIZE);
    }

    @Test
    void anEntryOfAnotherInsurerOrAnotherListIsFound() {
        assertThat(faultOf(verify(LOG, FIRST.replace("YUNHE", "BEIDOU")))).isEqualTo(Fault.ENTRY_OF_OTHER_ANSWER);
        assertThat(faultOf(verify(LOG, LOG.first(10).manifest(7, 3, 6)))).isEqualTo(Fault.ENTRY_OF_OTHER_ANSWER);
        assertThat(faultOf(verify(LOG, FIRST.replace("00001\"", "00002\"")))).isEqualTo(Fault.ENTRY_OF_OTHER_ANSWER);
        assertThat(faultOf(verify(LOG, FIRST.replaceFirst(", \"sha256\": \"[0-9a-f]*\"", ""))))
                .as("a manifest that does not say which bytes the list has")
                .isEqualTo(Fault.ENTRY_OF_OTHER_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 2, 1, 5, 9})
    void aManifestThatNamesAnEntryWhichVouchesForNoListIsFound(long index) {
        assertThat(faultOf(verify(LOG, LOG.first(10).manifest(1, index, 0)))).isEqualTo(Fault.ENTRY_OF_OTHER_ANSWER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ,"list":{"sequence":"1","sha256":"%s"} | ``
            "sequence":"1",                         | ``
            ,"sha256":"%s"                          | ``
            "sequence":"1"                          | "sequence":"2"
            0001"}                                  | 0011"}
            ,"insurer":"YUNHE"                      | ``
            """)
    void aListsResultThatLacksWhatTheManifestSaysIsFound(String sound, String wrong) {
        String vouches = sound.formatted("%064x".formatted(1));
        assertThat(LOG.entries().get(3)).contains(vouches);
        LogFixture silent = LOG.with(3, LOG.entries().get(3).replace(vouches, wrong))
                .with(
                        2,
                        sound.contains("insurer")
                                ? LOG.entries().get(2).replace(sound, wrong)
                                : LOG.entries().get(2));

        assertThat(faultOf(verify(silent, silent.first(10).manifest(1, 3, 0)))).isEqualTo(Fault.ENTRY_OF_OTHER_ANSWER);
    }

    @Test
    void aReceiptAgreesWithTheVerdictOnItsFileAlone() {
        String receipt = LOG.first(10).receipt(5);

        assertThat(verify(LOG, receipt).isWhole()).isTrue();
        LogFixture released = LOG.with(4, LOG.entries().get(4).replace("TAKE_IN", "RELEASE"))
                .with(5, LOG.entries().get(5).replace("TAKE_IN", "RELEASE"));
        assertThat(verify(released, released.first(10).receipt(5)).isWhole()).isTrue();
        assertThat(faultOf(verify(LOG, LOG.first(10).receipt(4))))
                .as("an intent")
                .isEqualTo(Fault.ENTRY_OF_OTHER_ANSWER);
        assertThat(faultOf(verify(LOG, LOG.first(10).receipt(3)))).as("a list").isEqualTo(Fault.ENTRY_OF_OTHER_ANSWER);
        assertThat(faultOf(verify(LOG, receipt.replace("-001", "-002")))).isEqualTo(Fault.ENTRY_OF_OTHER_ANSWER);
        assertThat(faultOf(verify(LOG, receipt.replace("接收", "拒收")))).isEqualTo(Fault.ENTRY_OF_OTHER_ANSWER);
    }

    @Test
    void whatIsNoOpenedAnswerIsRefused() {
        assertThat(faultOf(verify(LOG, "-----BEGIN PGP MESSAGE-----"))).isEqualTo(Fault.JSON_MALFORMED);
        assertThat(faultOf(verify(LOG, "{}"))).isEqualTo(Fault.ANSWER_FIELD);
        assertThat(faultOf(verify(LOG, FIRST.replace("blocklist/v1", "blocklist/v2"))))
                .isEqualTo(Fault.ANSWER_FIELD);
        assertThat(faultOf(verify(LOG, FIRST.replace("\"access_log_index\": 3", "\"access_log_index\": 3.5"))))
                .isEqualTo(Fault.JSON_MALFORMED);
        assertThat(faultOf(verify(LOG, FIRST.replace("\"access_log_index\": 3", "\"other\": 3"))))
                .isEqualTo(Fault.ANSWER_FIELD);
        assertThat(faultOf(verify(LOG, FIRST.replace("{", "{\"insurer\":\"YUNHE\","))))
                .isEqualTo(Fault.JSON_MALFORMED);
        assertThat(faultOf(verify(LOG, "[".repeat(100_000)))).isEqualTo(Fault.JSON_MALFORMED);
        assertThat(faultOf(verify(LOG, FIRST.replace("\\n10\\n", "\\n11\\n")))).isEqualTo(Fault.SIGNATURE_WRONG);
    }

    private VerificationOutcome verify(LogFixture log, String... answers) {
        Path key = LogFixture.write(folder.resolve("key"), LogFixture.SIGNER.key());
        Path export = folder.resolve("export-" + log.hashCode());
        log.export(export);
        List<Path> files = Stream.iterate(0, i -> i < answers.length, i -> i + 1)
                .map(i -> LogFixture.write(folder.resolve("answer-" + i), answers[i]))
                .toList();
        return new VerifyLog(VerifyLog.USUAL_TOLERANCE, (done, total) -> {}).verify(key, export, List.of(), files);
    }

    private static Fault faultOf(VerificationOutcome verificationOutcome) {
        return verificationOutcome instanceof VerificationOutcome.NotConsistent different
                ? different.finding().fault()
                : ((VerificationOutcome.Unreadable) verificationOutcome)
                        .finding()
                        .fault();
    }
}
