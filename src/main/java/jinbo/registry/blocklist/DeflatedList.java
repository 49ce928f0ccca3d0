package jinbo.registry.blocklist;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import jinbo.platform.files.Sha256;

/**
 * The CSV of a list that several insurers get.
 *
 * @param pieces blocks of a deflate stream, one behind the other
 */
record DeflatedList(Sha256 clear, List<byte[]> pieces) {

    int length() {
        return pieces.stream().mapToInt(piece -> piece.length).sum();
    }

    /** Writes the pieces; the hash that is told is the caller's own. */
    Sha256 writeTo(OutputStream deflated) throws IOException {
        for (byte[] piece : pieces) {
            deflated.write(piece);
        }
        return clear.copy();
    }
}
