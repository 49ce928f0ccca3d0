package jinbo.operator.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.format.ManifestFileName;
import jinbo.exchange.format.OutcomeReader;
import jinbo.operator.FileTask;
import jinbo.operator.FileTaskContext;
import jinbo.operator.UsageError;
import jinbo.participant.operation.Derived;
import jinbo.participant.operation.Incomplete;
import jinbo.participant.operation.InvalidOperationException;
import jinbo.partner.VerificationResult;
import jinbo.partner.VerificationResult.NotGenuine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code partner show}: what a receipt, an outcome or a manifest says. Lists are not shown: they are numbers. */
@Command(name = "show")
final class ShowDelivery implements FileTask {

    /** Whoever needs more has the whole table as JSON. */
    private static final int MOST_ROWS = 10_000;

    @ParentCommand
    private PartnerCommands partner = new PartnerCommands();

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
        PartnerSession side = partner.open(context);
        Path file = side.folder().inbox().resolve(name);
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "fetch it with \"partner fetch\"");
        }
        if (name.startsWith("receipt-")) {
            return new DeliveredReceipt(
                    ReceiptContent.of(file, side.deliveries().receipt(file)));
        }
        if (name.startsWith("outcome-")) {
            return outcome(side, file);
        }
        return ManifestContent.of(name, side.deliveries().manifest(file));
    }

    private static Object outcome(PartnerSession side, Path file) throws IOException {
        List<OutcomeContent.Row> rows = new ArrayList<>();
        VerificationResult<Long> result = side.deliveries().outcome(file, line -> {
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
        return new OutcomeContent.Row(
                line.finding().line().isPresent()
                        ? Optional.of(line.finding().line().getAsInt())
                        : Optional.empty(),
                line.finding().column(),
                line.finding().code().severity(),
                line.finding().code(),
                line.message());
    }

    /**
     * The answer for a receipt.
     *
     * @param receipt what it says
     */
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
}
