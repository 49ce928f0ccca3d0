package jinbo.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Manifests and receipts that insurers have kept, held against an export. */
class KeptAnswerTest {

    private static final MadeLog LOG = MadeLog.of(30);
    private static final String FIRST = LOG.first(10).manifest(1, 3, 0);
    private static final String SECOND = LOG.first(20).manifest(2, 15, 10);

    @TempDir
    private Path folder;

    @Test
    void manifestsThatFollowEachOtherAgreeWithTheLog() {
        assertThat(verify(LOG, FIRST, SECOND))
                .isInstanceOfSatisfying(
                        Outcome.Whole.class, whole -> assertThat(whole.kept()).isEqualTo(2));
    }

    @Test
    void aManifestOfAForkIsFound() {
        MadeLog fork = LOG.with(7, LOG.entries().get(7).replace(":24}", ":23}"));

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

        MadeLog listed = LOG.with(3, LOG.entries().get(3).replace(":24}", ":24,\"list\":{\"sequence\":\"00000001\"}}"));
        assertThat(verify(listed, listed.first(10).manifest(1, 3, 0)).isWhole()).isTrue();
        assertThat(faultOf(verify(listed, listed.first(10).manifest(7, 3, 6)))).isEqualTo(Fault.ENTRY_OF_OTHER_ANSWER);
    }

    @Test
    void whatIsNoOpenedAnswerIsRefused() {
        assertThat(faultOf(verify(LOG, "-----BEGIN PGP MESSAGE-----"))).isEqualTo(Fault.JSON_MALFORMED);
        assertThat(faultOf(verify(LOG, "{}"))).isEqualTo(Fault.ANSWER_FIELD);
        assertThat(faultOf(verify(LOG, FIRST.replace("\"access_log_index\": 3", "\"access_log_index\": 3.5"))))
                .isEqualTo(Fault.JSON_MALFORMED);
        assertThat(faultOf(verify(LOG, FIRST.replace("\"access_log_index\": 3", "\"other\": 3"))))
                .isEqualTo(Fault.ANSWER_FIELD);
        assertThat(faultOf(verify(LOG, FIRST.replace("{", "{\"insurer\":\"YUNHE\","))))
                .isEqualTo(Fault.JSON_MALFORMED);
        assertThat(faultOf(verify(LOG, "[".repeat(100_000)))).isEqualTo(Fault.JSON_MALFORMED);
        assertThat(faultOf(verify(LOG, FIRST.replace("\\n10\\n", "\\n11\\n")))).isEqualTo(Fault.SIGNATURE_WRONG);
    }

    private Outcome verify(MadeLog log, String... answers) {
        Path key = MadeLog.write(folder.resolve("key"), MadeLog.SIGNER.key());
        Path export = folder.resolve("export-" + log.hashCode());
        log.export(export);
        List<Path> files = Stream.iterate(0, i -> i < answers.length, i -> i + 1)
                .map(i -> MadeLog.write(folder.resolve("answer-" + i), answers[i]))
                .toList();
        return new VerifyLog(VerifyLog.USUAL_TOLERANCE, (done, total) -> {}).verify(key, export, List.of(), files);
    }

    private static Fault faultOf(Outcome outcome) {
        return outcome instanceof Outcome.NotConsistent different
                ? different.finding().fault()
                : ((Outcome.Unreadable) outcome).finding().fault();
    }
}
