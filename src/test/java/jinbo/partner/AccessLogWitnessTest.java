package jinbo.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jinbo.accesslog.verifier.VerifierKey;
import jinbo.exchange.format.ListKind;
import jinbo.exchange.format.Manifest;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.partner.VerificationResult.NotGenuine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AccessLogWitnessTest {

    private static final Path VECTORS = Path.of("exchange-formats", "access-log", "v1", "vectors");
    private static final String HASH = "0".repeat(64);

    private AccessLogWitness witness;

    @BeforeEach
    void readKey() throws Exception {
        witness = new AccessLogWitness(VerifierKey.parse(
                Files.readString(VECTORS.resolve("export/log.vkey")).strip()));
    }

    @Test
    void aHeadThatContinuesTheOneBeforeIsRight() throws IOException {
        Manifest first = manifest(1, 99, head("100"), Optional.empty());

        assertThat(seen(first, Optional.empty())).isEqualTo(VerifiedList.LogConsistency.SOUND);
        assertThat(seen(manifest(2, 255, head("256"), proof(100, 256)), Optional.of(first)))
                .isEqualTo(VerifiedList.LogConsistency.SOUND);
    }

    @Test
    void aRewrittenLogIsAFork() throws IOException {
        Manifest first = manifest(1, 99, head("100"), Optional.empty());
        List<String> changed = new ArrayList<>(proof(100, 256).orElseThrow());
        changed.set(0, changed.get(1));

        assertThat(seen(manifest(2, 255, head("256"), Optional.of(changed)), Optional.of(first)))
                .isEqualTo(VerifiedList.LogConsistency.FORKED);
        assertThat(seen(manifest(2, 255, head("256"), Optional.empty()), Optional.of(first)))
                .isEqualTo(VerifiedList.LogConsistency.FORKED);
        assertThat(seen(manifest(2, 0, head("1"), Optional.of(List.of())), Optional.of(first)))
                .as("a log that was cut")
                .isEqualTo(VerifiedList.LogConsistency.FORKED);
    }

    @Test
    void noHeadIsRightOnlyWhileThereWasNoneBefore() throws IOException {
        Manifest without = manifest(1, 99, Optional.empty(), Optional.empty());
        Manifest with = manifest(1, 99, head("100"), Optional.empty());

        assertThat(seen(manifest(2, 255, Optional.empty(), Optional.empty()), Optional.of(without)))
                .isEqualTo(VerifiedList.LogConsistency.NOT_SEEN);
        assertThat(seen(manifest(2, 255, head("256"), Optional.empty()), Optional.of(without)))
                .isEqualTo(VerifiedList.LogConsistency.SOUND);
        assertThat(seen(manifest(2, 255, Optional.empty(), Optional.empty()), Optional.of(with)))
                .isEqualTo(VerifiedList.LogConsistency.FORKED);
    }

    @Test
    void aHeadThatSomebodyElseSignedOrThatDoesNotCoverTheEntryIsRefused() throws IOException {
        Optional<String> forged =
                Optional.of(Files.readString(VECTORS.resolve("refused/checkpoints/signed-by-another-key")));

        assertThat(fault(manifest(1, 0, forged, Optional.empty()))).isEqualTo(DeliveryFault.FORGED);
        assertThat(fault(manifest(1, 100, head("100"), Optional.empty()))).isEqualTo(DeliveryFault.MALFORMED);
    }

    private VerifiedList.LogConsistency seen(Manifest next, Optional<Manifest> last) {
        assertThat(witness.verify(next, last, Instant.EPOCH)).isInstanceOf(Genuine.class);
        return ((Genuine<VerifiedList.LogConsistency>) witness.verify(next, last, Instant.EPOCH)).value();
    }

    private DeliveryFault fault(Manifest first) {
        assertThat(witness.verify(first, Optional.empty(), Instant.EPOCH)).isInstanceOf(NotGenuine.class);
        return ((NotGenuine<VerifiedList.LogConsistency>) witness.verify(first, Optional.empty(), Instant.EPOCH))
                .fault();
    }

    private static Optional<String> head(String size) throws IOException {
        return Optional.of(Files.readString(VECTORS.resolve("checkpoints").resolve(size)));
    }

    private static Optional<List<String>> proof(int from, int to) throws IOException {
        for (JsonNode one : JsonMapper.shared().readTree(Files.readString(VECTORS.resolve("consistency.json")))) {
            if (one.get("from").asInt() == from && one.get("to").asInt() == to) {
                List<String> hashes = new ArrayList<>();
                one.get("proof").forEach(hash -> hashes.add(hash.asString()));
                return Optional.of(hashes);
            }
        }
        throw new AssertionError("No vector from " + from + " to " + to);
    }

    private static Manifest manifest(
            int sequence, long index, Optional<String> head, Optional<List<String>> consistency) {
        return new Manifest(
                PartnerTestKeys.YUNHE.code(),
                sequence,
                ListKind.FULL,
                List.of(PublishedListFixture.LIFE),
                sequence == 1 ? OptionalInt.empty() : OptionalInt.of(sequence - 1),
                sequence == 1 ? Optional.empty() : Optional.of(HASH),
                7,
                Instant.parse("2012-09-21T01:00:00Z"),
                LocalDate.of(2012, 10, 9),
                1,
                1,
                HASH,
                HASH,
                HASH,
                List.of(),
                index,
                head,
                consistency);
    }
}
