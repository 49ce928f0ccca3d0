package jinbo.exchange.openpgp;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/** Caches which signatures of one certificate are valid; this depends only on its bytes, which never change. */
final class SignatureCache {

    private final Map<PGPSignature, Boolean> known = new IdentityHashMap<>();
    private final Map<PGPSignature, List<PGPSignature>> embedded = new IdentityHashMap<>();

    /**
     * @param signature an object of the certificate or from {@link #embeddedIn}; the same object always signs the same
     *     data
     */
    synchronized boolean verifies(PGPSignature signature, PGPPublicKey by, Verification verification) {
        return known.computeIfAbsent(signature, unknown -> {
            // a signature object has state during verification, and two certificates may share it
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

    /** The signatures embedded in another signature; if one of an area is unreadable, none of that area. */
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

    interface Verification {
        boolean verify() throws PGPException;
    }
}
