package jinbo.batch.reconciliation;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import jinbo.batch.Progress;
import jinbo.platform.files.Sha256;

record CompareSpooledFile(Progress progress) {

    /**
     * @param name as it may be shown
     * @param size in bytes, where it is recorded
     * @param sha256 what it must hash to, if it is to be read
     * @throws UncheckedIOException if it is there and cannot be read
     */
    Optional<String> fault(Path file, String name, OptionalLong size, Optional<String> sha256) {
        try {
            long found = Files.size(file);
            if (size.isPresent() && size.getAsLong() != found) {
                return Optional.of("has " + found + " bytes, not " + size.getAsLong());
            }
            if (sha256.isPresent() && !sha256.get().equals(hash(file, name, found))) {
                return Optional.of("has other bytes");
            }
            return Optional.empty();
        } catch (NoSuchFileException gone) {
            return Optional.of("is gone");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String hash(Path file, String name, long size) throws IOException {
        try (InputStream in = progress.of(name, new BufferedInputStream(Files.newInputStream(file)), size)) {
            return Sha256.of(in);
        }
    }
}
