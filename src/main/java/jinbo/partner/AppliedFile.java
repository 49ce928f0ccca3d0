package jinbo.partner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import jinbo.disk.Draft;
import jinbo.exchange.FormatException;
import jinbo.exchange.ManifestJson;

/**
 * The note of which list is applied: the SHA-256 of its sealed manifest in hex, a line feed, and the manifest's JSON.
 *
 * @param path where it lies
 */
record AppliedFile(Path path) {

    private static final int HASH = 64;

    Optional<VerifiedList> read() throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (bytes.length <= HASH) {
            throw damaged();
        }
        try {
            return Optional.of(new VerifiedList(
                    ManifestJson.read(new ByteArrayInputStream(bytes, HASH + 1, bytes.length - HASH - 1)),
                    new String(bytes, 0, HASH, StandardCharsets.US_ASCII),
                    LogWitness.NOT_SEEN));
        } catch (FormatException e) {
            throw damaged();
        }
    }

    void write(VerifiedList list) throws IOException {
        Draft draft = Draft.of(path);
        try (OutputStream out = draft.create()) {
            out.write((list.manifestSha256() + "\n").getBytes(StandardCharsets.US_ASCII));
            out.write(ManifestJson.write(list.manifest()));
        }
        draft.becomes(path);
    }

    private IOException damaged() {
        return new IOException(path + " does not say which list is applied; remove its folder and apply a full list");
    }
}
