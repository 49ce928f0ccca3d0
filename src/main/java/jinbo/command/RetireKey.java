package jinbo.command;

import java.util.Optional;
import jinbo.association.ChangeOwnKeys;
import jinbo.association.OpenPgpKey;
import jinbo.envelope.Fingerprint;
import jinbo.envelope.KeyRevocation;
import jinbo.job.Reason;
import jinbo.person.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code key retire}: a key of our own ends, for good; its certificate says so to the insurers' programs. */
@Command(name = "retire")
final class RetireKey implements TakesTwo {

    @Parameters(paramLabel = "FINGERPRINT", descriptionKey = "FINGERPRINT", converter = Fingerprints.class)
    private Fingerprint fingerprint = new Fingerprint("0".repeat(40));

    @Option(names = "--from", paramLabel = "TIME", converter = Moment.Reader.class)
    private Optional<Moment> from = Optional.empty();

    @Option(names = "--compromised")
    private boolean compromised;

    @Option(names = TypedWords.REASON, paramLabel = "TEXT", required = true, descriptionKey = "told-insurers")
    private String reason = "";

    @Override
    public void check() {
        if (compromised && from.isPresent()) {
            throw new WrongUse("wrong.compromised-from");
        }
    }

    @Override
    public Duty duty() {
        return Duty.CHANGE_KEYS;
    }

    @Override
    public Outline outline(Installation installation) {
        KeyRevocation word = installation
                .get(ChangeOwnKeys.class)
                .word(fingerprint, from.map(Moment::begin), compromised, new Reason(reason).words());
        return Outline.of(
                compromised ? "key-retire-compromised" : "key-retire",
                KeyJudged.inGroups(fingerprint.value()),
                Page.time(word.from()),
                word.reason());
    }

    @Override
    public Answer answer(Installation installation) {
        OpenPgpKey retired = installation
                .get(ChangeOwnKeys.class)
                .retire(fingerprint, from.map(Moment::begin), compromised, new Reason(reason).words());
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
                    KeyJudged.inGroups(key.fingerprint()),
                    key.endsAt().map(Page::time).orElse(Page.NOTHING),
                    key.opensUntil().map(Page::time).orElse(Page.NOTHING));
        }
    }
}
