package jinbo.exchange.openpgp;

/** The table of the {@link CryptoPolicy} is unsound, and no program starts with it. */
public final class PolicyFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long line;

    PolicyFileException(long line, String reason) {
        super(PolicyFile.NAME + (line > 0 ? ", line " + line : "") + ": " + reason);
        this.line = line;
    }

    /** The line at which it was noticed, from 1; 0 if it is about the whole table. */
    public long line() {
        return line;
    }
}
