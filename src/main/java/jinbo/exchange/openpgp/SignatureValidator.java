package jinbo.exchange.openpgp;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jinbo.exchange.openpgp.SignedMessageReader.SignerKeys;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.bcpg.sig.IntendedRecipientFingerprint;
import org.bouncycastle.bcpg.sig.IssuerFingerprint;
import org.bouncycastle.bcpg.sig.NotationData;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;

/**
 * Validates what a cryptographically correct signature states: signer, time, recipients and file name. Only hashed
 * subpackets count, because anybody can change the others.
 */
record SignatureValidator(SecretKeys ours, CryptoPolicy policy, OpenRequest request) {

    /** The oldest accepted signature; uploads may wait on a drop during a long holiday. */
    private static final Duration OLDEST = Duration.ofDays(30);

    private static final Duration YOUNGEST = Duration.ofMinutes(5);

    record Signer(Fingerprint certificate, Fingerprint key, Instant signedAt) {}

    Signer validate(PGPSignature signature, SignerKeys keys) throws EnvelopeException {
        PGPSignatureSubpacketVector hashed = signature.getHashedSubPackets();
        Instant signedAt = signedAt(hashed);
        IssuerFingerprint issuer = hashed.getIssuerFingerprint();
        if (issuer != null && !Arrays.equals(issuer.getFingerprint(), keys.key().getFingerprint())) {
            throw EnvelopeException.invalid("The signature names another key as its maker than the one that made it");
        }
        Signer signer = signer(keys, signedAt);
        checkRecipients(hashed.getIntendedRecipientFingerprints());
        checkFileName(hashed.getNotationDataOccurrences(SignatureSubpackets.FILE_NOTATION));
        return signer;
    }

    private Instant signedAt(PGPSignatureSubpacketVector hashed) throws EnvelopeException {
        if (hashed.getSignatureCreationTime() == null) {
            throw EnvelopeException.invalid("The signature does not say when it was made");
        }
        if (!knowsAllCritical(hashed)) {
            throw EnvelopeException.invalid("The signature has a critical part that is not supported");
        }
        Instant at = hashed.getSignatureCreationTime().toInstant();
        Instant received = request.receivedAt();
        if (at.isBefore(received.minus(OLDEST)) || at.isAfter(received.plus(YOUNGEST))) {
            throw EnvelopeException.invalid("The signature was made at " + at
                    + ", not within 30 days before and 5 minutes after the receipt at " + received);
        }
        long seconds = hashed.getSignatureExpirationTime();
        if (seconds > 0 && !received.isBefore(at.plusSeconds(seconds))) {
            throw EnvelopeException.invalid("The signature was to be good until " + at.plusSeconds(seconds) + " only");
        }
        return at;
    }

    private static boolean knowsAllCritical(PGPSignatureSubpacketVector hashed) {
        return Arrays.stream(hashed.getNotationDataOccurrences())
                        .allMatch(notation -> !notation.isCritical()
                                || notation.getNotationName().equals(SignatureSubpackets.FILE_NOTATION))
                && Arrays.stream(hashed.getCriticalTags())
                        .allMatch(tag -> tag == SignatureSubpacketTags.NOTATION_DATA || SignatureGrammar.isKnown(tag));
    }

    private Signer signer(SignerKeys keys, Instant signedAt) throws EnvelopeException {
        Fingerprint key = Fingerprint.of(keys.key().getFingerprint());
        Optional<Signer> good = Optional.empty();
        String refusal = "";
        for (SignerKeys.Candidate candidate : keys.candidates()) {
            Certificate certificate = candidate.signer().certificate();
            KeyValidity validity = certificate.validity(policy, signedAt);
            Optional<String> fault = validity.fault(candidate.key(), KeyUse.SIGN)
                    .map(KeyFault::toString)
                    .or(() -> candidate.signer().fault(signedAt).map(why -> "its certificate is not accepted: " + why));
            if (fault.isEmpty()) {
                good = Optional.of(new Signer(certificate.fingerprint(), key, signedAt));
            } else {
                refusal = fault.get();
            }
            if (candidate.signer().compromised() || validity.isCompromised(candidate.key())) {
                // a compromised key counts in no certificate
                good = Optional.empty();
                break;
            }
        }
        String why = refusal;
        return good.orElseThrow(() -> EnvelopeException.signer(
                "The signing key " + key + " is known, but was not valid at " + signedAt + ": " + why));
    }

    private void checkRecipients(IntendedRecipientFingerprint[] intended) throws EnvelopeException {
        Set<Fingerprint> named = Arrays.stream(intended)
                .map(recipient -> Fingerprint.of(recipient.getFingerprint()))
                .collect(Collectors.toSet());
        if (named.isEmpty() && request.requireSubpackets()) {
            throw EnvelopeException.invalid("The signature does not say for whom it is");
        }
        if (!named.isEmpty() && named.stream().noneMatch(ours.fingerprints()::contains)) {
            throw EnvelopeException.invalid(
                    "The signature was made for " + named + ", not for us; somebody may have passed the file on");
        }
    }

    private void checkFileName(NotationData[] notations) throws EnvelopeException {
        if (notations.length == 0 && !request.requireSubpackets()) {
            return;
        }
        if (notations.length != 1) {
            throw EnvelopeException.invalid("The signature does not name one file (notation "
                    + SignatureSubpackets.FILE_NOTATION + "), but " + notations.length);
        }
        if (!notations[0].getNotationValue().equals(request.fileName())) {
            throw EnvelopeException.invalid("The signature was made for a file of another name");
        }
    }
}
