package jinbo.drop;

/** The server showed a host key that is not pinned: a new key that nobody announced, or somebody in between. */
public final class HostKeyRefusedException extends DropException {

    private static final long serialVersionUID = 1L;

    private final String offered;

    HostKeyRefusedException(Party party, String keyType, String offered) {
        super(
                party,
                "shows the host key " + offered + " (" + keyType + "), which is not among the pinned ones ("
                        + party.address().pins()
                        + "); nothing was sent. Ask the insurer by another way than this connection whether the key is "
                        + "theirs, and only then pin it with \"insurer pin " + party.insurer() + " " + offered + "\"");
        this.offered = offered;
    }

    /** The fingerprint that was shown, {@code SHA256:...}. */
    public String offered() {
        return offered;
    }

    @Override
    public boolean mayPass() {
        return false;
    }
}
