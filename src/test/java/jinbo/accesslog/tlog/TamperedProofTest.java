package jinbo.accesslog.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TamperedProofTest {

    private static final int SIZE = 20;
    private static final NaiveTree NAIVE = NaiveTree.of(SIZE);
    private static final MerkleTree TREE = new MerkleTree(new InMemoryTileStore(), 0).append(NAIVE.leaves());

    @Test
    void alteredInclusionProofDoesNotHold() {
        for (int size = 1; size <= SIZE; size++) {
            TreeHash root = TREE.at(size).root();
            for (int index = 0; index < size; index++) {
                TreeHash leaf = NAIVE.leaves().get(index);
                for (List<TreeHash> damaged :
                        damaged(TREE.at(size).inclusion(index).path(), leaf, root)) {
                    assertThat(new InclusionProof(index, size, damaged).holds(leaf, root))
                            .as("index %d of %d", index, size)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void inclusionProofHoldsForItsIndexSizeLeafAndRootOnly() {
        for (int size = 1; size <= SIZE; size++) {
            TreeHash root = TREE.at(size).root();
            for (int index = 0; index < size; index++) {
                TreeHash leaf = NAIVE.leaves().get(index);
                List<TreeHash> path = TREE.at(size).inclusion(index).path();
                for (int other = 0; other < size; other++) {
                    assertThat(new InclusionProof(other, size, path).holds(leaf, root))
                            .isEqualTo(other == index);
                    assertThat(new InclusionProof(index, size, path)
                                    .holds(NAIVE.leaves().get(other), root))
                            .isEqualTo(other == index);
                }
                InclusionProof proof = new InclusionProof(index, size, path);
                flips(root)
                        .forEach(wrong -> assertThat(proof.holds(leaf, wrong)).isFalse());
            }
        }
    }

    @Test
    void alteredConsistencyProofDoesNotHold() {
        for (int size = 1; size <= SIZE; size++) {
            TreeHash root = TREE.at(size).root();
            for (int earlier = 0; earlier <= size; earlier++) {
                TreeHash old = TREE.at(earlier).root();
                for (List<TreeHash> damaged :
                        damaged(TREE.at(size).consistency(earlier).path(), old, root)) {
                    assertThat(new ConsistencyProof(earlier, size, damaged).holds(old, root))
                            .as("from %d to %d", earlier, size)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void consistencyProofHoldsForItsSizesAndRootsOnly() {
        for (int size = 1; size <= SIZE; size++) {
            TreeHash root = TREE.at(size).root();
            for (int earlier = 1; earlier <= size; earlier++) {
                TreeHash old = TREE.at(earlier).root();
                List<TreeHash> path = TREE.at(size).consistency(earlier).path();
                for (int other = 0; other <= SIZE; other++) {
                    TreeHash wrong = TREE.at(other).root();
                    assertThat(new ConsistencyProof(earlier, size, path).holds(wrong, root))
                            .isEqualTo(other == earlier);
                    assertThat(new ConsistencyProof(earlier, size, path).holds(old, wrong))
                            .isEqualTo(other == size);
                }
            }
        }
    }

    @Test
    void everyLogContinuesEmptyLog() {
        TreeHash root = TREE.root();

        assertThat(new ConsistencyProof(0, SIZE, List.of()).holds(TreeHash.OF_NO_ENTRIES, root))
                .isTrue();
        assertThat(new ConsistencyProof(0, SIZE, List.of()).holds(root, root)).isFalse();
    }

    @Test
    void proofsOfLargestSizesTerminate() {
        List<TreeHash> path = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            path.add(TREE.root());
        }
        for (long index : List.of(0L, 1L, Long.MAX_VALUE / 2, Long.MAX_VALUE - 1)) {
            assertThat(new InclusionProof(index, Long.MAX_VALUE, path).holds(TREE.root(), TREE.root()))
                    .isFalse();
            assertThat(new ConsistencyProof(index + 1, Long.MAX_VALUE, path).holds(TREE.root(), TREE.root()))
                    .isFalse();
        }
    }

    private static List<List<TreeHash>> damaged(List<TreeHash> path, TreeHash first, TreeHash last) {
        List<List<TreeHash>> damaged = new ArrayList<>();
        for (int at = 0; at < path.size(); at++) {
            damaged.add(without(path, at));
            for (TreeHash flipped : flips(path.get(at))) {
                List<TreeHash> copy = new ArrayList<>(path);
                copy.set(at, flipped);
                damaged.add(copy);
            }
            if (at > 0) {
                List<TreeHash> swapped = without(path, at);
                swapped.add(at - 1, path.get(at));
                damaged.add(swapped);
            }
        }
        for (int at = 0; at <= path.size(); at++) {
            for (TreeHash more : List.of(first, last, TreeHash.OF_NO_ENTRIES, path.isEmpty() ? last : path.get(0))) {
                List<TreeHash> longer = new ArrayList<>(path);
                longer.add(at, more);
                damaged.add(longer);
            }
        }
        return damaged;
    }

    private static List<TreeHash> without(List<TreeHash> path, int at) {
        List<TreeHash> copy = new ArrayList<>(path);
        copy.remove(at);
        return copy;
    }

    private static List<TreeHash> flips(TreeHash hash) {
        List<TreeHash> flips = new ArrayList<>();
        for (int bit = 0; bit < TreeHash.LENGTH * Byte.SIZE; bit++) {
            byte[] bytes = hash.bytes();
            bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            flips.add(TreeHash.of(bytes, 0));
        }
        return flips;
    }
}
