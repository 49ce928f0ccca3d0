package jinbo.operator.cli;

import java.util.Optional;
import jinbo.exchange.keys.OpenPgpKey;
import jinbo.exchange.keys.RotateAssociationKeys;
import jinbo.exchange.openpgp.KeyPlan;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code key renew}: makes the association's next OpenPGP key, which is announced, opens at once, and signs once its turn has come. */
@Command(name = "renew")
final class RenewKey implements RequiresSecondPerson {

    @Option(names = "--from", paramLabel = "TIME")
    private Optional<Moment> from = Optional.empty();

    @Option(names = "--until", paramLabel = "TIME")
    private Optional<Moment> until = Optional.empty();

    @Mixin
    private ReasonOption why = new ReasonOption();

    @Override
    public void check() {
        if (from.isPresent()
                && until.filter(end -> !end.begin().isAfter(from.get().begin())).isPresent()) {
            throw new UsageException("wrong.acceptance");
        }
    }

    @Override
    public Duty duty() {
        return Duty.CHANGE_KEYS;
    }

    @Override
    public Outline outline(Installation installation) {
        KeyPlan plan =
                installation.get(RotateAssociationKeys.class).plan(from.map(Moment::begin), until.map(Moment::begin));
        return Outline.of(
                "key-renew",
                Page.time(plan.signsFrom().orElse(plan.createdAt())),
                plan.until().map(Page::time).orElse(Page.NOTHING));
    }

    @Override
    public Answer answer(Installation installation) {
        OpenPgpKey made =
                installation.get(RotateAssociationKeys.class).renew(from.map(Moment::begin), until.map(Moment::begin));
        return new Renewed(OwnKeySheet.of(made, installation));
    }

    /**
     * The answer.
     *
     * @param key the next one
     */
    record Renewed(OwnKeySheet key) implements Answer {
        @Override
        public void tell(Page page) {
            page.fields(
                    "fingerprint",
                    CertificateJudgement.inGroups(key.fingerprint()),
                    "signs_from",
                    Page.time(key.signsFrom()),
                    "ends_at",
                    key.endsAt().map(Page::time).orElse(Page.NOTHING));
            page.blank();
            page.say("own-key.made");
        }
    }
}
