package jinbo.operator.cli;

import jinbo.exchange.keys.OpenPgpKey;
import jinbo.exchange.keys.RotateAssociationKeys;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.exchange.openpgp.KeyRevocation;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code key retire}: a key of our own ends, for good; its certificate says so to the insurers' programs. */
@Command(name = "retire")
final class RetireKey implements RequiresSecondPerson {

    @Parameters(paramLabel = "FINGERPRINT", descriptionKey = "FINGERPRINT")
    private Fingerprint fingerprint = new Fingerprint("0".repeat(40));

    @Mixin
    private RevocationOptions options = new RevocationOptions();

    @Override
    public void check() {
        options.check();
    }

    @Override
    public Duty duty() {
        return Duty.CHANGE_KEYS;
    }

    @Override
    public Outline outline(Installation installation) {
        KeyRevocation told = installation
                .get(RotateAssociationKeys.class)
                .revocation(fingerprint, options.from(), options.compromised(), options.reason());
        return Outline.of(
                options.compromised() ? "key-retire-compromised" : "key-retire",
                CertificateJudgement.inGroups(fingerprint.value()),
                Page.time(told.from()),
                told.reason());
    }

    @Override
    public Answer answer(Installation installation) {
        OpenPgpKey retired = installation
                .get(RotateAssociationKeys.class)
                .retire(fingerprint, options.from(), options.compromised(), options.reason());
        return new Retired(OwnKeySheet.of(retired, installation));
    }

    /**
     * The answer.
     *
     * @param key the retired one
     */
    record Retired(OwnKeySheet key) implements Answer {
        @Override
        public void tell(Page page) {
            page.say(
                    key.state() == OwnKeySheet.State.COMPROMISED ? "own-key.compromised" : "own-key.retired",
                    CertificateJudgement.inGroups(key.fingerprint()),
                    key.endsAt().map(Page::time).orElse(Page.NOTHING),
                    key.opensUntil().map(Page::time).orElse(Page.NOTHING));
        }
    }
}
