package jinbo.accesslog.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import jinbo.accesslog.tlog.TlogProof.EntryBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlogProofTest {

    private static final NaiveTree NAIVE = NaiveTree.of(9);
    private static final MerkleTree TREE = new MerkleTree(new InMemoryTileStore(), 0).append(NAIVE.leaves());
    private static final SignedNote HEAD = new Checkpoint(SampleKeys.LOG_NAME, 9, TREE.root()).sign(SampleKeys.log());
    private static final TlogProof PROOF = new TlogProof(
            Optional.of(EntryBytes.of(NaiveTree.entry(3))), 3, TREE.inclusion(3).path(), HEAD);

    @Test
    void a_proof_is_written_as_specified() {
        List<TreeHash> path = TREE.inclusion(3).path();

        assertThat(PROOF)
                .hasToString("c2sp.org/tlog-proof@v1\nextra AAAAAw==\nindex 3\n" + path.get(0) + "\n" + path.get(1)
                        + "\n" + path.get(2) + "\n" + path.get(3) + "\n\n" + HEAD);
    }

    @Test
    void a_proof_is_read_as_it_was_written_with_and_without_the_entry_and_hashes() throws TlogFormatException {
        TlogProof without = new TlogProof(Optional.empty(), 3, PROOF.path(), HEAD);
        TlogProof lonely = new TlogProof(Optional.empty(), 0, List.of(), HEAD);

        assertThat(TlogProof.parse(PROOF.toString())).isEqualTo(PROOF);
        assertThat(TlogProof.parse(without.toString())).isEqualTo(without);
        assertThat(TlogProof.parse(lonely.toString())).isEqualTo(lonely);
    }

    @Test
    void a_proof_holds_for_its_entry_under_the_logs_key_only() throws TlogException {
        TreeHash leaf = PROOF.entry().orElseThrow().leaf();

        assertThat(PROOF.holds(leaf, SampleKeys.log().verifierKey())).isTrue();
        assertThat(PROOF.holds(NAIVE.leaves().get(4), SampleKeys.log().verifierKey()))
                .isFalse();
        assertThat(new TlogProof(PROOF.entry(), 9, PROOF.path(), HEAD)
                        .holds(leaf, SampleKeys.log().verifierKey()))
                .isFalse();
        assertThatThrownBy(() -> PROOF.holds(leaf, SampleKeys.other("x").verifierKey()))
                .isInstanceOf(UnverifiedNoteException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c2sp.org/tlog-proof@v1 | c2sp.org/tlog-proof@v2 | line 1",
                "extra AAAAAw== | extra AAAAAw | line 2",
                "extra AAAAAw== | extra AAAAAx== | line 2",
                "extra AAAAAw== | Extra AAAAAw== | line 2",
                "index 3 | index 03 | line 3",
                "index 3 | index -3 | line 3",
                "index 3 | index  | line 3",
                "index 3 | index 9223372036854775808 | line 3",
                "index 3 | level 3 | line 3",
            })
    void a_line_that_deviates_is_named(String sound, String deviating, String place) {
        assertThatThrownBy(() -> TlogProof.parse(PROOF.toString().replace(sound, deviating)))
                .isInstanceOfSatisfying(
                        TlogFormatException.class, e -> assertThat(e.place()).isEqualTo(place));
    }

    @Test
    void a_proof_that_is_cut_anywhere_or_goes_on_is_refused() {
        String proof = PROOF.toString();
        for (int length = 0; length < proof.length(); length++) {
            String cut = proof.substring(0, length);
            assertThatThrownBy(() -> TlogProof.parse(cut))
                    .as("%d characters", length)
                    .isInstanceOf(TlogFormatException.class);
        }
        assertThatThrownBy(() -> TlogProof.parse(proof + "\n")).isInstanceOf(TlogFormatException.class);
    }

    @Test
    void more_hashes_than_any_log_needs_are_refused() {
        String many = PROOF.toString().replace("index 3\n", "index 3\n" + (TREE.root() + "\n").repeat(60));

        assertThatThrownBy(() -> TlogProof.parse(many)).hasMessageContaining("more hashes than any log needs");
    }

    @Test
    void a_consistency_proof_travels_as_texts() throws TlogFormatException {
        ConsistencyProof proof = TREE.consistency(6);

        assertThat(ConsistencyProof.parse(6, 9, proof.texts())).isEqualTo(proof);
        assertThatThrownBy(() -> ConsistencyProof.parse(10, 9, proof.texts())).isInstanceOf(TlogFormatException.class);
        assertThatThrownBy(() -> ConsistencyProof.parse(-1, 9, proof.texts())).isInstanceOf(TlogFormatException.class);
        assertThatThrownBy(() -> ConsistencyProof.parse(6, 9, List.of("AAAA")))
                .isInstanceOfSatisfying(
                        TlogFormatException.class, e -> assertThat(e.place()).isEqualTo("hash 0"));
        assertThatThrownBy(() -> ConsistencyProof.parse(
                        6, 9, java.util.Collections.nCopies(66, TREE.root().toString())))
                .isInstanceOf(TlogFormatException.class);
    }
}
