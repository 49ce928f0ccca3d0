package jinbo.operator.cases;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import jinbo.accesslog.Actor;
import jinbo.cases.evidence.CollectEvidence;
import jinbo.cases.evidence.Evidence;
import jinbo.cases.evidence.Statement;
import jinbo.cases.report.CaseReport;
import jinbo.cases.report.CaseReportColumn;
import jinbo.cases.report.CaseReports;
import jinbo.cases.report.MonthlyCaseCounts;
import jinbo.operator.cases.CaseOperations.ReportCases;
import jinbo.operator.cases.CaseOperations.WeighCaseEvidence;
import jinbo.participant.operation.Derived;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.OperationHandlers;
import jinbo.platform.files.OwnerOnlyPermissions;

/** Carries out the operations that collect the evidence of a case, and that report on cases. */
@OperationHandlers
record EvidenceHandlers(CollectEvidence collect, CaseReports reports) {

    @Handles
    EvidenceSheet weigh(WeighCaseEvidence input, Actor by) throws IOException {
        Evidence evidence = collect.weigh(input.number(), by, input.reason().text());
        Optional<Path> folder = input.out();
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
    CasesReported report(ReportCases input) throws IOException {
        CaseReport report = reports.of(input.month());
        return CasesReported.of(
                input.month(),
                report,
                input.to().isPresent() ? reports.write(report, input.to().get()) : List.of());
    }

    /** @param rows for thirteen months: each insurer, all insurers, and all insurers by line of business */
    public record CasesReported(String month, boolean over, List<Row> rows, List<Path> files) {

        /**
         * @param insurer its code; empty for cases without known insurer, {@code ALL} for all
         * @param businessLine its code; empty for all lines, {@code -} for cases without known line
         */
        public record Row(String month, String insurer, String businessLine, Map<String, Optional<Number>> counts) {

            @Derived
            Optional<String> knownInsurer() {
                return Optional.of(insurer).filter(code -> !code.isEmpty());
            }
        }

        /** The rows of the month, unless they were written to files. */
        @Derived
        List<Row> shown() {
            return rows.stream()
                    .filter(row -> files.isEmpty() && row.month.equals(month))
                    .toList();
        }

        static CasesReported of(YearMonth month, CaseReport report, List<Path> files) {
            return new CasesReported(
                    month.toString(),
                    report.isFinal(),
                    report.months().stream().flatMap(CasesReported::rows).toList(),
                    files);
        }

        private static Stream<Row> rows(MonthlyCaseCounts month) {
            return month.rows().stream().map(row -> {
                Map<String, Optional<Number>> counts = new LinkedHashMap<>();
                Arrays.stream(CaseReportColumn.values()).forEach(column -> counts.put(column.key(), row.of(column)));
                return new Row(month.month().toString(), row.insurer(), row.line(), counts);
            });
        }
    }
}
