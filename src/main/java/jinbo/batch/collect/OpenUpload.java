package jinbo.batch.collect;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import jinbo.batch.PartnerCertificates;
import jinbo.batch.Progress;
import jinbo.batch.Spool;
import jinbo.batch.SpoolException;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.Finding.FindingCause;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.openpgp.CompressionRatioWeight;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.OpenRequest;
import jinbo.exchange.openpgp.OpenResult;
import jinbo.exchange.openpgp.Opener;
import jinbo.exchange.openpgp.PlaintextObserver;
import jinbo.exchange.openpgp.PlaintextReader;
import jinbo.registry.inbound.InboundFile;
import org.springframework.stereotype.Component;

/** Opens (decrypts and verifies) an upload in the spool and streams it to a reader. Text is never written to disk. */
@Component
record OpenUpload(
        AssociationKeys keys,
        PartnerCertificates certificates,
        CryptoPolicy policy,
        Spool spool,
        Progress progress,
        CollectSettings settings) {

    private static final int BUFFER = 1 << 16;

    /**
     * @param observer sees all decrypted bytes
     * @param weight counts the bytes for the limit of the compression ratio
     * @param reader reads before the signature is verified, so its result counts only with {@link OpenResult.Opened}
     * @throws jinbo.exchange.keys.KeysException if all keys of the association have ended
     */
    <T> OpenResult<T> open(
            InboundFile file, PlaintextObserver observer, CompressionRatioWeight weight, PlaintextReader<T> reader) {
        OpenRequest request = OpenRequest.forUpload(
                        certificates.signersOf(file.insurer()),
                        file.receivedAt(),
                        file.shownName(),
                        settings.limits().opening())
                .withObserver(observer)
                .withRatioWeight(weight);
        try (InputStream in =
                        progress.of(file.shownName(), Files.newInputStream(spool.upload(file.id())), file.size());
                InputStream buffered = new BufferedInputStream(in, BUFFER)) {
            return new Opener(keys.openPgp().opening(file.receivedAt()), policy).open(buffered, request, reader);
        } catch (IOException e) {
            throw new SpoolException("read", file.shownName(), e);
        }
    }

    /** Opens an upload that has no rows. */
    <T> OpenResult<T> open(InboundFile file, PlaintextReader<T> reader) {
        return open(file, (buffer, offset, length) -> {}, CompressionRatioWeight.EVERY_BYTE, reader);
    }

    /** Returns the finding for an envelope that cannot be opened. */
    static Finding findingOf(OpenResult.Refused<?> refused) {
        Finding finding = Finding.ofFile(
                switch (refused.fault()) {
                    case ENVELOPE_INVALID -> FindingCode.ENVELOPE_INVALID;
                    case SIGNER_NOT_ACCEPTED -> FindingCode.SIGNER_NOT_ACCEPTED;
                    case TOO_LARGE -> FindingCode.TOO_LARGE;
                });
        return refused.advice()
                .map(advice -> finding.because(
                        switch (advice) {
                            case TEXT_SIGNATURE -> FindingCause.TEXT_SIGNATURE;
                            case NOT_SIGNED -> FindingCause.NOT_SIGNED;
                            case NOT_ENCRYPTED -> FindingCause.NOT_ENCRYPTED;
                            case PASSPHRASE -> FindingCause.PASSPHRASE;
                            case NO_INTEGRITY_PROTECTION -> FindingCause.NO_INTEGRITY_PROTECTION;
                            case GNUPG_OCB -> FindingCause.GNUPG_OCB;
                        }))
                .orElse(finding);
    }
}
