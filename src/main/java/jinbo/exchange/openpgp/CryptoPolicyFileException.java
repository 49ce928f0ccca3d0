package jinbo.exchange.openpgp;

/** The table of the {@link CryptoPolicy} is unsound, and no program starts with it. */
public final class CryptoPolicyFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long line;

    CryptoPolicyFileException(long line, String reason) {
        super(CryptoPolicyFile.NAME + (line > 0 ? ", line " + line : "") + ": " + reason);
        this.line = line;
    }

    /** The line at which it was noticed, from 1; 0 if it is about the whole table. */
    public long line() {
        return line;
    }
}
