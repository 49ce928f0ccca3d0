package jinbo.batch.collect;

import java.nio.file.Files;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.batch.Spool;
import jinbo.batch.recovery.UploadRecoveryStates;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.Insurers;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import jinbo.registry.inbound.HeldDecision;
import jinbo.registry.inbound.HeldDecisions;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import jinbo.registry.inbound.ReingestDecision;
import jinbo.registry.inbound.ReingestDecisions;
import jinbo.registry.inbound.Verdicts;
import org.springframework.stereotype.Component;

/**
 * The first step of {@code collect-uploads}: one transaction, in which a file is opened, judged, merged and its verdict
 * recorded, or nothing happens at all.
 */
@Component
class IngestFile {

    private final InboundFiles inbound;
    private final HeldDecisions decisions;
    private final ReingestDecisions takenAgain;
    private final UploadRecoveryStates uploadRecoveryStates;
    private final Verdicts verdicts;
    private final Insurers insurers;
    private final AccessLog accessLog;
    private final Map<FileKind, FileIngester> byKind = new EnumMap<>(FileKind.class);
    private final RecordVerdict recordVerdict;
    private final Spool spool;
    private final FaultPointListener faultPointListener;

    IngestFile(
            InboundFiles inbound,
            HeldDecisions decisions,
            ReingestDecisions takenAgain,
            UploadRecoveryStates uploadRecoveryStates,
            Verdicts verdicts,
            Insurers insurers,
            AccessLog accessLog,
            List<FileIngester> kinds,
            RecordVerdict recordVerdict,
            Spool spool,
            FaultPointListener faultPointListener) {
        this.inbound = inbound;
        this.decisions = decisions;
        this.takenAgain = takenAgain;
        this.uploadRecoveryStates = uploadRecoveryStates;
        this.verdicts = verdicts;
        this.insurers = insurers;
        this.accessLog = accessLog;
        kinds.forEach(kind -> byKind.put(kind.kind(), kind));
        this.recordVerdict = recordVerdict;
        this.spool = spool;
        this.faultPointListener = faultPointListener;
    }

    /** Gives a file its verdict; one that was committed before a crash stands. */
    void ingest(long inboundFile, int answer) {
        InboundFile file = inbound.get(inboundFile);
        if (file.verdictCount() >= answer) {
            return;
        }
        faultPointListener.reached(FaultPoint.RECORDED);
        Insurer insurer = insurers.get(file.insurer());
        Optional<HeldDecision> decision = decisions.of(inboundFile, answer);
        Optional<ReingestDecision> again = takenAgain.of(inboundFile);
        AccessPermit permit = accessLog.begin(accessOf(file, decision, again));
        faultPointListener.reached(FaultPoint.ACCESS_BEGUN);
        try {
            IngestResult outcome = judge(permit, file, insurer, decision, again.isPresent());
            recordVerdict.record(permit, file, answer, outcome);
            faultPointListener.reached(FaultPoint.VERDICT_WRITTEN);
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }

    private IngestResult judge(
            AccessPermit permit, InboundFile file, Insurer insurer, Optional<HeldDecision> decision, boolean again) {
        if (decision.filter(d -> d.kind() == HeldDecision.Kind.REFUSE).isPresent()) {
            return new IngestResult.RefusedByOperator(
                    file.verdict().orElseThrow().tally(), decision.get().reason());
        }
        if (file.nameFault().isPresent()) {
            return refused(FindingCode.NAME_INVALID, file.nameFault().get());
        }
        if (file.fetched() && !Files.exists(spool.upload(file.id()))) {
            throw new SpooledFileMissingException(file, spool.upload(file.id()));
        }
        if (!file.fetched()) {
            return refused(FindingCode.TOO_LARGE, file.size() + " bytes are above the limit; it was not fetched");
        }
        if (decision.isEmpty()) {
            Optional<String> earlier = earlier(file, again);
            if (earlier.isPresent()) {
                return refused(FindingCode.ALREADY_RECEIVED, "same name or bytes as " + earlier.get());
            }
        }
        return kindOf(file).ingest(new IngestContext(permit, file, insurer, decision));
    }

    private FileIngester kindOf(InboundFile file) {
        return file.kind()
                .map(byKind::get)
                .orElseThrow(
                        () -> new IllegalStateException("A file of no kind was recorded as one with a valid name"));
    }

    /** A name that an upload had before a restore stays taken while that one waits to be ingested again. */
    private Optional<String> earlier(InboundFile file, boolean again) {
        return verdicts.findEarlierDuplicate(file)
                .or(() -> again
                                || uploadRecoveryStates
                                        .findUnrecorded(file.insurer(), file.stem())
                                        .isEmpty()
                        ? Optional.empty()
                        : Optional.of("an upload that was lost in a restore and lies in archive/"));
    }

    private static IngestResult refused(FindingCode code, String detail) {
        return new IngestResult.Refused(Finding.ofFile(code), detail);
    }

    private static Access accessOf(
            InboundFile file, Optional<HeldDecision> decision, Optional<ReingestDecision> again) {
        Optional<Actor> person = decision.map(HeldDecision::by).or(() -> again.map(ReingestDecision::by));
        return new Access(
                person.orElseGet(Actor::batch),
                decision.isPresent() ? AccessAction.RELEASE : AccessAction.TAKE_IN,
                decision.map(d -> d.kind().name().toLowerCase(Locale.ROOT) + ": " + d.reason())
                        .or(() -> again.map(word -> "ingested again after a restore: " + word.reason()))
                        .orElse(purposeOf(file)),
                Optional.of(file.insurer().value()),
                file.shownName());
    }

    private static String purposeOf(InboundFile file) {
        return file.kind()
                .map(kind -> switch (kind) {
                    case WITHDRAWALS -> "complaints are withdrawn";
                    case ACK -> "the acknowledgement of a list is recorded";
                    case RESYNC -> "the insurer requests a full list";
                    case CERTIFICATE -> "a certificate of the insurer is checked";
                    case COMPLAINTS -> "complaints become registrations";
                    case CASE_ANSWERS -> "answers to cases are recorded";
                })
                .orElse("a file of unknown kind is refused");
    }
}
