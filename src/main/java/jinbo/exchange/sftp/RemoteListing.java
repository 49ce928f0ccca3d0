package jinbo.exchange.sftp;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.sshd.sftp.client.SftpClient;

/** Reads what a folder holds, however much it is, but not without end. */
final class RemoteListing {

    /** A server that has more in one folder, or makes more up, is not listened to further. */
    private static final int MOST_ENTRIES = 200_000;

    private final SftpClient sftp;
    private final Duration longest;

    /**
     * @param longest after which a server that still goes on is not listened to further
     */
    RemoteListing(SftpClient sftp, Duration longest) {
        this.sftp = sftp;
        this.longest = longest;
    }

    /**
     * Hands over the entries of a folder but {@code .} and {@code ..}, in the server's order.
     *
     * @return whether these were all; false after {@link #MOST_ENTRIES}, or if the server takes too long to come to an end
     * @throws IOException if the server refuses, or the line breaks
     */
    boolean of(String path, BiConsumer<String, RemoteFiles.Attributes> entry) throws IOException {
        long begun = System.nanoTime();
        int seen = 0;
        try (SftpClient.CloseableHandle handle = sftp.openDir(path)) {
            for (Optional<List<SftpClient.DirEntry>> some = next(handle); some.isPresent(); some = next(handle)) {
                for (SftpClient.DirEntry each : some.get()) {
                    if (!each.getFilename().equals(".") && !each.getFilename().equals("..")) {
                        entry.accept(each.getFilename(), RemoteFiles.Attributes.of(each.getAttributes()));
                    }
                }
                seen += some.get().size();
                if (seen >= MOST_ENTRIES || System.nanoTime() - begun > longest.toNanos()) {
                    return false;
                }
            }
            return true;
        }
    }

    private Optional<List<SftpClient.DirEntry>> next(SftpClient.Handle handle) throws IOException {
        return Optional.ofNullable(sftp.readDir(handle));
    }
}
