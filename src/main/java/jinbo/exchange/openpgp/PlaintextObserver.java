package jinbo.exchange.openpgp;

/** Receives each byte of the clear content once and in order, even if the {@link PlaintextReader} stops early. */
@FunctionalInterface
public interface PlaintextObserver {

    /** Receives the next bytes; the buffer is reused afterwards. */
    void observe(byte[] buffer, int offset, int length);
}
