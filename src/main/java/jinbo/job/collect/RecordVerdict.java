package jinbo.job.collect;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.exchange.FindingCode;
import jinbo.exchange.ReceiptStatus;
import jinbo.exchange.Tally;
import jinbo.inbound.FindingWriter;
import jinbo.inbound.Findings;
import jinbo.inbound.InboundFile;
import jinbo.inbound.Verdict;
import jinbo.inbound.Verdicts;
import org.springframework.stereotype.Component;

/** Turns what taking in came to into the file's verdict, with the access log's result entry, in the caller's transaction. */
@Component
class RecordVerdict {

    private final AccessLog accessLog;
    private final Verdicts verdicts;
    private final Findings findings;

    RecordVerdict(AccessLog accessLog, Verdicts verdicts, Findings findings) {
        this.accessLog = accessLog;
        this.verdicts = verdicts;
        this.findings = findings;
    }

    void record(AccessPermit permit, InboundFile file, int answer, TakenIn outcome) {
        if (outcome instanceof TakenIn.Merged merged) {
            Tally tally = merged.tally();
            Optional<LocalDate> effectiveOn =
                    tally.accepted() > 0 ? Optional.of(merged.effectiveOn()) : Optional.empty();
            Draft draft = new Draft(tally.status(), tally, effectiveOn, Optional.empty(), tally.rows());
            conclude(permit, file, answer, draft, Optional.of(merged.contentMac()));
        } else if (outcome instanceof TakenIn.Held held) {
            Tally tally = held.tally().withheld(held.because());
            Draft draft = new Draft(ReceiptStatus.HELD, tally, Optional.empty(), Optional.empty(), tally.rows());
            conclude(permit, file, answer, draft, Optional.of(held.contentMac()));
        } else if (outcome instanceof TakenIn.Refused refused) {
            recordRefusal(permit, file, answer, refused);
        }
    }

    private void recordRefusal(AccessPermit permit, InboundFile file, int answer, TakenIn.Refused refused) {
        boolean byOperator = refused.finding().code() == FindingCode.REFUSED_BY_OPERATOR;
        FindingWriter writer = byOperator ? findings.append(file.id()) : findings.replace(file.id());
        writer.add(refused.finding());
        writer.flush();
        Tally tally = byOperator
                ? refusedAfterHolding(file)
                : Tally.unread(refused.finding().code());
        Draft draft = new Draft(
                ReceiptStatus.REFUSED, tally, Optional.empty(), Optional.of(refused.operatorDetail()), tally.rows());
        conclude(permit, file, answer, draft, Optional.empty());
    }

    private static Tally refusedAfterHolding(InboundFile file) {
        Tally held = file.verdict().map(Verdict::tally).orElseThrow();
        return held.withheld(FindingCode.REFUSED_BY_OPERATOR);
    }

    private void conclude(AccessPermit permit, InboundFile file, int answer, Draft draft, Optional<byte[]> contentMac) {
        long index = accessLog.conclude(permit, draft.status().name(), draft.numbers());
        Verdict verdict =
                new Verdict(draft.status(), draft.tally(), draft.effectiveOn(), draft.operatorDetail(), index);
        verdicts.record(file.id(), answer, verdict, contentMac);
    }

    private record Draft(
            ReceiptStatus status,
            Tally tally,
            Optional<LocalDate> effectiveOn,
            Optional<String> operatorDetail,
            long numbers) {}
}
