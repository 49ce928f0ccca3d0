package jinbo.accesslog.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    /** All small trees, and those around the border between the first two tiles. */
    private static final List<Integer> SIZES = IntStream.concat(
                    IntStream.rangeClosed(0, 100), IntStream.rangeClosed(254, 259))
            .boxed()
            .toList();

    /** The eight test entries of Certificate Transparency's implementations, since 2012. */
    private static final List<String> CLASSIC_ENTRIES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> CLASSIC_ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void matchesRootsOfCertificateTransparency() {
        MerkleTree tree = classic(8);

        for (int size = 0; size < CLASSIC_ROOTS.size(); size++) {
            assertThat(hex(tree.at(size).root())).as("size %d", size).isEqualTo(CLASSIC_ROOTS.get(size));
        }
    }

    @Test
    void matchesProofsOfCertificateTransparency() {
        assertThat(hex(classic(8).inclusion(0).path()))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(hex(classic(8).inclusion(5).path()))
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(hex(classic(8).consistency(6).path()))
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(hex(classic(5).consistency(2).path()))
                .containsExactly(
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
    }

    /** RFC 6962, 2.1.3: seven entries, with the node names from there. */
    @Test
    void matchesProofsOfRfc6962Example() {
        List<TreeHash> d = classicLeaves(7);
        TreeHash g = TreeHash.ofNode(d.get(0), d.get(1));
        TreeHash h = TreeHash.ofNode(d.get(2), d.get(3));
        TreeHash i = TreeHash.ofNode(d.get(4), d.get(5));
        TreeHash k = TreeHash.ofNode(g, h);
        TreeHash j = d.get(6);
        TreeHash l = TreeHash.ofNode(i, j);

        assertThat(classic(7).inclusion(0).path()).containsExactly(d.get(1), h, l);
        assertThat(classic(7).inclusion(3).path()).containsExactly(d.get(2), g, l);
        assertThat(classic(7).inclusion(4).path()).containsExactly(d.get(5), j, k);
        assertThat(classic(7).inclusion(6).path()).containsExactly(i, k);
        assertThat(classic(7).consistency(3).path()).containsExactly(d.get(2), d.get(3), g, l);
        assertThat(classic(7).consistency(4).path()).containsExactly(l);
        assertThat(classic(7).consistency(6).path()).containsExactly(i, j, k);
    }

    @Test
    void matchesDefinitionForSmallTreesAndBorderOfFirstTile() {
        NaiveTree naive = NaiveTree.of(Collections.max(SIZES));
        MerkleTree tree = new MerkleTree(new InMemoryTileStore(), 0).append(naive.leaves());

        for (int size : SIZES) {
            MerkleTree then = tree.at(size);
            TreeHash root = then.root();
            assertThat(root).as("size %d", size).isEqualTo(naive.root(size));
            for (int index = 0; index < size; index++) {
                InclusionProof proof = then.inclusion(index);
                assertThat(proof.path()).isEqualTo(naive.path(index, size));
                assertThat(proof.holds(naive.leaves().get(index), root)).isTrue();
            }
            for (int earlier = 0; earlier <= size; earlier++) {
                ConsistencyProof proof = then.consistency(earlier);
                assertThat(proof.path()).isEqualTo(naive.proof(earlier, size));
                assertThat(proof.holds(naive.root(earlier), root)).isTrue();
            }
        }
    }

    @Test
    void matchesDefinitionAcrossBordersOfHigherTiles() {
        int most = 66_000;
        NaiveTree naive = NaiveTree.of(most);
        MerkleTree tree = new MerkleTree(new InMemoryTileStore(), 0).append(naive.leaves());

        for (int size : List.of(511, 512, 513, 65_279, 65_280, 65_535, 65_536, 65_537, 65_792, most)) {
            TreeHash root = tree.at(size).root();
            assertThat(root).as("size %d", size).isEqualTo(naive.root(size));
            for (int at : List.of(1, 255, 256, 257, 510, 511)) {
                assertThat(tree.at(size).inclusion(size - at).path()).isEqualTo(naive.path(size - at, size));
                assertThat(tree.at(size).consistency(at).path()).isEqualTo(naive.proof(at, size));
                assertThat(tree.at(size).consistency(size - at).path()).isEqualTo(naive.proof(size - at, size));
            }
        }
    }

    @Test
    void tilesDoNotDependOnBatches() {
        long seed = 6962;
        Random random = new Random(seed);
        List<TreeHash> leaves = NaiveTree.of(1_500).leaves();
        InMemoryTileStore atOnce = new InMemoryTileStore();
        new MerkleTree(atOnce, 0).append(leaves);

        InMemoryTileStore piecemeal = new InMemoryTileStore();
        MerkleTree tree = new MerkleTree(piecemeal, 0);
        while (tree.size() < leaves.size()) {
            int from = (int) tree.size();
            tree = tree.append(leaves.subList(from, Math.min(leaves.size(), from + random.nextInt(300))));
        }

        for (int level = 0; level < 3; level++) {
            for (int index = 0; index < 7; index++) {
                assertThat(piecemeal.read(level, index).map(HexFormat.of()::formatHex))
                        .as("seed %d, tile %d of level %d", seed, index, level)
                        .isEqualTo(atOnce.read(level, index).map(HexFormat.of()::formatHex));
            }
        }
    }

    @Test
    void refusesToAppendToOutdatedSize() {
        List<TreeHash> leaves = NaiveTree.of(600).leaves();
        MerkleTree tree = new MerkleTree(new InMemoryTileStore(), 0).append(leaves);

        for (long earlier : List.of(0L, 100L, 256L, 512L, 599L)) {
            assertThatThrownBy(() -> tree.at(earlier).append(leaves.subList(0, 1)))
                    .as("at %d", earlier)
                    .isInstanceOf(TileDamagedException.class);
        }
        assertThat(tree.root()).isEqualTo(new NaiveTree(leaves).root(600));
    }

    @Test
    void reportsMissingOrTruncatedTile() {
        InMemoryTileStore tiles = new InMemoryTileStore();
        MerkleTree tree = new MerkleTree(tiles, 0).append(NaiveTree.of(600).leaves());
        tiles.write(0, 2, new byte[32]);
        assertThatThrownBy(tree::root)
                .isInstanceOfSatisfying(
                        TileDamagedException.class, e -> assertThat(e.index()).isEqualTo(2));

        tiles.remove(1, 0);
        assertThatThrownBy(() -> tree.at(512).root())
                .isInstanceOfSatisfying(
                        TileDamagedException.class, e -> assertThat(e.level()).isEqualTo(1))
                .hasMessageContaining("Tile 0 of level 1");
    }

    @Test
    void refusesImpossibleIndexBeforeReading() {
        InMemoryTileStore tiles = new InMemoryTileStore();
        MerkleTree tree = new MerkleTree(tiles, 5);

        assertThatThrownBy(() -> tree.inclusion(5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.inclusion(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(6)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.at(6)).isInstanceOf(IllegalArgumentException.class);
        assertThat(tiles.reads).isZero();
    }

    private static MerkleTree classic(int size) {
        return new MerkleTree(new InMemoryTileStore(), 0).append(classicLeaves(size));
    }

    private static List<TreeHash> classicLeaves(int size) {
        return CLASSIC_ENTRIES.stream()
                .limit(size)
                .map(entry -> TreeHash.ofLeaf(HexFormat.of().parseHex(entry)))
                .toList();
    }

    private static String hex(TreeHash hash) {
        return HexFormat.of().formatHex(hash.bytes());
    }

    private static List<String> hex(List<TreeHash> hashes) {
        return hashes.stream().map(MerkleTreeTest::hex).toList();
    }
}
