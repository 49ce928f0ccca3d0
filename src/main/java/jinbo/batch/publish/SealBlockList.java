package jinbo.batch.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.AccessResult;
import jinbo.accesslog.Actor;
import jinbo.accesslog.LogAlarms;
import jinbo.accesslog.LogTree;
import jinbo.accesslog.LoggedList;
import jinbo.batch.Progress;
import jinbo.batch.SealToSpool;
import jinbo.batch.Spool;
import jinbo.batch.SpoolException;
import jinbo.batch.publish.OpenPublications.OpenPublication;
import jinbo.exchange.format.BlockListFileName;
import jinbo.exchange.format.ListKind;
import jinbo.exchange.format.Manifest;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.exchange.openpgp.Sealer.DeflatedContent;
import jinbo.exchange.openpgp.Sealer.SealResult;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.LineParticipation;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import jinbo.platform.files.Sha256;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.FullList;
import jinbo.registry.blocklist.FullListPolicy;
import jinbo.registry.blocklist.Publication;
import jinbo.registry.blocklist.RenderBlockList;
import jinbo.registry.blocklist.RenderBlockListDelta;
import jinbo.registry.blocklist.RenderedList;
import jinbo.registry.blocklist.SealedList;
import org.springframework.stereotype.Component;

/**
 * Seals a list, adds its hash to the access log, seals the manifest with the log entry and signed tree head, and
 * records both. Nothing may be delivered before that. If the process dies in between, the log contains a list that
 * nobody gets.
 */
@Component
record SealBlockList(
        BlockLists lists,
        Insurers insurers,
        AccessLog accessLog,
        LogTree tree,
        LogAlarms alarms,
        FullListPolicy fullListPolicy,
        SealToSpool sealToSpool,
        Spool spool,
        FaultPointListener faultPointListener,
        RenderBlockList renderFull,
        RenderBlockListDelta renderDelta,
        Progress progress) {

    /** Keeps a list that was committed before a crash. */
    void seal(InsurerCode code, int sequence, OpenPublication open) {
        if (lists.find(code, sequence).isPresent()) {
            return;
        }
        alarms.requireNone();
        List<LineParticipation> lines = insurers.get(code)
                .linesOn(BusinessTime.dateOf(open.publication().asOf()));
        Optional<FullListPolicy.Reason> full = open.order().full()
                ? Optional.of(FullListPolicy.Reason.FORCED)
                : fullListPolicy.reason(code, codes(lines), open.publication().asOf());
        BlockListFileName name =
                new BlockListFileName(code, sequence, full.isPresent() ? ListKind.FULL : ListKind.DELTA);
        AccessPermit permit = accessLog.begin(new Access(
                Actor.batch(),
                AccessAction.PUBLISH_LIST,
                "the insurer receives its block list",
                Optional.of(code.value()),
                name.fileName()));
        faultPointListener.reached(FaultPoint.LIST_BEGUN);
        try {
            sealBoth(permit, lines, name, open);
        } catch (IOException e) {
            accessLog.failed(permit, e);
            throw new SpoolException("write", name.fileName(), e);
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }

    private void sealBoth(
            AccessPermit permit, List<LineParticipation> lines, BlockListFileName name, OpenPublication open)
            throws IOException {
        Path folder = spool.lists(name.insurer());
        Optional<SealedList> before = lists.find(name.insurer(), name.sequence() - 1);
        SealedRows list = name.kind() == ListKind.FULL
                ? full(permit, name.insurer(), lines, folder.resolve(name.fileName()), open)
                : delta(permit, name.insurer(), lines, folder.resolve(name.fileName()), open, before.orElseThrow());
        // a process that died with this sequence may have left a list of the other kind
        ListKind other = name.kind() == ListKind.FULL ? ListKind.DELTA : ListKind.FULL;
        Files.deleteIfExists(folder.resolve(new BlockListFileName(name.insurer(), name.sequence(), other).fileName()));
        LogTree.CoveredEntry entry = tree.cover(accessLog.completeNow(
                permit,
                AccessResult.of("SEALED", list.rows().rows())
                        .with(new LoggedList(name.sequence(), list.sealed().sha256()))));
        faultPointListener.reached(FaultPoint.LIST_LOGGED);
        Manifest manifest =
                manifest(name, codes(lines), before.map(SealedList::manifest), open.publication(), list, entry);
        SealResult sealedManifest = sealToSpool.seal(
                name.insurer(), folder.resolve(name.manifestName()), json -> json.write(manifest.toJson()));
        faultPointListener.reached(FaultPoint.LIST_SEALED);
        lists.record(
                open.publication(),
                new SealedList(
                        manifest,
                        list.rows().entriesByLine(),
                        list.sealed().size(),
                        sealedManifest.sha256(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private Manifest manifest(
            BlockListFileName name,
            List<LineCode> lines,
            Optional<Manifest> before,
            Publication publication,
            SealedRows list,
            LogTree.CoveredEntry entry) {
        BlockLists.ChainPosition place = lists.next(name.insurer());
        RenderedList content = list.rows();
        SealResult sealResult = list.sealed();
        return new Manifest(
                name.insurer(),
                name.sequence(),
                name.kind(),
                lines,
                place.previousSequence(),
                place.previousManifestSha256(),
                publication.revision(),
                publication.asOf(),
                publication.useBy(),
                content.rows(),
                content.entries(),
                sealResult.sha256(),
                content.contentSha256(),
                content.listDigest(),
                sealResult.encryptedTo().stream()
                        .map(Fingerprint::value)
                        .sorted()
                        .toList(),
                entry.index(),
                Optional.of(entry.checkpoint()),
                before.flatMap(Manifest::accessLogCheckpoint)
                        .flatMap(checkpoint -> tree.consistency(checkpoint, entry.checkpoint())));
    }

    private static List<LineCode> codes(List<LineParticipation> lines) {
        return lines.stream().map(LineParticipation::code).toList();
    }

    /** Seals the rows while they are rendered. */
    private SealedRows full(
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

    private SealedRows delta(
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

    record SealedRows(SealResult sealed, RenderedList rows) {}
}
