package jinbo.registry;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.Sector;

/**
 * Acts on one number, said in a few words and without a database. Each is registered at noon in Beijing, gets the next revision
 * and a block that begins ten days later.
 */
final class RegistrationFixture {

    static final short YUNHE = 1;
    static final short CHANGQING = 2;
    static final short TAIHANG = 3;
    static final short BEIDOU = 4;
    static final short LIFE = BlockScope.of(Sector.LIFE);
    static final short PROPERTY = BlockScope.of(Sector.PROPERTY);
    static final Map<Short, Sector> SECTORS =
            Map.of(YUNHE, Sector.LIFE, CHANGQING, Sector.LIFE, TAIHANG, Sector.LIFE, BEIDOU, Sector.PROPERTY);

    private final List<Registration> registrations = new ArrayList<>();
    private long revision;

    /** By the uploader, of the day that it is registered on. */
    RegistrationFixture complaint(String on, short uploader, short scope, Term term) {
        return complaint(on, uploader, scope, term, on);
    }

    RegistrationFixture complaint(String on, short uploader, short scope, Term term, String complainedOn) {
        registrations.add(new Registration.Complaint(
                registered(on),
                2,
                uploader,
                SECTORS.get(uploader),
                scope,
                LocalDate.parse(complainedOn),
                block(on, term),
                Optional.empty(),
                Optional.empty()));
        return this;
    }

    RegistrationFixture choice(String on, Term term, Short... scopes) {
        registrations.add(new Registration.Choice(registered(on), scopes(scopes), block(on, term)));
        return this;
    }

    RegistrationFixture cancellation(String on) {
        LocalDate day = LocalDate.parse(on);
        registrations.add(new Registration.Choice(registered(on), scopes(BlockScope.NOBODY), new Interval(day, day)));
        return this;
    }

    RegistrationFixture release(String on) {
        registrations.add(new Registration.Release(registered(on)));
        return this;
    }

    RegistrationFixture succession(String on, short from, short to) {
        registrations.add(new Registration.Succession(registered(on), from, to, SECTORS.get(from)));
        return this;
    }

    /** Takes the first of the registrations back that is a complaint of a revision. */
    RegistrationFixture withdrawal(String on, long ofRevision) {
        Registration.Stamp back = registered(on);
        registrations.replaceAll(registration -> registration instanceof Registration.Complaint complaint
                        && complaint.stamp().revision() == ofRevision
                ? new Registration.Complaint(
                        complaint.stamp(),
                        complaint.line(),
                        complaint.uploader(),
                        complaint.sector(),
                        complaint.scope(),
                        complaint.complainedOn(),
                        complaint.interval(),
                        complaint.inboundFile(),
                        Optional.of(back))
                : registration);
        return this;
    }

    List<Registration> registrations() {
        return registrations;
    }

    long revision() {
        return revision;
    }

    NumberHistory history() {
        return new NumberHistory(registrations, SECTORS);
    }

    /** What counts for an insurer after all of it, as {@code from..until}; {@code none} without a block. */
    String now(short insurer) {
        return words(history().asOf(revision), insurer);
    }

    static String words(DerivedBlocks blocks, short insurer) {
        return blocks.of(insurer, SECTORS.get(insurer))
                .map(block -> block.effectiveOn() + ".." + block.expiresOn())
                .orElse("none");
    }

    private static SortedSet<Short> scopes(Short... scopes) {
        return new TreeSet<>(List.of(scopes));
    }

    private static Interval block(String registeredOn, Term term) {
        LocalDate from = LocalDate.parse(registeredOn).plusDays(10);
        return new Interval(from, term.end(from));
    }

    private Registration.Stamp registered(String on) {
        revision++;
        LocalDate day = LocalDate.parse(on);
        return new Registration.Stamp(
                revision,
                revision,
                day.atTime(LocalTime.NOON).atZone(ZoneId.of("Asia/Shanghai")).toInstant(),
                day);
    }
}
