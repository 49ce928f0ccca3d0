package jinbo.exchange.sftp;

import java.time.Instant;

/**
 * A file in a drop as it was seen at one moment. SFTP gives the time to the second.
 *
 * @param name the file's name, which the other side gave and which may hold anything but a path
 * @param modified the server's time of the last change
 */
public record FileSnapshot(String name, long size, Instant modified) {

    /** @throws IllegalArgumentException if the name could mean another folder, or the size is negative */
    public FileSnapshot {
        if (!SafeFileName.is(name)) {
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
