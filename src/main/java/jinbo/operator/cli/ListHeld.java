package jinbo.operator.cli;

import java.util.List;
import jinbo.batch.collect.HeldFiles;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;

/** {@code held list}: the files that wait for a decision. */
@Command(name = "list")
final class ListHeld implements Task {

    @Override
    public Duty duty() {
        return Duty.LOOK;
    }

    @Override
    public Answer answer(Installation installation) {
        return new HeldList(installation.get(HeldFiles.class).list().stream()
                .map(TakenFile::of)
                .toList());
    }

    /**
     * The answer.
     *
     * @param held the oldest first
     */
    record HeldList(List<TakenFile> held) implements Answer {
        @Override
        public void tell(Page page) {
            if (held.isEmpty()) {
                page.say("held.none");
                return;
            }
            page.table(
                    "insurer file received_at rows findings",
                    held,
                    file -> Page.cells(
                            file.insurer(), file.file(), file.receivedAt(), file.rows(), file.describeFindings()));
            page.blank();
            page.say("held.decide");
        }
    }
}
