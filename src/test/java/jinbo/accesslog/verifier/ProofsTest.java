package jinbo.accesslog.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.verifier.TlogProof.InclusionProof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proofs by the RFC's recursive definition are accepted, and all altered ones refused. */
class ProofsTest {

    private static final LogFixture LOG = LogFixture.of(70);
    private static final int SIZES = 40;

    @TempDir
    private Path folder;

    @Test
    void everyInclusionProofProvesItsEntryAtItsPlaceAlone() {
        for (int size = 1; size <= SIZES; size++) {
            LogFixture log = LOG.first(size);
            Checkpoint head = head(size, size);
            for (int index = 0; index < size; index++) {
                InclusionProof proof = new InclusionProof(hashes(NaiveTree.inclusion(index, log.leaves())));
                for (int other = -1; other <= size; other++) {
                    assertThat(proof.proves(bytes(index), other, head))
                            .as(index + " of " + size + " at " + other)
                            .isEqualTo(other == index);
                }
                assertThat(proof.proves(bytes(index + 1), index, head)).isFalse();
                for (List<Hash> damaged : damaged(proof.hashes())) {
                    assertThat(new InclusionProof(damaged).proves(bytes(index), index, head))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void everyConsistencyProofProvesItsPairOfSizesAlone() {
        for (int size = 1; size <= SIZES; size++) {
            Checkpoint newer = head(size, size);
            for (int olderSize = 0; olderSize <= size; olderSize++) {
                Checkpoint older = head(olderSize, olderSize);
                ConsistencyProof proof = new ConsistencyProof(
                        hashes(NaiveTree.consistency(olderSize, LOG.first(size).leaves())));
                assertThat(proof.proves(older, newer))
                        .as(olderSize + " to " + size)
                        .isTrue();
                if (olderSize > 0) {
                    assertThat(proof.proves(head(olderSize, olderSize + 1), newer))
                            .isFalse();
                    assertThat(proof.proves(older, head(size, size + 1))).isFalse();
                }
                for (List<Hash> damaged : damaged(proof.hashes())) {
                    assertThat(new ConsistencyProof(damaged).proves(older, newer))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void aProofToAnOtherLogOrToThePastProvesNothing() {
        ConsistencyProof none = new ConsistencyProof(List.of());
        Checkpoint elsewhere = new Checkpoint("elsewhere", 7, head(7, 7).root());

        assertThat(none.proves(head(7, 7), head(7, 7))).isTrue();
        assertThat(none.proves(elsewhere, head(7, 7))).isFalse();
        assertThat(none.proves(head(8, 8), head(7, 7))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 7, Long.MAX_VALUE - 1, Long.MAX_VALUE})
    void anIndexOrSizeAtTheEdgeOfNumbersEndsInNoProof(long edge) {
        List<Hash> hashes = hashes(NaiveTree.inclusion(3, LOG.first(7).leaves()));
        Checkpoint huge = new Checkpoint(
                LogFixture.SIGNER.name(), Long.MAX_VALUE, head(7, 7).root());

        assertThat(new InclusionProof(hashes).proves(bytes(3), edge, head(7, 7)))
                .isFalse();
        assertThat(new InclusionProof(hashes).proves(bytes(3), edge, huge)).isFalse();
        assertThat(new ConsistencyProof(hashes).proves(head(7, 7), huge)).isFalse();
        assertThat(new ConsistencyProof(hashes)
                        .proves(new Checkpoint(huge.origin(), Math.max(0, edge), huge.root()), huge))
                .isEqualTo(false);
    }

    @Test
    void aProofFileIsVerifiedWithItsEntry() {
        assertThat(verify(LOG.proof(69), LOG.entries().get(69)))
                .isEqualTo(new VerificationOutcome.Included(LogFixture.SIGNER.name(), 69, 70));
        assertThat(verify(LOG.proof(0), LOG.entries().get(0)).isWhole()).isTrue();
        assertThat(verify(LOG.first(1).proof(0), LOG.entries().get(0)).isWhole())
                .isTrue();
    }

    @Test
    void aProofFileThatBringsItsEntryNeedsNoOther() {
        String extra = "extra " + LogFixture.base64(bytes(69)) + "\nindex";
        String other = "extra " + LogFixture.base64(bytes(68)) + "\nindex";

        assertThat(verify(LOG.proof(69).replace("index", extra)).isWhole()).isTrue();
        assertThat(faultOf(verify(LOG.proof(69).replace("index", other)))).isEqualTo(Fault.INCLUSION_WRONG);
        assertThat(faultOf(verify(LOG.proof(69)))).isEqualTo(Fault.ENTRY_NOT_GIVEN);
    }

    @Test
    void aProofFileThatWasChangedProvesNothing() {
        String proof = LOG.proof(5);
        String line = proof.split("\n")[2] + "\n";
        String entry = LOG.entries().get(5);

        assertThat(faultOf(verify(proof.replace(line, ""), entry))).isEqualTo(Fault.INCLUSION_WRONG);
        assertThat(faultOf(verify(proof.replace(line, line + line), entry))).isEqualTo(Fault.INCLUSION_WRONG);
        assertThat(faultOf(verify(proof.replace(line, line.repeat(100)), entry)))
                .isEqualTo(Fault.PROOF_SHAPE);
        assertThat(faultOf(verify(proof.replace("index 5", "index 6"), entry))).isEqualTo(Fault.INCLUSION_WRONG);
        assertThat(faultOf(verify(proof.replace("index 5", "index 05"), entry))).isEqualTo(Fault.PROOF_SHAPE);
        assertThat(faultOf(verify(proof.replace("index 5", "index 70"), entry))).isEqualTo(Fault.INDEX_BEYOND_SIZE);
        assertThat(faultOf(verify(proof.replace("index 5", "index 9223372036854775808"), entry)))
                .isEqualTo(Fault.PROOF_SHAPE);
        assertThat(faultOf(verify(proof.replace("@v1", "@v2"), entry))).isEqualTo(Fault.PROOF_SHAPE);
        assertThat(faultOf(verify(proof.replace("\n", "\r\n"), entry))).isEqualTo(Fault.TEXT_INVALID);
        assertThat(faultOf(verify(proof, entry + "\n"))).isNotNull();
    }

    private VerificationOutcome verify(String proof, String entry) {
        return new VerifyProof()
                .verify(
                        LogFixture.write(folder.resolve("key"), LogFixture.SIGNER.key()),
                        LogFixture.write(folder.resolve("proof"), proof),
                        Optional.of(LogFixture.write(folder.resolve("entry"), entry)));
    }

    private VerificationOutcome verify(String proof) {
        return new VerifyProof()
                .verify(
                        LogFixture.write(folder.resolve("key"), LogFixture.SIGNER.key()),
                        LogFixture.write(folder.resolve("proof"), proof),
                        Optional.empty());
    }

    private static Fault faultOf(VerificationOutcome verificationOutcome) {
        return ((VerificationOutcome.Unreadable) verificationOutcome).finding().fault();
    }

    /** Shortened, lengthened, doubled or reversed, or with a flipped bit in each hash. */
    private static List<List<Hash>> damaged(List<Hash> hashes) {
        List<List<Hash>> damaged = new ArrayList<>();
        Hash more = TreeHasher.emptyRoot();
        damaged.add(with(hashes, hashes.size(), more));
        damaged.add(with(hashes, 0, more));
        for (int i = 0; i < hashes.size(); i++) {
            List<Hash> without = new ArrayList<>(hashes);
            without.remove(i);
            damaged.add(without);
            damaged.add(with(hashes, i, hashes.get(i)));
            byte[] bytes = hashes.get(i).bytes().clone();
            bytes[i % Hash.BYTES] ^= 4;
            List<Hash> flipped = new ArrayList<>(hashes);
            flipped.set(i, Hash.wrap(bytes));
            damaged.add(flipped);
        }
        return damaged;
    }

    private static List<Hash> with(List<Hash> hashes, int place, Hash more) {
        List<Hash> longer = new ArrayList<>(hashes);
        longer.add(place, more);
        return longer;
    }

    private static List<Hash> hashes(List<byte[]> proof) {
        return proof.stream().map(Hash::wrap).toList();
    }

    private static byte[] bytes(int index) {
        return LOG.entries().get(index).getBytes(StandardCharsets.UTF_8);
    }

    /** A checkpoint with a size and the root of perhaps another size. */
    private static Checkpoint head(long size, int ofSize) {
        return new Checkpoint(
                LogFixture.SIGNER.name(),
                size,
                Hash.wrap(NaiveTree.root(LOG.first(ofSize).leaves())));
    }
}
