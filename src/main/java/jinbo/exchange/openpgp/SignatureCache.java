package jinbo.exchange.openpgp;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/**
 * Which signatures of one certificate verify, each worked out once. That depends on the certificate's bytes alone, which never change;
 * whether a signature counts at an instant is asked hundreds of times and depends on more.
 */
final class SignatureCache {

    private final Map<PGPSignature, Boolean> known = new IdentityHashMap<>();
    private final Map<PGPSignature, List<PGPSignature>> embedded = new IdentityHashMap<>();

    /**
     * Whether a signature verifies; one that cannot be read does not.
     *
     * @param signature an object of the certificate, or one that {@link #embeddedIn} gave: it stands in one place and so is over one
     *     thing
     */
    synchronized boolean verifies(PGPSignature signature, PGPPublicKey by, Verification verification) {
        return known.computeIfAbsent(signature, unknown -> {
            // it is in the middle of a verification until the answer is there, and two certificates may be made of the
            // same objects
            synchronized (unknown) {
                return verifiesNow(unknown, by, verification);
            }
        });
    }

    private static boolean verifiesNow(PGPSignature signature, PGPPublicKey by, Verification verification) {
        try {
            signature.init(new BcPGPContentVerifierBuilderProvider(), by);
            return verification.verify();
        } catch (PGPException | RuntimeException e) {
            return false;
        }
    }

    /** The signatures inside another one, as far as they can be read: an area with one that cannot gives none. */
    synchronized List<PGPSignature> embeddedIn(PGPSignature signature) {
        return embedded.computeIfAbsent(signature, unread -> {
            List<PGPSignature> found = new ArrayList<>();
            for (var area : List.of(unread.getHashedSubPackets(), unread.getUnhashedSubPackets())) {
                try {
                    area.getEmbeddedSignatures().forEach(found::add);
                } catch (PGPException | RuntimeException e) {
                    continue;
                }
            }
            return List.copyOf(found);
        });
    }

    /** A check that the signature was initialised for. */
    interface Verification {
        boolean verify() throws PGPException;
    }
}
