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
 * Seals a list, adds its hash to the access log, seals the manifest with the log entry and tree head, and records both
 * before any delivery. If the process dies between these steps, the log contains a list that nobody gets.
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

    /** Seals a list, unless it was already recorded before a crash. */
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
            sealBoth(new OneList(permit, lines, name, spool.lists(code), open));
        } catch (IOException e) {
            accessLog.failed(permit, e);
            throw new SpoolException("write", name.fileName(), e);
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }

    private record OneList(
            AccessPermit permit,
            List<LineParticipation> lines,
            BlockListFileName name,
            Path folder,
            OpenPublication open) {

        Path file() {
            return folder.resolve(name.fileName());
        }

        boolean isFull() {
            return name.kind() == ListKind.FULL;
        }
    }

    private void sealBoth(OneList one) throws IOException {
        BlockListFileName name = one.name();
        Optional<SealedList> before = lists.find(name.insurer(), name.sequence() - 1);
        SealedRows list = one.isFull() ? full(one) : delta(one, before.orElseThrow());
        // a process that died with this sequence may have left a full list instead of a delta, or the reverse
        ListKind other = one.isFull() ? ListKind.DELTA : ListKind.FULL;
        Files.deleteIfExists(
                one.folder().resolve(new BlockListFileName(name.insurer(), name.sequence(), other).fileName()));
        LogTree.CoveredEntry entry = tree.cover(accessLog.completeNow(
                one.permit(),
                AccessResult.of("SEALED", list.rows().rows())
                        .with(new LoggedList(name.sequence(), list.sealed().sha256()))));
        faultPointListener.reached(FaultPoint.LIST_LOGGED);
        Manifest manifest = manifest(one, before.map(SealedList::manifest), list, entry);
        SealResult sealedManifest = sealToSpool.seal(
                name.insurer(), one.folder().resolve(name.manifestName()), json -> json.write(manifest.toJson()));
        faultPointListener.reached(FaultPoint.LIST_SEALED);
        lists.record(
                one.open().publication(),
                new SealedList(
                        manifest,
                        list.rows().entriesByLine(),
                        list.sealed().size(),
                        sealedManifest.sha256(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private Manifest manifest(OneList one, Optional<Manifest> before, SealedRows list, LogTree.CoveredEntry entry) {
        BlockLists.ChainPosition place = lists.next(one.name().insurer());
        Publication publication = one.open().publication();
        RenderedList content = list.rows();
        SealResult sealResult = list.sealed();
        return new Manifest(
                one.name().insurer(),
                one.name().sequence(),
                one.name().kind(),
                codes(one.lines()),
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

    private SealedRows full(OneList one) throws IOException {
        String name = one.name().fileName();
        FullList list = renderFull.full(one.permit(), one.open().lists(), one.lines());
        SealResult sealResult = sealToSpool.seal(one.name().insurer(), one.file(), new DeflatedContent() {
            @Override
            public long length() {
                return list.length();
            }

            @Override
            public void writeTo(OutputStream clear, OutputStream deflated) throws IOException {
                list.writeTo(clear, progress.ofDeflated(name, deflated));
                faultPointListener.reached(FaultPoint.SEALING);
            }

            @Override
            public Sha256 deflateTo(OutputStream deflated) throws IOException {
                Sha256 clear = list.deflateTo(progress.ofDeflated(name, deflated));
                faultPointListener.reached(FaultPoint.SEALING);
                return clear;
            }
        });
        return new SealedRows(sealResult, list.rendered(sealResult.contentSha256()));
    }

    private SealedRows delta(OneList one, SealedList before) throws IOException {
        AtomicReference<RenderedList> rows = new AtomicReference<>();
        SealResult sealResult = sealToSpool.seal(one.name().insurer(), one.file(), csv -> {
            OutputStream watched = progress.of(one.name().fileName(), csv);
            rows.set(renderDelta.delta(one.permit(), one.open().deltas(), one.lines(), before, watched));
            faultPointListener.reached(FaultPoint.SEALING);
        });
        return new SealedRows(sealResult, rows.get());
    }

    private record SealedRows(SealResult sealed, RenderedList rows) {}
}
