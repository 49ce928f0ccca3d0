package jinbo.exchange.sftp;

import java.time.Instant;

/**
 * A file in a drop as it was seen at one moment. SFTP gives the time to the second.
 *
 * @param name the file's name, which the other side gave and which may hold anything but a path
 * @param size in bytes
 * @param modified the server's time of the last change
 */
public record Sighting(String name, long size, Instant modified) {

    /**
     * @throws IllegalArgumentException if the name could mean another folder, or the size is negative
     */
    public Sighting {
        if (!PlainName.is(name)) {
            throw new IllegalArgumentException(
                    "Not the name of a file in a folder, but a path or worse: " + ShownText.of(name));
        }
        if (size < 0) {
            throw new IllegalArgumentException("The size of a file is not negative: " + size);
        }
    }

    boolean isStill(RemoteFile now) {
        return hasSizeOf(now) && now.modified().equals(modified);
    }

    boolean hasSizeOf(RemoteFile now) {
        return now.regular() && now.size() == size;
    }

    @Override
    public String toString() {
        return ShownText.of(name) + " (" + size + " bytes, " + modified + ")";
    }
}
