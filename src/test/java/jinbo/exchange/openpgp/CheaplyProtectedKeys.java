package jinbo.exchange.openpgp;

/** Keys with a passphrase and few iterations, which tests open without half a second of hashing each time. */
public final class CheaplyProtectedKeys {

    /** For 65,536 bytes, a thousandth of the production value. */
    public static final S2kIterations FEW_ITERATIONS = new S2kIterations(0x60);

    private CheaplyProtectedKeys() {}

    public static SecretKeys of(SecretKeys keys, String passphrase) {
        return keys.protectedBy(passphrase.toCharArray(), FEW_ITERATIONS);
    }
}
