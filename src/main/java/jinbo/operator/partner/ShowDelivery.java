package jinbo.operator.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Manifest;
import jinbo.exchange.format.ManifestFileName;
import jinbo.exchange.format.OutcomeReader;
import jinbo.operator.FileTaskContext;
import jinbo.operator.UsageError;
import jinbo.operator.partner.FetchResult.DeliveryProblem;
import jinbo.operator.partner.FetchResult.ReceiptContent;
import jinbo.participant.operation.CommentedResult;
import jinbo.participant.operation.Derived;
import jinbo.participant.operation.Incomplete;
import jinbo.participant.operation.InvalidOperationException;
import jinbo.partner.DeliveryFault;
import jinbo.partner.VerificationResult;
import jinbo.partner.VerificationResult.NotGenuine;
import jinbo.partner.VerifiedList;
import jinbo.reference.business.LineCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code partner show}: shows the content of a receipt, an outcome or a manifest, but not of block lists. */
@Command(name = "show")
final class ShowDelivery extends PartnerTask {

    private static final int MOST_ROWS = 10_000;

    @Parameters(paramLabel = "DELIVERED", descriptionKey = "DELIVERED")
    private String name = "";

    @Override
    public void check() {
        if (!name.matches("(receipt|outcome)-[A-Za-z0-9.-]+\\.pgp")
                && ManifestFileName.parse(name).isEmpty()) {
            throw new InvalidOperationException(UsageError.DELIVERED);
        }
    }

    @Override
    public Object answer(FileTaskContext context) throws IOException {
        return answer(PartnerSession.open(folder(), context));
    }

    @Override
    Object answer(PartnerSession session) throws IOException {
        Path file = session.folder().inbox().resolve(name);
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "fetch it with \"partner fetch\"");
        }
        if (name.startsWith("receipt-")) {
            return new DeliveredReceipt(
                    ReceiptContent.of(file, session.deliveries().receipt(file)));
        }
        if (name.startsWith("outcome-")) {
            return outcome(session, file);
        }
        return ManifestContent.of(name, session.deliveries().manifest(file));
    }

    private static Object outcome(PartnerSession session, Path file) throws IOException {
        List<OutcomeContent.Row> rows = new ArrayList<>();
        VerificationResult<Long> result = session.deliveries().outcome(file, line -> {
            if (rows.size() < MOST_ROWS) {
                rows.add(row(line));
            }
        });
        return new OutcomeContent(
                file.getFileName().toString(),
                result.ifGenuine().orElse(0L),
                rows,
                result.ifNotGenuine().map(NotGenuine::fault),
                result.ifNotGenuine().map(NotGenuine::detail));
    }

    private static OutcomeContent.Row row(OutcomeReader.Row line) {
        Finding finding = line.finding();
        return new OutcomeContent.Row(
                finding.line().stream().boxed().findFirst(),
                finding.column(),
                finding.code().severity(),
                finding.code(),
                line.message());
    }

    record DeliveredReceipt(ReceiptContent receipt) implements Incomplete {

        @Derived
        List<ReceiptContent> believed() {
            return ReceiptContent.believed(List.of(receipt));
        }

        @Derived
        List<DeliveryProblem> unusable() {
            return ReceiptContent.unusable(List.of(receipt));
        }

        @Override
        public boolean complete() {
            return receipt.fault().isEmpty();
        }
    }

    record OutcomeContent(
            String outcome, long rows, List<Row> firstRows, Optional<DeliveryFault> fault, Optional<String> detail)
            implements Incomplete, CommentedResult {

        record Row(
                Optional<Integer> line,
                Optional<String> column,
                FindingCode.Severity severity,
                FindingCode code,
                String message) {}

        @Override
        public boolean complete() {
            return fault.isEmpty();
        }

        @Override
        public Optional<String> comment() {
            return rows > firstRows.size()
                    ? Optional.of("more")
                    : Optional.of("nothing").filter(any -> rows == 0 && complete());
        }

        @Derived
        Optional<DeliveryProblem> unusable() {
            return DeliveryProblem.of(fault, detail);
        }
    }

    record ManifestContent(
            String manifest,
            Optional<Integer> sequence,
            Optional<String> kind,
            List<LineCode> businessLines,
            Optional<Long> rows,
            Optional<Long> entries,
            Optional<String> listDigest,
            Optional<LocalDate> useBy,
            Optional<DeliveryFault> fault,
            Optional<String> detail)
            implements Incomplete {

        static ManifestContent of(String name, VerificationResult<VerifiedList> result) {
            Optional<Manifest> manifest = result.ifGenuine().map(VerifiedList::manifest);
            return new ManifestContent(
                    name,
                    manifest.map(Manifest::sequence),
                    manifest.map(said -> said.kind().code()),
                    manifest.map(Manifest::businessLines).orElse(List.of()),
                    manifest.map(Manifest::rows),
                    manifest.map(Manifest::entries),
                    manifest.map(Manifest::listDigest),
                    manifest.map(Manifest::useBy),
                    result.ifNotGenuine().map(NotGenuine::fault),
                    result.ifNotGenuine().map(NotGenuine::detail));
        }

        @Override
        public boolean complete() {
            return fault.isEmpty();
        }

        @Derived
        Optional<DeliveryProblem> unusable() {
            return DeliveryProblem.of(fault, detail);
        }
    }
}
