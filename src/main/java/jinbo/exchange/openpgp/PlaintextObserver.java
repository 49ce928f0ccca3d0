package jinbo.exchange.openpgp;

/** Sees each byte of the clear content once and in order, also what the reader leaves; {@code mac::update} is one. */
@FunctionalInterface
public interface PlaintextObserver {

    /** The next bytes; the buffer is used again afterwards. */
    void observe(byte[] buffer, int offset, int length);
}
