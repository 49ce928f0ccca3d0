package jinbo.operator.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.batch.collect.HeldFiles;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.participant.staff.Duty;
import jinbo.registry.inbound.InboundFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code held show}: what was found in a file that waits for a decision; never its numbers. */
@Command(name = "show")
final class ShowHeld implements Task {

    @Parameters(paramLabel = "NAME", descriptionKey = "NAME")
    private String name = "";

    @Override
    public Duty duty() {
        return Duty.EXAMINE_FILES;
    }

    @Override
    public Answer answer(Installation installation) {
        HeldFiles heldFiles = installation.get(HeldFiles.class);
        InboundFile file = heldFiles.get(name);
        return new HeldSheet(
                TakenFile.of(file),
                heldFiles.firstFindings(file).stream().map(FoundAt::of).toList());
    }

    /**
     * A finding and where it is.
     *
     * @param line physical line; empty for the file as a whole
     * @param column the column's name, where one is to blame
     * @param severity whether it refuses
     * @param code what is wrong
     */
    record FoundAt(Optional<Integer> line, Optional<String> column, FindingCode.Severity severity, FindingCode code) {
        static FoundAt of(Finding finding) {
            return new FoundAt(
                    finding.line().stream().boxed().findFirst(),
                    finding.column(),
                    finding.code().severity(),
                    finding.code());
        }
    }

    /**
     * The answer.
     *
     * @param file the file
     * @param firstFindings the first two hundred findings
     */
    record HeldSheet(TakenFile file, List<FoundAt> firstFindings) implements Answer {
        @Override
        public void tell(Page page) {
            page.fields(
                    "insurer", file.insurer().value(),
                    "file", file.file(),
                    "received_at", Page.time(file.receivedAt()),
                    "status", Page.orNothing(file.status()),
                    "rows", Page.count(file.rows()));
            page.blank();
            page.table(
                    "code count meaning",
                    List.copyOf(file.findings().entrySet()),
                    found -> Page.cells(
                            found.getKey(),
                            found.getValue(),
                            found.getKey().message(page.texts().language().ofMessages())));
            if (!firstFindings.isEmpty()) {
                page.blank();
                page.say("held.first", firstFindings.size());
                page.table(
                        "line column severity code",
                        firstFindings,
                        found -> Stream.of(
                                        found.line, found.column, Optional.of(found.severity), Optional.of(found.code))
                                .map(Page::orNothing)
                                .toList());
            }
            page.blank();
            page.say("held.decide");
        }
    }
}
