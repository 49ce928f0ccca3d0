package jinbo.accesslog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import jinbo.accesslog.tlog.Checkpoint;
import jinbo.accesslog.tlog.NoteKeyFile;
import jinbo.accesslog.tlog.NoteSigner;
import jinbo.accesslog.tlog.SignedNote;
import jinbo.accesslog.tlog.TlogException;
import jinbo.accesslog.tlog.VerifierKey;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.files.Sha256;
import jinbo.platform.home.Home;
import jinbo.platform.home.HomeException;
import org.springframework.stereotype.Component;

/** The key in the home directory that signs checkpoints. The log's name derives from it, so that it is unique. */
@Component
class LogKey {

    private static final String NAME = "access-log.jinbo.invalid/";
    private static final int NAME_BYTES = 8;

    private final Path path;
    private final TreeTable treeTable;
    private final VerifiedNoteCache notes;
    private final Path lastCheckpoint;
    private Optional<Known> known = Optional.empty();

    /** The key that was read last, and its file's hash: each reading makes and verifies a signature. */
    private record Known(String sha256, NoteSigner signer) {}

    LogKey(Home home, TreeTable treeTable, VerifiedNoteCache notes) {
        this.path = home.keys().resolve("access-log.key");
        this.lastCheckpoint = home.checkpoints().resolve(CheckpointFile.LATEST);
        this.treeTable = treeTable;
        this.notes = notes;
    }

    /**
     * Returns the key; generates one if the log has never signed.
     *
     * @throws HomeException if it is missing or unreadable
     */
    synchronized NoteSigner signer() {
        NoteKeyFile file = new NoteKeyFile(path);
        try {
            if (!file.exists()) {
                generate(file);
            }
            String sha256 = hashOf(new OwnerOnlyFile(path).read());
            if (known.filter(before -> before.sha256().equals(sha256)).isEmpty()) {
                NoteSigner key = file.read(NAME);
                known = Optional.of(new Known(sha256, key.named(nameOf(key.verifierKey()))));
            }
            return known.get().signer();
        } catch (IOException e) {
            throw new HomeException(AccessLogError.KEY_UNUSABLE, path).causedBy(e);
        }
    }

    /** @throws HomeException if the key is missing or unreadable, and the log has signed before */
    void require() {
        if (!Files.isReadable(path)) {
            signer();
        }
    }

    private void generate(NoteKeyFile file) throws IOException {
        if (Files.exists(lastCheckpoint) || treeTable.readHead().size() > 0) {
            throw new HomeException(AccessLogError.KEY_MISSING, path);
        }
        file.generate(NAME);
    }

    private static String hashOf(String text) {
        return HexFormat.of().formatHex(Sha256.start().digest(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String nameOf(VerifierKey key) {
        return NAME + HexFormat.of().formatHex(Sha256.start().digest(key.publicKey()), 0, NAME_BYTES);
    }

    /** @throws TlogException if the note is not a checkpoint of this log, or the key did not sign it */
    Checkpoint open(String note) throws TlogException {
        return notes.open(SignedNote.parse(note), signer().verifierKey());
    }

    /** Opens a checkpoint that this process has signed or verified. */
    Checkpoint openSigned(String note) {
        try {
            return open(note);
        } catch (TlogException e) {
            throw new IllegalStateException("A checkpoint that was signed here is not sound", e);
        }
    }
}
