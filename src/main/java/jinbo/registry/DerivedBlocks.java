package jinbo.registry;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.BusinessLine;

/**
 * The blocks of one number, derived from its registrations in order of revision by rules 4 and 5 ({@code
 * docs/rules.md}). The block of a line counts for all its insurers that have no block of their own. This class shares
 * no code with {@link FoldComplaints}, so that {@code registry verify} can compare the results of both.
 */
public final class DerivedBlocks {

    private final BlockScopes scopes;
    private final SortedMap<Short, Interval> byScope = new TreeMap<>();
    private final Map<Short, Short> successors = new HashMap<>();
    private Optional<LastChoice> lastChoice = Optional.empty();

    /** The consumer's last choice, or the last release of the number if {@code chosen} is false. */
    private record LastChoice(LocalDate on, boolean chosen) {}

    DerivedBlocks(BlockScopes scopes) {
        this.scopes = scopes;
    }

    /** The block of an insurer in a line: its own block, or else the block of the line. */
    public Optional<Interval> of(LineParticipation insurer) {
        return of(insurer.scope(), insurer.line().scope());
    }

    /** The block of the insurers in a line that have none of their own. */
    public Optional<Interval> of(BusinessLine line) {
        return Optional.ofNullable(byScope.get(line.scope()));
    }

    /** The block that an insurer has apart from the line's. */
    public Optional<Interval> ownBlockOf(LineParticipation insurer) {
        return Optional.ofNullable(byScope.get(insurer.scope()));
    }

    private Optional<Interval> of(short insurer, short line) {
        return Optional.ofNullable(byScope.getOrDefault(insurer, byScope.get(line)));
    }

    public SortedMap<Short, Interval> byScope() {
        return byScope;
    }

    /** The day of the consumer's last registration, against which later complaints are compared. */
    public Optional<LocalDate> lastConsumerRegistrationOn() {
        return lastChoice.map(LastChoice::on);
    }

    void fold(Registration registration) {
        if (registration instanceof Registration.Complaint complaint) {
            complaint(complaint);
        } else if (registration instanceof Registration.Choice choice) {
            choice(choice);
        } else if (registration instanceof Registration.Release release) {
            byScope.clear();
            lastChoice = Optional.of(new LastChoice(release.stamp().on(), false));
        } else if (registration instanceof Registration.Succession succession) {
            succession(succession);
        }
    }

    private void complaint(Registration.Complaint registration) {
        if (lastChoice
                .filter(word -> !registration.complainedOn().isAfter(word.on()))
                .isPresent()) {
            return;
        }
        boolean uploaderAlone = lastChoice.filter(LastChoice::chosen).isPresent();
        for (short scope : registration.scopes()) {
            if (!BlockScopes.isLine(scope)) {
                complaintForUploader(registration, scope);
            } else if (uploaderAlone) {
                scopes.participation(registration.uploader(), scope)
                        .ifPresent(own -> complaintForUploader(registration, own));
            } else {
                complaintForAll(registration, scope);
            }
        }
    }

    private void complaintForUploader(Registration.Complaint registration, short uploader) {
        short insurer = inheritorOf(uploader);
        Optional<Interval> before = of(insurer, lineOf(insurer));
        byScope.put(
                insurer,
                before.map(block -> block.after(
                                registration.interval(), registration.stamp().on()))
                        .orElse(registration.interval()));
    }

    private void complaintForAll(Registration.Complaint registration, short line) {
        LocalDate on = registration.stamp().on();
        byScope.merge(line, registration.interval(), (before, own) -> before.after(own, on));
        ownBlocksIn(line)
                .forEach(insurer ->
                        byScope.computeIfPresent(insurer, (id, before) -> before.after(registration.interval(), on)));
    }

    private void choice(Registration.Choice registration) {
        SortedMap<Short, Interval> chosen = new TreeMap<>();
        LocalDate on = registration.stamp().on();
        for (short scope : registration.scopes()) {
            if (BlockScopes.isLine(scope)) {
                chosen.put(scope, kept(Optional.ofNullable(byScope.get(scope)), registration.interval(), on));
                ownBlocksIn(scope)
                        .forEach(insurer -> chosen.put(
                                insurer, kept(Optional.ofNullable(byScope.get(insurer)), registration.interval(), on)));
            }
        }
        for (short scope : registration.scopes()) {
            if (scope != BlockScopes.NOBODY && !BlockScopes.isLine(scope)) {
                short insurer = inheritorOf(scope);
                short line = lineOf(insurer);
                if (!chosen.containsKey(line)) {
                    chosen.put(insurer, kept(of(insurer, line), registration.interval(), on));
                }
            }
        }
        byScope.clear();
        byScope.putAll(chosen);
        lastChoice = Optional.of(new LastChoice(on, true));
    }

    private void succession(Registration.Succession registration) {
        scopes.participationsOf(registration.from())
                .forEach((line, from) -> scopes.participation(registration.to(), line)
                        .ifPresent(to ->
                                inherit(line, from, to, registration.stamp().on())));
    }

    private void inherit(short line, short from, short to, LocalDate on) {
        successors.put(from, to);
        Optional<Interval> inherited = of(from, line).filter(block -> !block.isOver(on));
        if (inherited.isPresent()) {
            Optional<Interval> own = of(to, line);
            Interval both = own.map(block -> block.after(inherited.get(), on)).orElse(inherited.get());
            if (!own.equals(Optional.of(both))) {
                byScope.put(to, both);
            }
        }
    }

    /** The block after a choice {@code [e, x)}, by rule 4: {@code [E, x)} if it has not ended, else {@code [e, x)}. */
    private static Interval kept(Optional<Interval> before, Interval chosen, LocalDate on) {
        return before.filter(block -> !block.isOver(on))
                .map(block -> new Interval(block.effectiveOn(), chosen.expiresOn()))
                .orElse(chosen);
    }

    private List<Short> ownBlocksIn(short line) {
        return byScope.keySet().stream()
                .filter(scope -> !BlockScopes.isLine(scope) && lineOf(scope) == line)
                .toList();
    }

    private short inheritorOf(short insurer) {
        short last = insurer;
        while (successors.containsKey(last)) {
            last = successors.get(last);
        }
        return last;
    }

    private short lineOf(short insurer) {
        return scopes.lineOf(insurer)
                .orElseThrow(() -> new IllegalStateException("No insurer in a line has the number " + insurer));
    }
}
