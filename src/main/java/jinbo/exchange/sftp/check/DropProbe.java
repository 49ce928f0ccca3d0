package jinbo.exchange.sftp.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A small file that only its maker can have made, to see whether a drop gives back what was put there. */
public interface DropProbe {

    /**
     * Writes it.
     *
     * @param name under which it will lie on the drop
     * @param file where to write it; nothing is there yet
     * @throws IOException if the file cannot be written
     */
    void make(String name, Path file) throws IOException;

    /**
     * Looks at what came back.
     *
     * @return why it is not what was made; empty if it is
     * @throws IOException if the file cannot be read
     */
    Optional<String> faultOf(String name, Path file) throws IOException;

    /** Who made it, for example a fingerprint. */
    String maker();
}
