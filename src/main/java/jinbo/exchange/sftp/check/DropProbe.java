package jinbo.exchange.sftp.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Creates and verifies a signed test file for the round trip through a drop. */
public interface DropProbe {

    void make(String name, Path file) throws IOException;

    /** Why a file is not the one that was created; empty if it is. */
    Optional<String> faultOf(String name, Path file) throws IOException;

    /** Identifies the signer, for example by a fingerprint. */
    String maker();
}
