package jinbo.exchange.sftp.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A small file that only its maker can have made, to see whether a drop gives back what was put there. */
public interface DropProbe {

    void make(String name, Path file) throws IOException;

    /** @return why it is not what was made; empty if it is */
    Optional<String> faultOf(String name, Path file) throws IOException;

    /** Who made it, for example a fingerprint. */
    String maker();
}
