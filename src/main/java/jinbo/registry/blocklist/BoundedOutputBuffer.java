package jinbo.registry.blocklist;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what is written; drops everything beyond a limit. */
final class BoundedOutputBuffer extends OutputStream {

    private final List<byte[]> pieces = new ArrayList<>();
    private final int most;
    private int size;
    private boolean fits = true;

    BoundedOutputBuffer(int most) {
        this.most = most;
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
        fits &= length <= most - size;
        if (!fits) {
            pieces.clear();
        } else if (length > 0) {
            byte[] piece = new byte[length];
            System.arraycopy(buffer, offset, piece, 0, length);
            pieces.add(piece);
            size += length;
        }
    }

    /** Empty if it was too much. */
    Optional<List<byte[]>> fitted() {
        return fits ? Optional.of(List.copyOf(pieces)) : Optional.empty();
    }
}
