package jinbo.partner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.format.FormatException;
import jinbo.exchange.format.ManifestJson;
import jinbo.platform.files.TemporaryFile;

/**
 * The note of which list is applied: the SHA-256 of its sealed manifest in hex, a blank, when it was applied, a line feed, and
 * the manifest's JSON.
 *
 * @param path where it lies
 */
record AppliedListFile(Path path) {

    private static final int HASH = 64;

    Optional<LocalBlockList.Applied> read() throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        String first = new String(bytes, 0, end, StandardCharsets.US_ASCII);
        if (end == bytes.length || first.length() < HASH + 2) {
            throw damaged();
        }
        try {
            VerifiedList list = new VerifiedList(
                    ManifestJson.read(new ByteArrayInputStream(bytes, end + 1, bytes.length - end - 1)),
                    first.substring(0, HASH),
                    VerifiedList.LogConsistency.NOT_SEEN);
            return Optional.of(new LocalBlockList.Applied(list, Instant.parse(first.substring(HASH + 1))));
        } catch (FormatException | DateTimeException e) {
            throw damaged();
        }
    }

    void write(LocalBlockList.Applied applied) throws IOException {
        TemporaryFile temporaryFile = TemporaryFile.of(path);
        try (OutputStream out = temporaryFile.create()) {
            String first = applied.list().manifestSha256() + " " + applied.at() + "\n";
            out.write(first.getBytes(StandardCharsets.US_ASCII));
            out.write(ManifestJson.write(applied.list().manifest()));
        }
        temporaryFile.replace(path);
    }

    private BlockListDamagedException damaged() {
        return new BlockListDamagedException(path
                + " does not say which list is applied; make no sales call, and run partner sync, which makes"
                + " the list anew or asks for a full one");
    }
}
