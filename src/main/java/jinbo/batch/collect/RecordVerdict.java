package jinbo.batch.collect;

import java.util.Optional;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.AccessResult;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.registry.inbound.FindingWriter;
import jinbo.registry.inbound.Findings;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.Verdict;
import jinbo.registry.inbound.Verdicts;
import org.springframework.stereotype.Component;

/** Records what ingesting came to as the file's verdict, with the access log's result, in the caller's transaction. */
@Component
record RecordVerdict(AccessLog accessLog, Verdicts verdicts, Findings findings) {

    void record(AccessPermit permit, InboundFile file, int answer, IngestResult outcome) {
        if (outcome instanceof IngestResult.Refused refused) {
            write(findings.replace(file.id()), refused.finding());
        } else if (outcome instanceof IngestResult.Noted noted
                && noted.warning().isPresent()) {
            write(findings.replace(file.id()), noted.warning().get());
        } else if (outcome instanceof IngestResult.RefusedByOperator) {
            write(findings.append(file.id()), Finding.ofFile(FindingCode.REFUSED_BY_OPERATOR));
        }
        long id = accessLog.complete(
                permit,
                new AccessResult(
                        outcome.status().name(), outcome.tally().rows(), outcome.registrations(), Optional.empty()));
        Verdict verdict =
                new Verdict(outcome.status(), outcome.tally(), outcome.effectiveOn(), outcome.operatorDetail(), id);
        verdicts.record(file.id(), answer, verdict, outcome.contentMac());
    }

    private static void write(FindingWriter writer, Finding finding) {
        writer.add(finding);
        writer.flush();
    }
}
