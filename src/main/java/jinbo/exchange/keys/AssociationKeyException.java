package jinbo.exchange.keys;

import java.time.Instant;
import jinbo.exchange.openpgp.Fingerprint;

/** What was asked of our own OpenPGP keys cannot be done. */
public sealed class AssociationKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private AssociationKeyException(String message) {
        super(message);
    }

    /** None of them may sign. */
    public static final class NoneSigns extends AssociationKeyException {
        private static final long serialVersionUID = 1L;

        NoneSigns() {
            super("No OpenPGP key of our own may sign any more, so nothing can be sealed; make one with \"key renew"
                    + " --from TODAY\", and give the insurers its certificate");
        }
    }

    /** None of them opens what came in. */
    public static final class NoneOpens extends AssociationKeyException {
        private static final long serialVersionUID = 1L;

        NoneOpens() {
            super("No OpenPGP key of our own opens what comes in, since all have ended; look at \"key list --own\" and"
                    + " make one with \"key renew\"");
        }
    }

    /** None of them has the fingerprint. */
    public static final class Unknown extends AssociationKeyException {
        private static final long serialVersionUID = 1L;

        Unknown(Fingerprint fingerprint) {
            super("No OpenPGP key of our own has the fingerprint " + fingerprint + "; see \"key list --own\"");
        }
    }

    /** None waits for its turn. */
    public static final class NoNext extends AssociationKeyException {
        private static final long serialVersionUID = 1L;

        public NoNext() {
            super("No next OpenPGP key of our own waits for its turn; make one with \"key renew\"");
        }
    }

    /** A next one waits already. */
    public static final class NextWaits extends AssociationKeyException {
        private static final long serialVersionUID = 1L;

        NextWaits(OpenPgpKey next) {
            super("A next key waits already, " + next.fingerprint() + ", and signs from " + next.signsFrom()
                    + " on; let it sign, or give it up with \"key retire\" before another one is made");
        }
    }

    /** It would end before its turn. */
    public static final class EndsTooSoon extends AssociationKeyException {
        private static final long serialVersionUID = 1L;

        EndsTooSoon(Instant turn, Instant end) {
            super("A key that signs from " + turn + " on cannot end at " + end + "; say a later --until, or an earlier"
                    + " --from");
        }
    }

    /** The same was said of it before. */
    public static final class Retired extends AssociationKeyException {
        private static final long serialVersionUID = 1L;

        Retired(OpenPgpKey key, Instant from) {
            super("The key " + key.fingerprint() + " is retired from " + from + " on"
                    + (key.isCompromised()
                            ? ", as compromised"
                            : "; that is never taken back, and can become harsher only: --compromised"));
        }
    }

    /** Without it nothing could be signed. */
    public static final class Last extends AssociationKeyException {
        private static final long serialVersionUID = 1L;

        Last(OpenPgpKey key) {
            super("Without the key " + key.fingerprint()
                    + " nothing could be signed; make its successor first: key renew");
        }
    }
}
