package jinbo.job.collect;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import javax.crypto.Mac;
import jinbo.association.AssociationKeys;
import jinbo.envelope.CryptoPolicy;
import jinbo.envelope.EnvelopeFault;
import jinbo.envelope.OpenRequest;
import jinbo.envelope.Opener;
import jinbo.envelope.Opening;
import jinbo.exchange.Finding;
import jinbo.exchange.FindingCode;
import jinbo.inbound.InboundFile;
import jinbo.intake.AcceptedRow;
import jinbo.intake.Judgement;
import jinbo.intake.RowSink;
import jinbo.intake.UploadContext;
import jinbo.intake.UploadJudge;
import jinbo.job.PartnerCertificates;
import jinbo.job.Progress;
import jinbo.job.Spool;
import jinbo.job.SpoolException;
import jinbo.mobile.Segments;
import org.springframework.stereotype.Component;

/** Opens a spooled upload and has its rows judged while it is decrypted; nothing clear touches the disk. */
@Component
class OpenUpload {

    private static final int BUFFER = 1 << 16;

    private final AssociationKeys keys;
    private final PartnerCertificates certificates;
    private final CryptoPolicy policy;
    private final Segments segments;
    private final Spool spool;
    private final Progress progress;
    private final CollectSettings settings;

    OpenUpload(
            AssociationKeys keys,
            PartnerCertificates certificates,
            CryptoPolicy policy,
            Segments segments,
            Spool spool,
            Progress progress,
            CollectSettings settings) {
        this.keys = keys;
        this.certificates = certificates;
        this.policy = policy;
        this.segments = segments;
        this.spool = spool;
        this.progress = progress;
        this.settings = settings;
    }

    /**
     * Opens and judges once.
     *
     * @param sink takes rows before the signature is verified: what it was given counts only if the answer is {@link
     *     Reading.Whole}
     * @throws SpoolException if the spooled bytes cannot be read
     */
    Reading read(InboundFile file, UploadContext context, RowSink<AcceptedRow> sink) {
        Mac mac = keys.contentKey().newHash();
        Opening<Judgement> opening = open(file, context, sink, mac);
        if (opening instanceof Opening.Refused<Judgement> refused) {
            return new Reading.Bad(Finding.ofFile(codeOf(refused.fault())), refused.operatorDetail());
        }
        Judgement judgement = ((Opening.Opened<Judgement>) opening).value();
        if (judgement instanceof Judgement.ReadAgain again) {
            return new Reading.Again(context.readAs(again.encoding()));
        }
        if (judgement instanceof Judgement.Refused refused) {
            return new Reading.Bad(refused.finding(), describe(refused.finding()));
        }
        return new Reading.Whole((Judgement.Judged) judgement, mac.doFinal());
    }

    private Opening<Judgement> open(InboundFile file, UploadContext context, RowSink<AcceptedRow> sink, Mac mac) {
        UploadJudge judge =
                new UploadJudge(segments.current()::regionOf, settings.limits().intake());
        OpenRequest request = OpenRequest.ofUpload(
                        certificates.signersOf(file.insurer()),
                        file.receivedAt(),
                        settings.limits().opening())
                .witnessedBy(mac::update);
        try (InputStream in =
                        progress.of(file.shownName(), Files.newInputStream(spool.upload(file.id())), file.size());
                InputStream buffered = new BufferedInputStream(in, BUFFER)) {
            return new Opener(keys.openPgp(), policy)
                    .open(buffered, request, clear -> judge.judge(clear, context, sink));
        } catch (IOException e) {
            throw new SpoolException("read", file.shownName(), e);
        }
    }

    private static String describe(Finding finding) {
        return finding.code()
                + (finding.line().isPresent() ? " at line " + finding.line().getAsInt() : "");
    }

    private static FindingCode codeOf(EnvelopeFault fault) {
        return switch (fault) {
            case ENVELOPE_INVALID -> FindingCode.ENVELOPE_INVALID;
            case SIGNER_NOT_ACCEPTED -> FindingCode.SIGNER_NOT_ACCEPTED;
            case TOO_LARGE -> FindingCode.TOO_LARGE;
        };
    }
}
