package jinbo.registry;

import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.phone.Mobile;

/** A number that may have changed on lists, and what its registrations had made of it at two moments. */
record TouchedNumber(long mobile, DerivedBlocks before, DerivedBlocks after) {

    static TouchedNumber of(long mobile, NumberHistory history, RegistryPeriod registryPeriod) {
        return new TouchedNumber(
                mobile,
                history.asOf(registryPeriod.before().revision()),
                history.asOf(registryPeriod.after().revision()));
    }

    /** What has changed for one insurer, by line; these are the lines that it sells at both moments. */
    List<BlockChange> changesFor(List<LineParticipation> lines, RegistryPeriod registryPeriod) {
        return lines.stream()
                .flatMap(line -> change(line.line(), before.of(line), after.of(line), registryPeriod).stream())
                .toList();
    }

    /** What has changed for insurers that sell these lines and have no blocks of their own, by line. */
    List<BlockChange> sharedChanges(List<BusinessLine> lines, RegistryPeriod registryPeriod) {
        return lines.stream()
                .flatMap(line -> change(line, before.of(line), after.of(line), registryPeriod).stream())
                .toList();
    }

    /** Whether an insurer has a block of its own at one of the moments, which may make its change another one than that of others. */
    boolean hasOwnBlockOf(List<LineParticipation> lines) {
        return lines.stream()
                .anyMatch(line -> before.ownBlockOf(line).isPresent()
                        || after.ownBlockOf(line).isPresent());
    }

    private Optional<BlockChange> change(
            BusinessLine line, Optional<Interval> before, Optional<Interval> after, RegistryPeriod registryPeriod) {
        Optional<Interval> then =
                before.filter(block -> block.isListedOn(registryPeriod.before().day()));
        Optional<Interval> now =
                after.filter(block -> block.isListedOn(registryPeriod.after().day()));
        return then.equals(now)
                ? Optional.empty()
                : Optional.of(new BlockChange(new Mobile(mobile), line.code(), then, now));
    }
}
