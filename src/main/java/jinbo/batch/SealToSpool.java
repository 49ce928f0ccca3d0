package jinbo.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.keys.OpenPgpKey;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.Compression;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.SealRequest;
import jinbo.exchange.openpgp.Sealer;
import jinbo.exchange.openpgp.Sealer.ContentWriter;
import jinbo.exchange.openpgp.Sealer.DeflatedContent;
import jinbo.exchange.openpgp.Sealer.SealResult;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.files.TemporaryFile;
import org.springframework.stereotype.Component;

/** Seals (signs and encrypts) content for an insurer into a durable file of the spool. */
@Component
public record SealToSpool(
        AssociationKeys keys,
        PartnerCertificates certificates,
        CryptoPolicy policy,
        Fence fence,
        CurrentThreadLease lease,
        Clock clock) {

    /**
     * @param target file in the spool; the signature names it as {@code file@exchange.jinbo}
     * @throws LeaseLostException if another process holds the insurer's lease; then the target is unchanged
     * @throws NoCertificateException if the insurer has no certificate for encryption today
     * @throws SpoolException if the spool is not writable
     */
    public SealResult seal(InsurerCode insurer, Path target, ContentWriter content) {
        return seal(insurer, target, content, keys.openPgp().current(clock.instant()));
    }

    /** Seals with another key than the current one. */
    public SealResult seal(InsurerCode insurer, Path target, ContentWriter content, OpenPgpKey signer) {
        return seal(insurer, target, signer, (sealer, request, out) -> sealer.seal(content, request, out));
    }

    /** Seals content that compresses itself. */
    public SealResult seal(InsurerCode insurer, Path target, DeflatedContent content) {
        return seal(
                insurer,
                target,
                keys.openPgp().current(clock.instant()),
                (sealer, request, out) -> sealer.seal(content, request, out));
    }

    private SealResult seal(InsurerCode insurer, Path target, OpenPgpKey signer, Sealing sealing) {
        String name = target.getFileName().toString();
        Set<Certificate> recipients = certificates.recipientsOf(insurer);
        if (recipients.isEmpty()) {
            throw new NoCertificateException(insurer);
        }
        try {
            TemporaryFile temporaryFile = Spool.draftOf(target, lease.require().epoch());
            try {
                SealResult sealResult;
                try (OutputStream out = temporaryFile.create()) {
                    sealResult = sealing.seal(
                            new Sealer(signer.secret(), policy, Compression.standard()),
                            new SealRequest(name, recipients, clock.instant()),
                            out);
                }
                // this may replace a file of a dead process, but never one that a live process has recorded
                fence.requireLease();
                temporaryFile.replace(target);
                return sealResult;
            } finally {
                temporaryFile.discard();
            }
        } catch (IOException e) {
            throw new SpoolException("write", name, e);
        }
    }

    @FunctionalInterface
    private interface Sealing {
        SealResult seal(Sealer sealer, SealRequest request, OutputStream out) throws IOException;
    }

    /** The insurer has no certificate for encryption, so no file can be sealed for it. */
    public static final class NoCertificateException extends RuntimeException {

        NoCertificateException(InsurerCode insurer) {
            super(message(insurer));
        }

        public static String message(InsurerCode insurer) {
            return "there is no valid certificate for encryption; add one with \"key add " + insurer
                    + " FILE\" and run again";
        }
    }
}
