package jinbo.exchange.openpgp;

/** Keys with a passphrase and few iterations, which tests open without half a second of hashing each time. */
public final class CheaplyProtectedKeys {

    /** 65,536 bytes (RFC 9580, section 3.7.1.3), a thousandth of the production value. */
    private static final int FEW_ITERATIONS = 0x60;

    private CheaplyProtectedKeys() {}

    public static SecretKeys of(SecretKeys keys, String passphrase) {
        return keys.protectedBy(passphrase.toCharArray(), FEW_ITERATIONS);
    }
}
