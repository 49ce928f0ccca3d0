package jinbo.exchange.openpgp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.openpgp.PGPPublicKey;

/**
 * The keys among the accepted signers' certificates that have the key id of a signature.
 *
 * @param found key and signer; more than one where an older and a newer copy of a certificate are accepted
 */
record SignerKeys(List<Candidate> found) {

    /** A key and the signer in whose certificate it stands. */
    record Candidate(PGPPublicKey key, AcceptedSigner signer) {}

    static SignerKeys among(Set<AcceptedSigner> accepted, long keyId) {
        List<Candidate> found = new ArrayList<>();
        for (AcceptedSigner signer : accepted) {
            for (PGPPublicKey key : signer.certificate().keys()) {
                if (key.getKeyID() == keyId) {
                    found.add(new Candidate(key, signer));
                }
            }
        }
        return new SignerKeys(found);
    }

    boolean isUnknown() {
        return found.isEmpty();
    }

    PGPPublicKey key() {
        return found.get(0).key();
    }

    /** The places where that very key stands. */
    List<Candidate> candidates() {
        return found.stream()
                .filter(candidate -> Arrays.equals(candidate.key().getFingerprint(), key().getFingerprint()))
                .toList();
    }
}
