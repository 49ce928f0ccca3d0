package jinbo.job.collect;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.crypto.Mac;
import jinbo.association.AssociationKeys;
import jinbo.envelope.CryptoPolicy;
import jinbo.envelope.OpenRequest;
import jinbo.envelope.Opener;
import jinbo.envelope.Opening;
import jinbo.inbound.InboundFile;
import jinbo.intake.Judgement;
import jinbo.intake.RowSink;
import jinbo.intake.UploadContext;
import jinbo.intake.UploadJudge;
import jinbo.job.PartnerCertificates;
import jinbo.job.Progress;
import jinbo.job.Spool;
import jinbo.mobile.Segments;
import jinbo.workday.BusinessTime;
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

    UploadContext contextOf(InboundFile file) {
        UploadContext context = UploadContext.receivedOn(BusinessTime.dateOf(file.receivedAt()));
        return new UploadContext(context.receivedOn(), context.encoding(), settings.allNeedsConsent());
    }

    /**
     * Opens and judges once.
     *
     * @param sink takes rows before the signature is verified: it must be able to forget them
     * @param contentMac sees the clear content
     */
    Opening<Judgement> open(InboundFile file, UploadContext context, RowSink sink, Mac contentMac) throws IOException {
        UploadJudge judge =
                new UploadJudge(segments.current()::regionOf, settings.limits().intake());
        OpenRequest request = OpenRequest.ofUpload(
                        certificates.signersOf(file.insurer()),
                        file.receivedAt(),
                        settings.limits().opening())
                .witnessedBy(contentMac::update);
        Path sealed = spool.upload(file.id());
        try (InputStream in = progress.of(file.shownName(), Files.newInputStream(sealed), file.size());
                InputStream buffered = new BufferedInputStream(in, BUFFER)) {
            return new Opener(keys.openPgp(), policy)
                    .open(buffered, request, clear -> judge.judge(clear, context, sink));
        }
    }
}
