package jinbo.exchange.sftp;

import java.util.List;
import java.util.stream.Collectors;

/** The server showed a host key that is not pinned: a new key that nobody announced, or somebody in between. */
public final class HostKeyRefusedException extends DropException {

    private static final long serialVersionUID = 1L;

    private final String offered;

    /**
     * @param shown the keys that the server showed, the one that it prefers first
     */
    HostKeyRefusedException(DropContext dropContext, List<Handshake.Shown> shown) {
        super(
                dropContext,
                "shows the host key "
                        + shown.stream().map(Handshake.Shown::toString).collect(Collectors.joining(" or "))
                        + ", which is not among the pinned ones ("
                        + dropContext.address().pins()
                        + "); nothing was sent. Ask " + dropContext.operatorName()
                        + " by another way than this connection whether the key is "
                        + "theirs, and only then "
                        + dropContext.pinInstruction(shown.get(0).fingerprint()));
        this.offered = shown.get(0).fingerprint();
    }

    /** The fingerprint that was shown, {@code SHA256:...}. */
    public String offered() {
        return offered;
    }

    @Override
    public boolean isTransient() {
        return false;
    }
}
