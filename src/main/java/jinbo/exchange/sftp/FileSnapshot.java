package jinbo.exchange.sftp;

import java.time.Instant;

/** A file in a drop at one moment; {@code modified} is the server's time of the last change, in whole seconds. */
public record FileSnapshot(String name, long size, Instant modified) {

    public FileSnapshot {
        if (!SafeFileName.isSafe(name)) {
            throw new IllegalArgumentException("Not a plain file name: " + SanitizedText.of(name));
        }
        if (size < 0) {
            throw new IllegalArgumentException("The size of a file is not negative: " + size);
        }
    }

    public boolean isUnchanged(RemoteFiles.Attributes now) {
        return hasSameSize(now) && now.modified().equals(modified);
    }

    boolean hasSameSize(RemoteFiles.Attributes now) {
        return now.regular() && now.size() == size;
    }

    @Override
    public String toString() {
        return SanitizedText.of(name) + " (" + size + " bytes, " + modified + ")";
    }
}
