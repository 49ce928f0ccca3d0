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
import jinbo.exchange.format.Manifest;
import jinbo.platform.files.TemporaryFile;

/**
 * The note of which list is applied: the SHA-256 of its sealed manifest in hex, a blank, when it was applied, a blank, the length of
 * its rows, a line feed, and the manifest's JSON. Notes of before there were lines of business have no length.
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
        String[] first = new String(bytes, 0, end, StandardCharsets.US_ASCII).split(" ");
        if (end == bytes.length || first[0].length() != HASH || first.length < 2 || first.length > 3) {
            throw damaged();
        }
        try {
            VerifiedList list = new VerifiedList(
                    Manifest.read(new ByteArrayInputStream(bytes, end + 1, bytes.length - end - 1)),
                    first[0],
                    VerifiedList.LogConsistency.NOT_SEEN);
            long length = first.length == 3 ? Long.parseLong(first[2]) : 0;
            return Optional.of(new LocalBlockList.Applied(list, Instant.parse(first[1]), length));
        } catch (FormatException | DateTimeException | NumberFormatException e) {
            throw damaged();
        }
    }

    void write(LocalBlockList.Applied applied) throws IOException {
        TemporaryFile temporaryFile = TemporaryFile.of(path);
        try (OutputStream out = temporaryFile.create()) {
            String first = applied.list().manifestSha256() + " " + applied.at() + " " + applied.length() + "\n";
            out.write(first.getBytes(StandardCharsets.US_ASCII));
            out.write(applied.list().manifest().toJson());
        }
        temporaryFile.replace(path);
    }

    private BlockListDamagedException damaged() {
        return new BlockListDamagedException(PartnerError.LIST_NOTE_DAMAGED, path);
    }
}
