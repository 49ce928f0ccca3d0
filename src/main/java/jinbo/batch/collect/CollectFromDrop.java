package jinbo.batch.collect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jinbo.batch.Remark;
import jinbo.batch.SpoolException;
import jinbo.batch.StopRequest;
import jinbo.batch.keyrollover.AnnounceCertificates;
import jinbo.batch.recovery.Recoveries;
import jinbo.batch.recovery.RemainingRecoveryWork;
import jinbo.batch.recovery.ScanForUnrecordedFiles;
import jinbo.exchange.sftp.DropSession;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.stereotype.Component;

/**
 * Collects from the drop of one insurer, whose lease the caller holds: the drop is searched for what no record knows, certificates of our
 * own that are due are announced, what earlier runs left is finished, then what is new is fetched and ingested, file by file in the order of
 * the names.
 */
@Component
record CollectFromDrop(
        ScanForUnrecordedFiles scanForUnrecordedFiles,
        RecordArchived recordArchived,
        AnnounceCertificates announceCertificates,
        Recoveries recoveries,
        RemainingRecoveryWork remainingRecoveryWork,
        DiscoverUploads discoverUploads,
        InboundFiles inbound,
        FinishFile finishFile,
        Quarantine quarantine,
        StopRequest stop) {

    CollectReport collect(Insurer insurer, DropSession drop) {
        InsurerCode code = insurer.code();
        List<Remark> problems = new ArrayList<>();
        scanForUnrecordedFiles.look(code, drop).forEach(recordArchived::record);
        if (insurer.isActive()) {
            announceCertificates.to(insurer, drop).ifPresent(problems::add);
        }
        FinishFile.Finished left = finishFile.finishEach(inbound.unfinished(code));
        problems.addAll(left.problems());
        Set<Long> taken = new LinkedHashSet<>(ids(left));
        if (left.toTheEnd() && insurer.isActive()) {
            Discovery discovery = discoverUploads.discover(insurer, drop);
            FinishFile.Finished arrived = finishFile.finishEach(discovery.arrived());
            problems.addAll(arrived.problems());
            taken.addAll(ids(arrived));
            discovery.left().forEach(what -> problems.add(new Remark(code, what)));
        }
        fullQuarantine(code).ifPresent(what -> problems.add(new Remark(code, what)));
        if (stop.isRequested()) {
            problems.add(new Remark(code, StopRequest.STOPPED));
        }
        recoveries.open().ifPresent(open -> problems.addAll(remainingRecoveryWork.of(open, code)));
        return new CollectReport(taken.stream().map(inbound::get).toList(), problems);
    }

    private static List<Long> ids(FinishFile.Finished finished) {
        return finished.taken().stream().map(InboundFile::id).toList();
    }

    private Optional<String> fullQuarantine(InsurerCode insurer) {
        try {
            return quarantine.full(insurer);
        } catch (IOException e) {
            throw new SpoolException("look through", "the quarantine of " + insurer, e);
        }
    }
}
