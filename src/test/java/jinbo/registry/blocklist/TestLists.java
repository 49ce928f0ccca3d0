package jinbo.registry.blocklist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.accesslog.SharedAccess;
import jinbo.exchange.format.ListKind;
import jinbo.exchange.format.Manifest;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.LineCode;
import jinbo.registry.GracePeriod;
import jinbo.registry.RegistrySnapshot;
import jinbo.testing.SettableClock;
import jinbo.testing.TestLines;
import jinbo.testing.TestSlice;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Insurers of one line of business, each with a chain of recorded lists without bytes, in a database of its own. */
final class TestLists implements AutoCloseable {

    static final String EMPTY = "0".repeat(64);
    static final LocalDate USE_BY = LocalDate.of(2012, 10, 19);

    private final SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");
    private final TestSlice parts = new TestSlice(
            clock,
            beans -> beans.registerBean(GracePeriod.class, () -> new GracePeriod(7)),
            "jinbo.accesslog",
            "jinbo.participant.insurer",
            "jinbo.reference.business",
            "jinbo.reference.calendar",
            "jinbo.registry",
            "jinbo.registry.blocklist");
    private int insurers;

    Insurer join() {
        return join(TestLines.LIFE);
    }

    Insurer join(Set<LineCode> lines) {
        insurers++;
        return parts.bean(Insurers.class)
                .add(
                        new InsurerCode("INSURER" + insurers),
                        "No. " + insurers,
                        lines,
                        new DropLocation.Embedded(Set.of()),
                        clock.instant());
    }

    /** Records the next list of an insurer, which is not delivered. */
    SealedList record(Insurer insurer, ListKind kind, String asOf, long revision, long entries, String digest) {
        Publication publication = parts.bean(Publications.class).begin(instant(asOf), USE_BY, revision);
        BlockLists lists = parts.bean(BlockLists.class);
        BlockLists.ChainPosition place = lists.next(insurer.code());
        Manifest manifest = new Manifest(
                insurer.code(),
                place.sequence(),
                kind,
                insurer.lines().stream().map(LineParticipation::code).toList(),
                place.previousSequence(),
                place.previousManifestSha256(),
                revision,
                instant(asOf),
                USE_BY,
                kind == ListKind.FULL ? entries : 1,
                entries,
                hash(place.sequence()),
                hash(100 + place.sequence()),
                digest,
                List.of("ABCDEF"),
                40 + place.sequence(),
                Optional.empty(),
                Optional.empty());
        SealedList sealed = new SealedList(
                manifest,
                entriesOf(insurer, entries),
                1234,
                hash(200 + place.sequence()),
                Optional.empty(),
                Optional.empty());
        lists.record(publication, sealed);
        return sealed;
    }

    /** All in its first line of business. */
    private static SortedMap<LineCode, Long> entriesOf(Insurer insurer, long entries) {
        SortedMap<LineCode, Long> byLine = new TreeMap<>();
        insurer.lines().forEach(line -> byLine.put(line.code(), 0L));
        byLine.put(byLine.firstKey(), entries);
        return byLine;
    }

    /** An empty list. */
    SealedList record(Insurer insurer, ListKind kind, String asOf) {
        return record(insurer, kind, asOf, 0, 0, EMPTY);
    }

    void deliver(Insurer insurer, int sequence) {
        lists().recordListDelivery(insurer.code(), sequence, clock.instant());
        lists().recordManifestDelivery(insurer.code(), sequence, clock.instant());
    }

    /** Loses the sequences of an insurer up to one, as in a restore. */
    void lose(Insurer insurer, int first, int last, Optional<String> manifestSha256) {
        long recovery = parts.sql()
                .sql("""
                insert into recovery (noticed_at, insurer, seen, settled_at, settled_by, reason, forced)
                values (now(), ?, 'a list', now(), 'somebody', 'a test', false) returning id
                """)
                .param(insurer.code().value())
                .query(Long.class)
                .single();
        lists().recordGap(new SequenceGap(insurer.code(), first, last, manifestSha256, recovery));
    }

    /** Received now. */
    long inboundFile(Insurer insurer) {
        return parts.sql()
                .sql("""
                insert into inbound_file (insurer, remote_name, stem, size, modified_at, sha256, received_at)
                values (?, 'x', 'x', 1, now(), 'x', ?) returning id
                """)
                .params(insurer.code().value(), clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    SharedLists shared(RegistrySnapshot snapshot, LocalDate day) {
        return new SharedLists(snapshot.blocks(reading()), day);
    }

    SharedDeltas deltas(RegistrySnapshot snapshot, LocalDate day) {
        return new SharedDeltas(snapshot.changes(reading(), day));
    }

    private SharedAccess reading() {
        return new SharedAccess(
                parts.bean(AccessLog.class),
                new Access(Actor.batch(), AccessAction.READ_FOR_LISTS, "a test", Optional.empty(), "lists"));
    }

    AccessPermit permit() {
        return parts.bean(AccessLog.class)
                .begin(new Access(Actor.batch(), AccessAction.PUBLISH_LIST, "a test", Optional.empty(), "lists"));
    }

    BlockLists lists() {
        return parts.bean(BlockLists.class);
    }

    JdbcClient sql() {
        return parts.sql();
    }

    <T> T bean(Class<T> type) {
        return parts.bean(type);
    }

    SettableClock clock() {
        return clock;
    }

    static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    static String hash(int number) {
        return "%064x".formatted(number);
    }

    @Override
    public void close() {
        parts.close();
    }
}
