package jinbo.exchange.sftp;

import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.apache.sshd.sftp.client.SftpClient;

/** What the server says about one entry of a folder. */
record RemoteFile(boolean regular, long size, Instant modified) {

    /** A server may leave out the type, the size or the time; such an entry cannot be watched, so it counts as no file. */
    static RemoteFile of(SftpClient.Attributes attributes) {
        Optional<FileTime> time = Optional.ofNullable(attributes.getModifyTime());
        boolean sized = attributes.getFlags().contains(SftpClient.Attribute.Size);
        return new RemoteFile(
                attributes.isRegularFile() && sized && time.isPresent(),
                attributes.getSize(),
                time.map(FileTime::toInstant).orElse(Instant.EPOCH));
    }
}
