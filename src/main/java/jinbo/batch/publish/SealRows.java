package jinbo.batch.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import jinbo.accesslog.AccessPermit;
import jinbo.batch.Progress;
import jinbo.batch.SealToSpool;
import jinbo.exchange.openpgp.Sealer.DeflatedContent;
import jinbo.exchange.openpgp.Sealer.SealResult;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.LineParticipation;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import jinbo.platform.files.Sha256;
import jinbo.registry.blocklist.FullList;
import jinbo.registry.blocklist.RenderBlockList;
import jinbo.registry.blocklist.RenderBlockListDelta;
import jinbo.registry.blocklist.RenderedList;
import jinbo.registry.blocklist.SealedList;
import org.springframework.stereotype.Component;

/** Seals the rows of a list into the spool while they are rendered: all that an insurer is told, or what has changed of it. */
@Component
record SealRows(
        RenderBlockList renderFull,
        RenderBlockListDelta renderDelta,
        SealToSpool sealToSpool,
        Progress progress,
        FaultPointListener faultPointListener) {

    record SealedRows(SealResult sealed, RenderedList rows) {}

    SealedRows full(
            AccessPermit permit, InsurerCode code, List<LineParticipation> lines, Path file, OpenPublication open)
            throws IOException {
        FullList list = renderFull.full(permit, open.lists(), lines);
        SealResult sealResult = sealToSpool.seal(code, file, new DeflatedContent() {
            @Override
            public long length() {
                return list.length();
            }

            @Override
            public void writeTo(OutputStream clear, OutputStream deflated) throws IOException {
                list.writeTo(clear, progress.ofDeflated(file.getFileName().toString(), deflated));
                faultPointListener.reached(FaultPoint.SEALING);
            }

            @Override
            public Sha256 deflateTo(OutputStream deflated) throws IOException {
                Sha256 clear =
                        list.deflateTo(progress.ofDeflated(file.getFileName().toString(), deflated));
                faultPointListener.reached(FaultPoint.SEALING);
                return clear;
            }
        });
        return new SealedRows(sealResult, list.rendered(sealResult.contentSha256()));
    }

    SealedRows delta(
            AccessPermit permit,
            InsurerCode code,
            List<LineParticipation> lines,
            Path file,
            OpenPublication open,
            SealedList before)
            throws IOException {
        AtomicReference<RenderedList> rows = new AtomicReference<>();
        SealResult sealResult = sealToSpool.seal(code, file, csv -> {
            OutputStream shown = progress.of(file.getFileName().toString(), csv);
            rows.set(renderDelta.delta(permit, open.deltas(), lines, before, shown));
            faultPointListener.reached(FaultPoint.SEALING);
        });
        return new SealedRows(sealResult, rows.get());
    }
}
