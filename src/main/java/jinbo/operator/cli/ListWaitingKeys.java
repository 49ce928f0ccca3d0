package jinbo.operator.cli;

import java.util.List;
import jinbo.participant.insurer.OfferedCertificates;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;

/** {@code key waiting}: certificates that insurers have sent and nobody has decided on. */
@Command(name = "waiting")
final class ListWaitingKeys implements Task {

    @Override
    public Duty duty() {
        return Duty.LOOK;
    }

    @Override
    public Answer answer(Installation installation) {
        return new Waiting(installation.get(OfferedCertificates.class).waiting().stream()
                .map(offered -> OfferedSheet.of(offered, installation))
                .toList());
    }

    /**
     * The answer.
     *
     * @param certificates the oldest first
     */
    record Waiting(List<OfferedSheet> certificates) implements Answer {
        @Override
        public void tell(Page page) {
            if (certificates.isEmpty()) {
                page.say("keys.none-waiting");
                return;
            }
            for (OfferedSheet sheet : certificates) {
                sheet.tell(page);
            }
            page.say("keys.waiting");
        }
    }
}
