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

/** Seals something for an insurer into a file of the spool; when it returns the bytes are durable. */
@Component
public record SealToSpool(
        AssociationKeys keys,
        PartnerCertificates certificates,
        CryptoPolicy policy,
        Fence fence,
        CurrentThreadLease lease,
        Clock clock) {

    /**
     * @param target the file in the spool; its last name is the one that is signed as {@code file@exchange.jinbo}
     * @throws LeaseLostException if the insurer's lease is another process's; what lies there is not touched then
     * @throws NoCertificateException if the insurer has no certificate that can be encrypted to today
     * @throws jinbo.exchange.keys.KeysException if no key of ours may sign
     */
    public SealResult seal(InsurerCode insurer, Path target, ContentWriter content) throws IOException {
        return seal(insurer, target, content, keys.openPgp().current(clock.instant()));
    }

    /**
     * The same with a key of ours that is not the one whose turn it is.
     *
     * @throws LeaseLostException if the insurer's lease is another process's; what lies there is not touched then
     * @throws NoCertificateException if the insurer has no certificate that can be encrypted to today
     */
    public SealResult seal(InsurerCode insurer, Path target, ContentWriter content, OpenPgpKey signer)
            throws IOException {
        return seal(insurer, target, signer, (sealer, request, out) -> sealer.seal(content, request, out));
    }

    /**
     * The same, with the key whose turn it is, of content that compresses itself.
     *
     * @throws LeaseLostException if the insurer's lease is another process's; what lies there is not touched then
     * @throws NoCertificateException if the insurer has no certificate that can be encrypted to today
     * @throws jinbo.exchange.keys.KeysException if no key of ours may sign
     */
    public SealResult seal(InsurerCode insurer, Path target, DeflatedContent content) throws IOException {
        return seal(
                insurer,
                target,
                keys.openPgp().current(clock.instant()),
                (sealer, request, out) -> sealer.seal(content, request, out));
    }

    private SealResult seal(InsurerCode insurer, Path target, OpenPgpKey signer, Sealing sealing) throws IOException {
        String name = target.getFileName().toString();
        Set<Certificate> recipients = certificates.recipientsOf(insurer);
        if (recipients.isEmpty()) {
            throw new NoCertificateException(insurer);
        }
        TemporaryFile temporaryFile = Spool.draftOf(target, lease.require().epoch());
        try {
            SealResult sealResult;
            try (OutputStream out = temporaryFile.create()) {
                sealResult = sealing.seal(
                        new Sealer(signer.secret(), policy, Compression.standard()),
                        new SealRequest(name, recipients, clock.instant()),
                        out);
            }
            // it may replace what a dead process left there, but never what a living one has recorded
            fence.requireLease();
            temporaryFile.replace(target);
            return sealResult;
        } finally {
            temporaryFile.discard();
        }
    }

    @FunctionalInterface
    private interface Sealing {
        SealResult seal(Sealer sealer, SealRequest request, OutputStream out) throws IOException;
    }
}
