package jinbo.exchange.sftp;

import java.util.List;

/** The server showed a host key that is not pinned: a new key that nobody announced, or somebody in between. */
public final class HostKeyRefusedException extends DropException {

    private static final long serialVersionUID = 1L;

    private final String offered;

    /** @param shown the keys that the server showed, the one that it prefers first */
    HostKeyRefusedException(DropContext dropContext, List<Handshake.Shown> shown) {
        super(
                dropContext,
                DropError.HOST_KEY_NOT_PINNED,
                shown,
                dropContext.address().pins(),
                dropContext.pinInstruction(shown.get(0).fingerprint()));
        this.offered = shown.get(0).fingerprint();
    }

    public String offered() {
        return offered;
    }
}
