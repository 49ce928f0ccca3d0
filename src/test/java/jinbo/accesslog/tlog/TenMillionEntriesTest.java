package jinbo.accesslog.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** In a log of ten million equal entries, all hashes of a level are equal, so that tiles can be made on demand. */
class TenMillionEntriesTest {

    private static final long SIZE = 10_000_000;
    private static final TreeHash LEAF = TreeHash.ofLeaf(new byte[] {42});

    /** Levels that a tree of this size has; a border node may need the next tile. */
    private static final int LEVELS = 3;

    private final EqualTiles tiles = new EqualTiles(SIZE);
    private final MerkleTree tree = new MerkleTree(tiles, SIZE);

    @Test
    void rootReadsOneTileOfEachLevel() {
        TreeHash root = tree.root();

        assertThat(tiles.reads).isEqualTo(LEVELS);
        assertThat(root).isEqualTo(tree.root());
    }

    @Test
    void inclusionProofReadsAtMostTwoTilesOfEachLevel() {
        TreeHash root = tree.root();
        for (long index : List.of(0L, 255L, 256L, 65_535L, 65_536L, 4_999_999L, 8_388_607L, 8_388_608L, SIZE - 1)) {
            tiles.reads = 0;
            InclusionProof proof = tree.inclusion(index);

            assertThat(tiles.reads).as("index %d", index).isLessThanOrEqualTo(2 * LEVELS);
            assertThat(proof.path()).hasSizeLessThanOrEqualTo(24);
            assertThat(proof.holds(LEAF, root)).isTrue();
        }
    }

    @Test
    void consistencyProofReadsAtMostTwoTilesOfEachLevel() {
        TreeHash root = tree.root();
        for (long earlier : List.of(1L, 255L, 257L, 65_537L, 4_999_999L, 8_388_608L, 8_388_609L, SIZE - 1, SIZE)) {
            TreeHash old = tree.at(earlier).root();
            tiles.reads = 0;
            ConsistencyProof proof = tree.consistency(earlier);

            assertThat(tiles.reads).as("from %d", earlier).isLessThanOrEqualTo(2 * LEVELS);
            assertThat(proof.holds(old, root)).isTrue();
        }
    }

    @Test
    void appendReadsAndWritesOneTileOfEachLevel() {
        TreeHash root = tree.root();
        tiles.reads = 0;

        MerkleTree grown = tree.append(java.util.Collections.nCopies(1_000, LEAF));

        assertThat(tiles.reads).isLessThanOrEqualTo(LEVELS);
        assertThat(tiles.writes).isLessThanOrEqualTo(LEVELS + 1_000 / 256 + 1);
        tiles.size = grown.size();
        assertThat(grown.consistency(SIZE).holds(root, grown.root())).isTrue();
    }

    private static final class EqualTiles implements TileStore {

        private long size;
        private int reads;
        private int writes;

        EqualTiles(long size) {
            this.size = size;
        }

        @Override
        public Optional<byte[]> read(int level, long index) {
            reads++;
            byte[] hashes = new byte[Tile.widthAt(size, level, index) * TreeHash.LENGTH];
            TreeHash hash = complete(level * Tile.HEIGHT);
            for (int at = 0; at < hashes.length; at += TreeHash.LENGTH) {
                hash.copyTo(hashes, at);
            }
            return hashes.length == 0 ? Optional.empty() : Optional.of(hashes);
        }

        @Override
        public void write(int level, long index, byte[] hashes) {
            writes++;
            TreeHash hash = complete(level * Tile.HEIGHT);
            for (int at = 0; at < hashes.length; at += TreeHash.LENGTH) {
                assertThat(TreeHash.of(hashes, at)).isEqualTo(hash);
            }
        }

        private static TreeHash complete(int height) {
            TreeHash hash = LEAF;
            for (int i = 0; i < height; i++) {
                hash = TreeHash.ofNode(hash, hash);
            }
            return hash;
        }
    }
}
