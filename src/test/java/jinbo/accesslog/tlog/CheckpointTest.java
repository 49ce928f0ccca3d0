package jinbo.accesslog.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    /** The example of C2SP tlog-checkpoint. */
    private static final String EXAMPLE = "example.com/behind-the-sofa\n"
            + "20852163\n"
            + "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
            + "\n"
            + "— example.com/behind-the-sofa"
            + " Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n";

    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    private static final String NO_ENTRIES = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    private static final NaiveTree NAIVE = NaiveTree.of(9);
    private static final MerkleTree TREE = new MerkleTree(new InMemoryTileStore(), 0).append(NAIVE.leaves());

    @Test
    void parsesExampleOfSpecification() throws TlogFormatException {
        Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(EXAMPLE).text());

        assertThat(checkpoint)
                .isEqualTo(new Checkpoint(
                        "example.com/behind-the-sofa", 20_852_163, TreeHash.parse(ROOT, "hash", "the text")));
        assertThat(EXAMPLE).startsWith(checkpoint.text() + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n\n",
                "log\n5\n",
                "log\n5\n" + ROOT,
                "log\n5\n" + ROOT + "\n\n",
                "log\n5\n" + ROOT + "\nan extension line\n",
                "\n5\n" + ROOT + "\n",
                "my log\n5\n" + ROOT + "\n",
                "log\n05\n" + ROOT + "\n",
                "log\n+5\n" + ROOT + "\n",
                "log\n-5\n" + ROOT + "\n",
                "log\n5.0\n" + ROOT + "\n",
                "log\n 5\n" + ROOT + "\n",
                "log\n\n" + ROOT + "\n",
                "log\n５\n" + ROOT + "\n",
                "log\n9223372036854775808\n" + ROOT + "\n",
                "log\n99999999999999999999\n" + ROOT + "\n",
                "log\n0\n" + ROOT + "\n",
                "log\n5\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
                "log\n5\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
                "log\n5\nCsUYapGGPo4dkMgIAUqom_Xajj7h2fB2MPA3j2jxq2I=\n",
                "log\n5\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2JiYg==\n",
                "log\n5\nCsUYapGGPo4dkMgIAUqo\n",
                "log\n5\n\n",
            })
    void refusesMalformedCheckpoint(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(TlogFormatException.class);
    }

    @Test
    void checkpointHasZeroToLongMaxEntries() throws TlogFormatException {
        assertThat(Checkpoint.parse("log\n0\n" + NO_ENTRIES + "\n").root()).isEqualTo(TreeHash.OF_NO_ENTRIES);
        assertThat(Checkpoint.parse("log\n9223372036854775807\n" + ROOT + "\n").size())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void opensSignedCheckpointWithKeyOfLog() throws TlogException {
        Checkpoint checkpoint = new Checkpoint(SampleKeys.LOG_NAME, 9, TREE.root());

        SignedNote note = SignedNote.parse(checkpoint.sign(SampleKeys.log()).toString());

        assertThat(Checkpoint.open(note, SampleKeys.log().verifierKey())).isEqualTo(checkpoint);
        assertThatThrownBy(() -> Checkpoint.open(
                        note, SampleKeys.other(SampleKeys.LOG_NAME).verifierKey()))
                .isInstanceOf(UnverifiedNoteException.class);
    }

    @Test
    void keySignsAndOpensCheckpointsOfItsLogOnly() throws TlogException {
        Checkpoint foreign = new Checkpoint("another.invalid", 9, TREE.root());
        assertThatThrownBy(() -> foreign.sign(SampleKeys.log())).isInstanceOf(IllegalArgumentException.class);

        SignedNote signedAllTheSame = SampleKeys.log().sign(foreign.text());
        assertThatThrownBy(
                        () -> Checkpoint.open(signedAllTheSame, SampleKeys.log().verifierKey()))
                .isInstanceOf(UnverifiedNoteException.class)
                .hasMessageContaining("another log");
    }

    @Test
    void checkpointCoversItsEntriesAndContinuesEarlierOnes() {
        Checkpoint later = new Checkpoint("log", 9, TREE.root());
        Checkpoint earlier = new Checkpoint("log", 6, TREE.at(6).root());

        assertThat(later.covers(3, NAIVE.leaves().get(3), TREE.inclusion(3).path()))
                .isTrue();
        assertThat(later.covers(9, NAIVE.leaves().get(3), TREE.inclusion(3).path()))
                .isFalse();
        assertThat(later.covers(-1, NAIVE.leaves().get(3), List.of())).isFalse();
        assertThat(later.continues(earlier, TREE.consistency(6).path())).isTrue();
        assertThat(later.continues(later, List.of())).isTrue();
        assertThat(earlier.continues(later, TREE.consistency(6).path())).isFalse();
        assertThat(later.continues(
                        new Checkpoint("other", 6, earlier.root()),
                        TREE.consistency(6).path()))
                .isFalse();
    }
}
