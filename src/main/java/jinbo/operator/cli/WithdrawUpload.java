package jinbo.operator.cli;

import jinbo.batch.Reason;
import jinbo.batch.collect.UploadWithdrawal;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code withdraw}: takes an upload back for its insurer. */
@Command(name = "withdraw")
final class WithdrawUpload implements RequiresSecondPerson {

    @Option(names = "--file", paramLabel = "NAME", required = true, descriptionKey = "withdrawn")
    private String file = "";

    @Option(names = CommandWords.REASON, paramLabel = "TEXT", required = true, descriptionKey = "why-withdrawn")
    private String reason = "";

    @Override
    public Duty duty() {
        return Duty.WITHDRAW_UPLOADS;
    }

    @Override
    public Outline outline(Installation installation) {
        new Reason(reason);
        UploadWithdrawal.Result would = installation.get(UploadWithdrawal.class).find(file);
        return Outline.of("withdraw", would.upload().shownName(), would.upload().insurer(), would.complaints());
    }

    @Override
    public Answer answer(Installation installation) {
        UploadWithdrawal.Result done = installation
                .get(UploadWithdrawal.class)
                .withdraw(file, new Reason(reason), installation.standing().actor());
        return new Withdrawn(done.upload().insurer(), done.upload().shownName(), done.complaints());
    }

    /**
     * The answer.
     *
     * @param insurer whose upload it was
     * @param file its name
     * @param complaints how many complaints count no longer
     */
    record Withdrawn(InsurerCode insurer, String file, long complaints) implements Answer {
        @Override
        public void tell(Page page) {
            page.say("withdrawn.done", file, insurer.value(), complaints);
        }
    }
}
