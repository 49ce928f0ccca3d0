package jinbo.operator.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import jinbo.accesslog.LogEvidence;
import jinbo.participant.staff.Duty;
import jinbo.platform.files.OwnerOnlyPermissions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code audit prove}: that one entry is in the access log, as a file that stands for itself (C2SP tlog-proof). */
@Command(name = "prove")
final class ProveEntry implements Task {

    @Parameters(index = "0", paramLabel = "INDEX", descriptionKey = "INDEX")
    private long index;

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "FILE")
    private Path file = Path.of("");

    @Override
    public void check() {
        if (index < 0) {
            throw new UsageException("wrong.index");
        }
    }

    @Override
    public Duty duty() {
        return Duty.SEARCH_LOG;
    }

    @Override
    public Answer answer(Installation installation) throws IOException {
        String proof = installation
                .get(LogEvidence.class)
                .prove(index)
                .orElseThrow(() -> new CliException(CliError.ENTRY_UNKNOWN, index));
        try (OutputStream out = Channels.newOutputStream(OwnerOnlyPermissions.create(file))) {
            out.write(proof.getBytes(StandardCharsets.UTF_8));
        }
        return new Proven(index, file.toAbsolutePath());
    }

    /**
     * The answer.
     *
     * @param index of the entry
     * @param file where the proof is
     */
    record Proven(long index, Path file) implements Answer {
        @Override
        public void tell(Page page) {
            page.say("audit.proven", Long.toString(index), file.toString());
        }
    }
}
