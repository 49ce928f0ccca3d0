package jinbo.batch.settle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.accesslog.LogAlarms;
import jinbo.batch.PartitionReport.WorkLeftException;
import jinbo.batch.SealToSpool;
import jinbo.batch.Spool;
import jinbo.cases.CaseFile;
import jinbo.cases.CaseFiles;
import jinbo.cases.InsurerNotices;
import jinbo.cases.PendingNotice;
import jinbo.exchange.format.CaseNotice;
import jinbo.exchange.format.CaseNoticeWriter;
import jinbo.exchange.openpgp.Sealer.SealResult;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import org.springframework.stereotype.Component;

/** Seals notices about cases into the spool, and records them as sent, in one transaction before any delivery. */
@Component
record SealCaseFile(
        InsurerNotices insurerNotices,
        CaseFiles files,
        Insurers insurers,
        AccessLog accessLog,
        LogAlarms alarms,
        SealToSpool sealToSpool,
        Spool spool,
        FaultPointListener faultPointListener,
        Clock clock) {

    /** @param asking true for questions about complaints, which contain numbers; false for other notices */
    void seal(InsurerCode insurer, int sequence, String name, boolean asking) {
        if (files.find(insurer, sequence).isPresent()) {
            return;
        }
        alarms.requireNone();
        AccessPermit permit = accessLog.begin(CaseNoticeEligibility.handOver(insurers.get(insurer), name));
        faultPointListener.reached(FaultPoint.CASES_BEGUN);
        try {
            sealAndRecord(permit, insurer, sequence, name, asking);
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }

    private void sealAndRecord(AccessPermit permit, InsurerCode insurer, int sequence, String name, boolean asking) {
        List<PendingNotice> notices =
                asking ? insurerNotices.notices(insurer, permit, Actor.batch()) : insurerNotices.tell(insurer);
        if (notices.isEmpty()) {
            throw new WorkLeftException(
                    "The cases for " + insurer + " have changed meanwhile; the next run tries again");
        }
        Path target = spool.cases(insurer).resolve(name);
        SealResult sealResult = sealToSpool.seal(insurer, target, out -> write(notices, out));
        faultPointListener.reached(FaultPoint.CASES_SEALED);
        long numbers = notices.stream()
                .filter(pending -> pending.notice().kind() == CaseNotice.Kind.COMPLAINT)
                .count();
        long result = accessLog.complete(permit, "SEALED", numbers);
        insurerNotices.record(
                new CaseFile(
                        insurer,
                        sequence,
                        name,
                        spool.relative(target),
                        sealResult.size(),
                        sealResult.sha256(),
                        clock.instant(),
                        result,
                        Optional.empty()),
                notices);
    }

    private static void write(List<PendingNotice> notices, OutputStream out) throws IOException {
        CaseNoticeWriter writer = new CaseNoticeWriter(out);
        notices.forEach(pending -> writer.write(pending.notice()));
        writer.flush();
    }
}
