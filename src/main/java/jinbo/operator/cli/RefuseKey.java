package jinbo.operator.cli;

import java.util.Optional;
import jinbo.batch.Reason;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.OfferedCertificates;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code key refuse}: a certificate that came through the exchange never counts. */
@Command(name = "refuse")
final class RefuseKey implements RequiresSecondPerson {

    @Parameters(index = "0", paramLabel = "CODE", descriptionKey = "CODE")
    private InsurerCode code = new InsurerCode("NONE");

    @Parameters(index = "1", paramLabel = "FINGERPRINT", descriptionKey = "FINGERPRINT")
    private Fingerprint fingerprint = new Fingerprint("0".repeat(40));

    @Option(names = "--copy", paramLabel = "NUMBER", descriptionKey = "copy")
    private Optional<Long> copy = Optional.empty();

    @Option(names = CommandWords.REASON, paramLabel = "TEXT", required = true, descriptionKey = "why")
    private String reason = "";

    @Override
    public Duty duty() {
        return Duty.CHANGE_KEYS;
    }

    @Override
    public Optional<InsurerCode> about() {
        return Optional.of(code);
    }

    @Override
    public Outline outline(Installation installation) {
        Reason checked = new Reason(reason);
        installation.get(OfferedCertificates.class).requireWaiting(code, fingerprint.value(), copy);
        return Outline.of("key-refuse", code, CertificateJudgement.inGroups(fingerprint.value()), checked.text());
    }

    @Override
    public Answer answer(Installation installation) {
        OfferedCertificates.Refusal certificateRefusal = new OfferedCertificates.Refusal(
                installation.now(), installation.standing().actor().names(), new Reason(reason).text());
        return new Refused(OfferedSheet.of(
                installation.get(OfferedCertificates.class).refuse(code, fingerprint.value(), copy, certificateRefusal),
                installation));
    }

    /**
     * The answer.
     *
     * @param refused what waits no longer
     */
    record Refused(OfferedSheet refused) implements Answer {
        @Override
        public void tell(Page page) {
            page.say("key.not-taken", refused.insurer(), refused.fingerprint());
        }
    }
}
