package jinbo.partner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
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
                    new String(bytes, 0, HASH, StandardCharsets.US_ASCII)));
        } catch (FormatException e) {
            throw damaged();
        }
    }

    void write(VerifiedList list) throws IOException {
        PrivateFile part = PrivateFile.partOf(path);
        try (FileChannel channel = part.create()) {
            byte[] hash = (list.manifestSha256() + "\n").getBytes(StandardCharsets.US_ASCII);
            byte[] json = ManifestJson.write(list.manifest());
            ByteBuffer bytes = ByteBuffer.wrap(Arrays.copyOf(hash, hash.length + json.length));
            bytes.position(hash.length).put(json).rewind();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        part.becomes(path);
    }

    private IOException damaged() {
        return new IOException(path + " does not say which list is applied; remove its folder and apply a full list");
    }
}
