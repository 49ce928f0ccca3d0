package jinbo.operator.cli;

import jinbo.accesslog.Actor;
import jinbo.reference.phone.Mobile;
import jinbo.reference.phone.Region;
import jinbo.reference.phone.Segments;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.ConsumerChoices;
import jinbo.registry.Interval;
import jinbo.registry.history.ShowCurrentBlocks;

/** Registers a consumer's choice on behalf of the consumer, and finds out before whether anything was registered. */
final class RegisterForConsumer {

    private final Installation installation;
    private final OneNumber number;
    private final ConsumerChoices choices;

    RegisterForConsumer(Installation installation, OneNumber number) {
        this.installation = installation;
        this.number = number;
        this.choices = installation.get(ConsumerChoices.class);
    }

    /** What a choice would do if it were registered now. */
    Outline outline(String key, TypedChoice typed) {
        number.known().ifPresent(this::requireTaken);
        ConsumerChoice choice = typed.in(installation);
        Interval block = choices.previewBlock(choice.term());
        return Outline.of(key, TypedChoice.names(choice), block.effectiveOn(), block.expiresOn());
    }

    Answer choose(String key, TypedChoice typed) {
        Region region = requireTaken(number.mobile());
        ConsumerChoice choice = typed.in(installation);
        boolean knownBefore = isKnown();
        return RegistrationResult.ofChoice(
                key,
                knownBefore,
                choice,
                choices.choose(number.mobile(), choice, actor(), number.reason()),
                region == Region.UNKNOWN);
    }

    Answer cancel() {
        boolean knownBefore = isKnownOrTaken();
        return RegistrationResult.of(
                "cancelled",
                knownBefore,
                choices.choose(number.mobile(), ConsumerChoice.nobody(), actor(), number.reason()));
    }

    Answer release() {
        boolean knownBefore = isKnownOrTaken();
        return RegistrationResult.of(
                "released", knownBefore, choices.release(number.mobile(), actor(), number.reason()));
    }

    /** What was registered once can be ended, wherever the number belongs by the segments of today. */
    private boolean isKnownOrTaken() {
        boolean known = isKnown();
        if (!known) {
            requireTaken(number.mobile());
        }
        return known;
    }

    /** Rule 6: numbers of the association's region alone; a segment that is in no table is taken, as in uploads. */
    private Region requireTaken(Mobile mobile) {
        Region region = installation.get(Segments.class).current().regionOf(mobile);
        if (region == Region.ELSEWHERE) {
            throw new CliException(CliError.MOBILE_NOT_BEIJING);
        }
        return region;
    }

    private boolean isKnown() {
        return installation
                .get(ShowCurrentBlocks.class)
                .of(number.mobile(), actor(), number.reason())
                .isKnown();
    }

    private Actor actor() {
        return installation.standing().actor();
    }
}
