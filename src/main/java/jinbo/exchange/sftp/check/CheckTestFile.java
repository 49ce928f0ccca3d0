package jinbo.exchange.sftp.check;

import java.nio.charset.StandardCharsets;
import jinbo.exchange.sftp.DropException.DropRefusedException;
import jinbo.exchange.sftp.DropFolder;
import jinbo.exchange.sftp.RemoteFiles;
import jinbo.exchange.sftp.RemoteWriter;
import jinbo.platform.files.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The small file with which a {@link DropCheck} tests what it may do in a folder. */
final class CheckTestFile {

    private static final Logger LOG = LoggerFactory.getLogger(CheckTestFile.class);

    private static final byte[] TEXT =
            "a check of this drop by jinbo; remove it if you find it\n".getBytes(StandardCharsets.US_ASCII);

    private CheckTestFile() {}

    /** Writes the file; if that fails, tries to remove it. */
    static void write(RemoteFiles remote, DropFolder folder, String name) {
        try (RemoteWriter writer = remote.create(folder, name)) {
            writer.write(TEXT, TEXT.length);
            writer.finish();
        } catch (DropRefusedException refused) {
            remove(remote, folder, name);
            throw refused;
        }
    }

    /** Removes the file; ignores a refusal by the server. */
    static void remove(RemoteFiles remote, DropFolder folder, String name) {
        try {
            remote.removeIfThere(folder, name);
        } catch (DropRefusedException stays) {
            LOG.debug("A file of a check stays: {}", stays.getMessage());
        }
    }

    static long size() {
        return TEXT.length;
    }

    static String sha256() {
        Sha256 hash = new Sha256();
        hash.add(TEXT, 0, TEXT.length);
        return hash.hex();
    }
}
