package jinbo.batch.collect;

import java.nio.file.Path;
import jinbo.registry.inbound.InboundFile;

/** A file that was fetched does not lie in the spool any more; it is not known what it held, so it is not answered. */
public final class SpooledFileMissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SpooledFileMissingException(InboundFile file, Path place) {
        super("Our copy of " + file.shownName()
                + " is gone; take the file from a back-up of the home, or from upload/ or"
                + " archive/ of the drop, put it to " + place + " and run again. Its SHA-256 is " + file.sha256());
    }
}
