package jinbo.accesslog.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import jinbo.accesslog.tlog.TlogProof.EntryBytes;
import org.junit.jupiter.api.Test;

class TlogProofTest {

    private static final NaiveTree NAIVE = NaiveTree.of(9);
    private static final MerkleTree TREE = new MerkleTree(new InMemoryTileStore(), 0).append(NAIVE.leaves());
    private static final SignedNote HEAD = new Checkpoint(SampleKeys.LOG_NAME, 9, TREE.root()).sign(SampleKeys.log());
    private static final TlogProof PROOF = new TlogProof(
            Optional.of(EntryBytes.of(NaiveTree.entry(3))), 3, TREE.inclusion(3).path(), HEAD);

    @Test
    void writesProofAsSpecified() {
        List<TreeHash> path = TREE.inclusion(3).path();

        assertThat(PROOF)
                .hasToString("c2sp.org/tlog-proof@v1\nextra AAAAAw==\nindex 3\n" + path.get(0) + "\n" + path.get(1)
                        + "\n" + path.get(2) + "\n" + path.get(3) + "\n\n" + HEAD);
    }
}
