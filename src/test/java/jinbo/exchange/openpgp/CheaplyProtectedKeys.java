package jinbo.exchange.openpgp;

/**
 * Keys under a passphrase that cost little to open: a test that opens some of them ten times waits for the subject of the test, and not
 * for half a second of hashing each time.
 */
public final class CheaplyProtectedKeys {

    /** 65,536 bytes (RFC 9580, section 3.7.1.3), a thousandth of what the program makes. */
    private static final int FEW_ITERATIONS = 0x60;

    private CheaplyProtectedKeys() {}

    /** A copy that the passphrase opens. */
    public static SecretKeys of(SecretKeys keys, String passphrase) {
        return keys.protectedBy(passphrase.toCharArray(), FEW_ITERATIONS);
    }
}
