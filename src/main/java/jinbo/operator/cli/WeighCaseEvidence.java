package jinbo.operator.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jinbo.cases.CaseNumber;
import jinbo.cases.evidence.CollectEvidence;
import jinbo.cases.evidence.Evidence;
import jinbo.cases.evidence.Statement;
import jinbo.participant.staff.Duty;
import jinbo.platform.files.OwnerOnlyPermissions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code case evidence}: what was known to whom when a call was made, with its sources, and what a rule proposes. */
@Command(name = "evidence")
final class WeighCaseEvidence implements Task {

    @Parameters(paramLabel = "CASE", descriptionKey = "CASE", arity = "1")
    private Optional<CaseNumber> number = Optional.empty();

    @Option(names = CommandWords.REASON, paramLabel = "TEXT", required = true, descriptionKey = "why-number")
    private String reason = "";

    @Option(names = "--out", paramLabel = "DIR")
    private Optional<Path> folder = Optional.empty();

    @Override
    public void check() {
        OneNumber.requireFit(reason);
    }

    @Override
    public Duty duty() {
        return Duty.WEIGH_CASES;
    }

    @Override
    public Answer answer(Installation installation) throws IOException {
        Evidence evidence = installation
                .get(CollectEvidence.class)
                .weigh(number.orElseThrow(), installation.standing().actor(), reason.strip());
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
}
