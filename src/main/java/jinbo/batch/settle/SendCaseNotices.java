package jinbo.batch.settle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.batch.Drops;
import jinbo.batch.Fence;
import jinbo.batch.NoCertificateException;
import jinbo.batch.PartitionReport;
import jinbo.batch.PartnerCertificates;
import jinbo.batch.Remark;
import jinbo.batch.keyrollover.AnnounceCertificates;
import jinbo.cases.CaseFile;
import jinbo.cases.CaseFiles;
import jinbo.cases.InsurerNotices;
import jinbo.cases.MissedNoticeDays;
import jinbo.exchange.sftp.DropException;
import jinbo.exchange.sftp.DropFolderTooLargeException;
import jinbo.exchange.sftp.DropSession;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.Insurer;
import jinbo.platform.error.FailureMessages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells one insurer, whose lease is held: first what an earlier run did not deliver, then all that is new; what asks, and so holds
 * numbers, in a file of its own.
 */
@Component
record SendCaseNotices(
        InsurerNotices insurerNotices,
        CaseFiles files,
        MissedNoticeDays missedNoticeDays,
        WithholdCaseFile withhold,
        CaseNoticeEligibility caseNoticeEligibility,
        PartnerCertificates certificates,
        Drops drops,
        AnnounceCertificates announceCertificates,
        NextCaseFile nextCaseFile,
        SealCaseFile sealCaseFile,
        DeliverCaseFile deliverCaseFile,
        Fence fence) {

    private static final Logger LOG = LoggerFactory.getLogger(SendCaseNotices.class);

    PartitionReport tell(Insurer insurer) {
        try {
            return tellWhatIsLeft(insurer);
        } catch (DropException e) {
            noteIfItsOwn(insurer, e);
            throw e;
        }
    }

    private PartitionReport tellWhatIsLeft(Insurer insurer) {
        List<CaseFile> undelivered = files.undelivered(insurer.code());
        boolean toAsk = insurerNotices.hasQuestions(insurer.code());
        boolean toTell = insurerNotices.hasNotices(insurer.code());
        if (undelivered.isEmpty() && !toAsk && !toTell) {
            return PartitionReport.NOTHING;
        }
        Optional<String> silence = caseNoticeEligibility.exclusionReason(insurer);
        if (silence.isPresent()) {
            return PartitionReport.ofWithheld(silence.get());
        }
        boolean numbersWait = toAsk || undelivered.stream().anyMatch(files::holdsComplaints);
        Optional<String> refusal = numbersWait ? caseNoticeEligibility.refusal(insurer) : Optional.empty();
        boolean asking = refusal.isEmpty();
        List<CaseFile> left = undelivered.stream()
                .filter(file -> asking || !files.holdsComplaints(file))
                .toList();
        PartitionReport withheld = refusal.map(PartitionReport::ofWithheld).orElse(PartitionReport.NOTHING);
        boolean makesOne = toTell || toAsk && asking;
        if (left.isEmpty() && !makesOne) {
            return withheld;
        }
        if (certificates.recipientsOf(insurer.code()).isEmpty()) {
            missedNoticeDays.record(insurer.code());
            return withheld.and(PartitionReport.ofProblem(NoCertificateException.message(insurer.code())));
        }
        return withheld.and(drops.with(insurer, drop -> {
            Optional<Remark> unannounced = announceCertificates.to(insurer, drop);
            PartitionReport report = deliver(insurer, left, asking, drop);
            return unannounced
                    .map(problem -> report.and(PartitionReport.ofProblem(problem.what())))
                    .orElse(report);
        }));
    }

    private PartitionReport deliver(Insurer insurer, List<CaseFile> left, boolean asking, DropSession drop) {
        List<Integer> delivered = new ArrayList<>();
        try {
            for (CaseFile file : left) {
                withhold.withholdIfNecessary(file, drop);
                if (deliverCaseFile.deliver(insurer.code(), file.sequence())) {
                    delivered.add(file.sequence());
                }
            }
            for (boolean complaints : List.of(false, true)) {
                if (complaints
                        ? asking && insurerNotices.hasQuestions(insurer.code())
                        : insurerNotices.hasNotices(insurer.code())) {
                    int next = files.next(insurer.code());
                    String name = nextCaseFile.name(insurer.code(), drop);
                    fence.record(() -> sealCaseFile.seal(insurer.code(), next, name, complaints));
                    deliverCaseFile.deliver(insurer.code(), next);
                    delivered.add(next);
                }
            }
            return PartitionReport.ofDelivered(delivered);
        } catch (RuntimeException e) {
            Throwable cause = fence.causeOf(e);
            LOG.warn("{} could not be told of its cases", insurer.code(), cause);
            noteIfItsOwn(insurer, cause);
            return PartitionReport.ofDelivered(delivered).and(PartitionReport.ofProblem(FailureMessages.cause(cause)));
        }
    }

    /** Its drop stands at the insurer's, or is ours, which it can only fill. */
    private void noteIfItsOwn(Insurer insurer, Throwable failure) {
        boolean atItsPlace = insurer.drop() instanceof DropLocation.Remote;
        if (failure instanceof DropFolderTooLargeException || atItsPlace && failure instanceof DropException) {
            missedNoticeDays.record(insurer.code());
        }
    }
}
