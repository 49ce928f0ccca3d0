package jinbo.batch.settle;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.batch.Drops;
import jinbo.batch.FailureMessages;
import jinbo.batch.NoCertificateException;
import jinbo.batch.PartnerCertificates;
import jinbo.batch.Remark;
import jinbo.batch.RunExecution;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Tells one insurer, whose lease is held: first what an earlier run did not deliver, then all that is new; what asks, and so holds
 * numbers, in a file of its own.
 */
@Component
class SendCaseNotices {

    private static final Logger LOG = LoggerFactory.getLogger(SendCaseNotices.class);

    private final InsurerNotices insurerNotices;
    private final CaseFiles files;
    private final MissedNoticeDays missedNoticeDays;
    private final WithholdCaseFile withhold;
    private final CaseNoticeEligibility caseNoticeEligibility;
    private final PartnerCertificates certificates;
    private final Drops drops;
    private final AnnounceCertificates announceCertificates;
    private final NextCaseFile nextCaseFile;
    private final RunExecution runExecution;
    private final Job tellCases;
    private final Clock clock;

    SendCaseNotices(
            InsurerNotices insurerNotices,
            CaseFiles files,
            MissedNoticeDays missedNoticeDays,
            WithholdCaseFile withhold,
            CaseNoticeEligibility caseNoticeEligibility,
            PartnerCertificates certificates,
            Drops drops,
            AnnounceCertificates announceCertificates,
            NextCaseFile nextCaseFile,
            RunExecution runExecution,
            @Qualifier(TellCasesJob.NAME) Job tellCases,
            Clock clock) {
        this.insurerNotices = insurerNotices;
        this.files = files;
        this.missedNoticeDays = missedNoticeDays;
        this.withhold = withhold;
        this.caseNoticeEligibility = caseNoticeEligibility;
        this.certificates = certificates;
        this.drops = drops;
        this.announceCertificates = announceCertificates;
        this.nextCaseFile = nextCaseFile;
        this.runExecution = runExecution;
        this.tellCases = tellCases;
        this.clock = clock;
    }

    SettleReport tell(Insurer insurer) {
        // one that died after its file was delivered, or withheld, does not know that it is complete
        Optional<Throwable> unended = files.find(insurer.code(), files.next(insurer.code()) - 1)
                .filter(file -> file.isDelivered() || files.isWithheld(file))
                .flatMap(file -> run(insurer, file.sequence(), file.name(), false));
        try {
            return unended.map(failure -> failed(insurer, List.of(), failure)).orElseGet(() -> tellWhatIsLeft(insurer));
        } catch (DropException e) {
            noteIfItsOwn(insurer, e);
            throw e;
        }
    }

    private SettleReport tellWhatIsLeft(Insurer insurer) {
        List<CaseFile> undelivered = files.undelivered(insurer.code());
        boolean toAsk = insurerNotices.hasQuestions(insurer.code());
        boolean toTell = insurerNotices.hasNotices(insurer.code());
        if (undelivered.isEmpty() && !toAsk && !toTell) {
            return SettleReport.NOTHING;
        }
        Optional<String> silence = caseNoticeEligibility.exclusionReason(insurer);
        if (silence.isPresent()) {
            return SettleReport.withheld(insurer, silence.get());
        }
        boolean numbersWait = toAsk || undelivered.stream().anyMatch(files::holdsComplaints);
        Optional<String> refusal = numbersWait ? caseNoticeEligibility.refusal(insurer) : Optional.empty();
        boolean asking = refusal.isEmpty();
        List<CaseFile> left = undelivered.stream()
                .filter(file -> asking || !files.holdsComplaints(file))
                .toList();
        SettleReport withheld =
                refusal.map(why -> SettleReport.withheld(insurer, why)).orElse(SettleReport.NOTHING);
        boolean makesOne = toTell || toAsk && asking;
        if (left.isEmpty() && !makesOne) {
            return withheld;
        }
        if (certificates.recipientsOf(insurer.code(), clock.instant()).isEmpty()) {
            missedNoticeDays.record(insurer.code());
            return withheld.and(SettleReport.problem(insurer, NoCertificateException.message(insurer.code())));
        }
        return withheld.and(drops.with(insurer, drop -> {
            Optional<Remark> unannounced = announceCertificates.to(insurer, drop);
            SettleReport report = deliver(insurer, left, asking, drop);
            return unannounced
                    .map(problem -> report.and(SettleReport.problem(insurer, problem.what())))
                    .orElse(report);
        }));
    }

    private SettleReport deliver(Insurer insurer, List<CaseFile> left, boolean asking, DropSession drop) {
        List<CaseFile> delivered = new ArrayList<>();
        for (CaseFile file : left) {
            withhold.withholdIfNecessary(file, drop);
            Optional<Throwable> failure = run(insurer, file.sequence(), file.name(), asking);
            if (failure.isPresent()) {
                return failed(insurer, delivered, failure.get());
            }
            files.find(insurer.code(), file.sequence())
                    .filter(CaseFile::isDelivered)
                    .ifPresent(is -> delivered.add(file));
        }
        for (boolean complaints : List.of(false, true)) {
            if (complaints
                    ? asking && insurerNotices.hasQuestions(insurer.code())
                    : insurerNotices.hasNotices(insurer.code())) {
                int next = files.next(insurer.code());
                Optional<Throwable> failure = run(insurer, next, nextCaseFile.name(insurer.code(), drop), complaints);
                if (failure.isPresent()) {
                    return failed(insurer, delivered, failure.get());
                }
                delivered.add(files.find(insurer.code(), next).orElseThrow());
            }
        }
        return SettleReport.of(delivered);
    }

    private Optional<Throwable> run(Insurer insurer, int sequence, String name, boolean asking) {
        return runExecution.run(tellCases, TellCasesJob.parameters(insurer.code(), sequence, name, asking));
    }

    private SettleReport failed(Insurer insurer, List<CaseFile> delivered, Throwable failure) {
        LOG.warn("{} could not be told of its cases", insurer.code(), failure);
        noteIfItsOwn(insurer, failure);
        return SettleReport.of(delivered).and(SettleReport.problem(insurer, FailureMessages.cause(failure)));
    }

    /** Its drop stands at the insurer's, or is ours, which it can only fill. */
    private void noteIfItsOwn(Insurer insurer, Throwable failure) {
        boolean atItsPlace = insurer.drop() instanceof DropLocation.Remote;
        if (failure instanceof DropFolderTooLargeException || atItsPlace && failure instanceof DropException) {
            missedNoticeDays.record(insurer.code());
        }
    }
}
