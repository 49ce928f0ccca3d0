package jinbo.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import jinbo.accesslog.tlog.Checkpoint;
import jinbo.accesslog.tlog.NoteKeyFile;
import jinbo.accesslog.tlog.NoteSigner;
import jinbo.accesslog.tlog.SignedNote;
import jinbo.accesslog.tlog.TreeHash;
import jinbo.accesslog.tlog.UnverifiedNoteException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifiedNoteCacheTest {

    private static final String NAME = "log.example.org";
    private static final Checkpoint HEAD = new Checkpoint(NAME, 7, TreeHash.ofLeaf(new byte[] {7}));

    @TempDir
    Path folder;

    private final VerifiedNoteCache notes = new VerifiedNoteCache();
    private NoteSigner key;
    private NoteSigner otherKey;

    @BeforeEach
    void makeKeys() throws IOException {
        key = new NoteKeyFile(folder.resolve("key")).generate(NAME);
        otherKey = new NoteKeyFile(folder.resolve("other")).generate(NAME);
    }

    @Test
    void aNoteThatHasVerifiedSaysTheSameAgain() throws Exception {
        SignedNote note = HEAD.sign(key);

        assertThat(notes.open(note, key.verifierKey())).isEqualTo(HEAD);
        assertThat(notes.open(SignedNote.parse(note.toString()), key.verifierKey()))
                .isEqualTo(HEAD);
    }

    @Test
    void whatHasVerifiedVouchesForNoOtherTextUnderItsSignature() throws Exception {
        SignedNote note = HEAD.sign(key);
        notes.open(note, key.verifierKey());
        SignedNote longer = SignedNote.parse(note.toString().replace("\n7\n", "\n8\n"));

        assertThatExceptionOfType(UnverifiedNoteException.class)
                .isThrownBy(() -> notes.open(longer, key.verifierKey()));
        assertThatExceptionOfType(UnverifiedNoteException.class)
                .as("nor does it the second time")
                .isThrownBy(() -> notes.open(longer, key.verifierKey()));
    }

    @Test
    void whatOneKeyHasSignedNoOtherHas() throws Exception {
        SignedNote note = HEAD.sign(key);
        notes.open(note, key.verifierKey());

        assertThatExceptionOfType(UnverifiedNoteException.class)
                .isThrownBy(() -> notes.open(note, otherKey.verifierKey()));
    }
}
