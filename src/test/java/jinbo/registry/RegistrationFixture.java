package jinbo.registry;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.business.LineCode;

/**
 * Registrations of one number, without a database. Each is registered at noon in Beijing with the next revision; its
 * block begins ten days later.
 */
final class RegistrationFixture {

    /** Insurers' small numbers, also their scopes in LIFE; for Beidou in other property insurance. */
    static final short YUNHE = 1;

    static final short CHANGQING = 2;
    static final short TAIHANG = 3;
    static final short BEIDOU = 4;

    static final short LIFE = 32_001;
    static final short PROPERTY = 32_003;
    static final short MOTOR = 32_004;

    /** What each insurer sells: Taihang LIFE and MOTOR, Beidou MOTOR and other property. */
    static final Map<Short, List<LineParticipation>> SOLD = Map.of(
            YUNHE, List.of(sold(YUNHE, LIFE)),
            CHANGQING, List.of(sold(CHANGQING, LIFE)),
            TAIHANG, List.of(sold(TAIHANG, LIFE), sold(TAIHANG, MOTOR)),
            BEIDOU, List.of(sold(BEIDOU, MOTOR), sold(BEIDOU, PROPERTY)));

    static final List<LineParticipation> ALL =
            SOLD.values().stream().flatMap(List::stream).toList();

    static final BlockScopes SCOPES = BlockScopes.of(List.of(line(LIFE), line(PROPERTY), line(MOTOR)), SOLD);

    private final List<Registration> registrations = new ArrayList<>();
    private long revision;

    /** The day of the complaint is the day of registration. */
    RegistrationFixture complaint(String on, short uploader, short scope, Term term) {
        return complaint(on, uploader, Set.of(scope), term, on);
    }

    RegistrationFixture complaint(String on, short uploader, short scope, Term term, String complainedOn) {
        return complaint(on, uploader, Set.of(scope), term, complainedOn);
    }

    /** About several lines at once. */
    RegistrationFixture complaint(String on, short uploader, Set<Short> scopes, Term term, String complainedOn) {
        registrations.add(new Registration.Complaint(
                registered(on),
                2,
                uploader,
                new TreeSet<>(scopes),
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
        registrations.add(new Registration.Choice(registered(on), scopes(BlockScopes.NOBODY), new Interval(day, day)));
        return this;
    }

    RegistrationFixture release(String on) {
        registrations.add(new Registration.Release(registered(on)));
        return this;
    }

    RegistrationFixture succession(String on, short from, short to) {
        registrations.add(new Registration.Succession(registered(on), from, to));
        return this;
    }

    /** Withdraws the first complaint of a revision. */
    RegistrationFixture withdrawal(String on, long ofRevision) {
        Registration.Stamp back = registered(on);
        registrations.replaceAll(registration -> registration instanceof Registration.Complaint complaint
                        && complaint.stamp().revision() == ofRevision
                ? new Registration.Complaint(
                        complaint.stamp(),
                        complaint.line(),
                        complaint.uploader(),
                        complaint.scopes(),
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
        return new NumberHistory(registrations, SCOPES);
    }

    /**
     * The final block of an insurer in LIFE, or of Beidou in other property insurance; see {@link #now(short, short)}.
     */
    String now(short insurer) {
        return now(insurer, insurer == BEIDOU ? PROPERTY : LIFE);
    }

    /** The final block of an insurer in a line as {@code from..until}, or {@code none}. */
    String now(short insurer, short line) {
        return words(history().asOf(revision), in(insurer, line));
    }

    static String words(DerivedBlocks blocks, LineParticipation insurer) {
        return blocks.of(insurer)
                .map(block -> block.effectiveOn() + ".." + block.expiresOn())
                .orElse("none");
    }

    static LineParticipation in(short insurer, short line) {
        return SOLD.get(insurer).stream()
                .filter(sold -> sold.line().scope() == line)
                .findFirst()
                .orElseThrow();
    }

    static short scope(short insurer, short line) {
        return line == MOTOR ? (short) (10 + insurer) : insurer;
    }

    private static LineParticipation sold(short insurer, short line) {
        return new LineParticipation(
                new InsurerCode("INSURER" + insurer),
                line(line),
                scope(insurer, line),
                List.of(new LineParticipation.Period(LocalDate.EPOCH, Optional.empty())));
    }

    private static BusinessLine line(short scope) {
        String code = scope == LIFE ? "LIFE" : scope == MOTOR ? "MOTOR" : "PROPERTY";
        return new BusinessLine(new LineCode(code), scope, code, code, LocalDate.EPOCH, Optional.empty());
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
