package jinbo.operator.cli;

import jinbo.accesslog.LogTree;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;

/** {@code audit key}: the public key of the access log, which auditors and insurers verify its checkpoints with. */
@Command(name = "key")
final class ShowLogKey implements Task {

    @Override
    public Duty duty() {
        return Duty.LOOK;
    }

    @Override
    public Answer answer(Installation installation) {
        return new LogKeyShown(installation.get(LogTree.class).verifierKey());
    }

    /**
     * The answer.
     *
     * @param verifierKey in C2SP's spelling
     */
    record LogKeyShown(String verifierKey) implements Answer {
        @Override
        public void tell(Page page) {
            page.print(verifierKey);
        }
    }
}
