package jinbo.exchange.openpgp;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/** Caches which signatures of one certificate verify, which depends only on its immutable bytes. */
final class SignatureCache {

    private final Map<PGPSignature, Boolean> known = new IdentityHashMap<>();
    private final Map<PGPSignature, List<PGPSignature>> embedded = new IdentityHashMap<>();

    /**
     * @param signature an object of the certificate or from {@link #embeddedIn}, whose identity determines what it is
     *     over
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

    /** The signatures embedded in another one; an area with an unreadable one contributes none. */
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
