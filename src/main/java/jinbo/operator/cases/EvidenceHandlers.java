package jinbo.operator.cases;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jinbo.accesslog.Actor;
import jinbo.cases.evidence.CollectEvidence;
import jinbo.cases.evidence.Evidence;
import jinbo.cases.evidence.Statement;
import jinbo.cases.report.CaseReport;
import jinbo.cases.report.CaseReports;
import jinbo.operator.cases.CaseOperations.ReportCases;
import jinbo.operator.cases.CaseOperations.WeighCaseEvidence;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.OperationHandlers;
import jinbo.platform.files.OwnerOnlyPermissions;

/** What is told of cases on several pages: in the answer, and as files. */
@OperationHandlers
record EvidenceHandlers(CollectEvidence collect, CaseReports reports) {

    @Handles
    EvidenceSheet weigh(WeighCaseEvidence asked, Actor by) throws IOException {
        Evidence evidence = collect.weigh(asked.number(), by, asked.reason().text());
        Optional<Path> folder = asked.out();
        if (folder.isPresent()) {
            write(evidence, folder.get());
        }
        return EvidenceSheet.of(evidence, folder.map(Path::toAbsolutePath));
    }

    private static void write(Evidence evidence, Path folder) throws IOException {
        OwnerOnlyPermissions.createFolder(folder);
        write(folder.resolve("evidence.json"), evidence.canonical());
        Map<Long, String> proofs = new TreeMap<>();
        evidence.statements().stream()
                .flatMap(statement -> statement.vouched().stream())
                .forEach((Statement.Vouched entry) -> proofs.putIfAbsent(entry.index(), entry.proof()));
        for (Map.Entry<Long, String> proof : proofs.entrySet()) {
            write(
                    folder.resolve(proof.getKey() + ".tlog-proof"),
                    proof.getValue().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (OutputStream out = Channels.newOutputStream(OwnerOnlyPermissions.create(file))) {
            out.write(content);
        }
    }

    @Handles
    CasesReported report(ReportCases asked) throws IOException {
        CaseReport report = reports.of(asked.month());
        return CasesReported.of(
                asked.month(),
                report,
                asked.to().isPresent() ? reports.write(report, asked.to().get()) : List.of());
    }
}
