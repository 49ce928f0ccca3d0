package jinbo.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.AccessResult;
import jinbo.accesslog.Actor;
import jinbo.accesslog.SharedAccess;
import jinbo.batch.Progress;
import jinbo.batch.Spool;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.batch.reconciliation.VerifiedRule;
import jinbo.batch.reconciliation.VerifyRegistry;
import jinbo.exchange.format.ComplaintType;
import jinbo.exchange.format.Term;
import jinbo.exchange.format.UploadScope;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.Calendars;
import jinbo.reference.phone.Mobile;
import jinbo.registry.RegistrySnapshot.RegistryBlocks;
import jinbo.testing.SettableClock;
import jinbo.testing.TestSlice;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real registry with a database of its own, and uploads of a few rows. */
final class TestRegistry implements AutoCloseable {

    private static final Set<VerifiedRule> ABOUT_REGISTRATIONS = EnumSet.of(
            VerifiedRule.BLOCKS_FOLLOW_FROM_REGISTRATIONS,
            VerifiedRule.REVISIONS_HAVE_NO_GAPS,
            VerifiedRule.BATCHES_COUNT_THEIR_REGISTRATIONS,
            VerifiedRule.REGISTRATIONS_BELONG_TO_BATCHES,
            VerifiedRule.WITHDRAWALS_TAKE_BACK_COMPLAINTS,
            VerifiedRule.REGISTRATIONS_ARE_IN_THE_ACCESS_LOG);

    private static final int GRACE = 7;

    private final SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");
    private final TestSlice parts = new TestSlice(
            clock,
            beans -> {
                beans.register(Spool.class, Progress.class);
                beans.registerBean(GracePeriod.class, () -> new GracePeriod(GRACE));
            },
            "jinbo.accesslog",
            "jinbo.participant.insurer",
            "jinbo.reference.business",
            "jinbo.reference.calendar",
            "jinbo.registry",
            "jinbo.batch.reconciliation");

    record Row(long mobile, Optional<LineCode> line, UploadScope scope, Term term, Optional<LocalDate> complainedOn) {

        /** The day of the complaint is the day of registration. */
        static Row all(long mobile, Term term) {
            return new Row(mobile, Optional.empty(), UploadScope.ALL, term, Optional.empty());
        }

        /** The day of the complaint is the day of registration. */
        static Row self(long mobile, Term term) {
            return new Row(mobile, Optional.empty(), UploadScope.SELF, term, Optional.empty());
        }

        /** The same with another day of complaint. */
        Row of(String day) {
            return new Row(mobile, line, scope, term, Optional.of(LocalDate.parse(day)));
        }

        /** The same about one line of business. */
        Row about(String business) {
            return new Row(mobile, Optional.of(new LineCode(business)), scope, term, complainedOn);
        }
    }

    Insurer join(String code, Set<LineCode> lines) {
        return parts.bean(Insurers.class)
                .add(new InsurerCode(code), code, lines, new DropLocation.Embedded(Set.of()), clock.instant());
    }

    CommittedBatch merge(Insurer uploader, String registeredOn, String effectiveOn, Row... rows) {
        return merge(uploader, LocalDate.parse(registeredOn), LocalDate.parse(effectiveOn), List.of(rows));
    }

    CommittedBatch merge(Insurer uploader, LocalDate registeredOn, LocalDate effectiveOn, List<Row> rows) {
        return parts.inTransaction(() -> {
            AccessPermit permit = permit();
            StagedComplaints staged = stage(permit, uploader, registeredOn, effectiveOn, rows);
            CommittedBatch batch = registry().merge(permit, staged);
            accepted(staged.batch().inboundFile(), rows.size());
            complete(permit, batch);
            return batch;
        });
    }

    /** Records an upload's verdict, in the caller's transaction. */
    void accepted(long inboundFile, int rows) {
        inItsTransaction()
                .sql("update inbound_file set status = 'ACCEPTED', rows = ?, accepted = ? where id = ?")
                .params(rows, rows, inboundFile)
                .update();
    }

    /** In the caller's transaction. */
    StagedComplaints stage(Insurer uploader, LocalDate registeredOn, LocalDate effectiveOn, List<Row> rows) {
        return stage(permit(), uploader, registeredOn, effectiveOn, rows);
    }

    StagedComplaints stage(
            AccessPermit permit, Insurer uploader, LocalDate registeredOn, LocalDate effectiveOn, List<Row> rows) {
        StagedComplaints staged = registry()
                .stage(
                        permit,
                        new ComplaintBatch(
                                inboundFile(uploader),
                                uploader.code(),
                                uploader.id(),
                                uploader.lines(),
                                clock.instant(),
                                registeredOn,
                                effectiveOn,
                                "2012-2026.1"));
        int line = 2;
        for (Row row : rows) {
            staged.add(
                    line++,
                    new Mobile(row.mobile()),
                    ComplaintType.TELEMARKETING,
                    row.complainedOn().orElse(registeredOn),
                    row.line(),
                    row.scope(),
                    row.term());
        }
        return staged;
    }

    /** The blocks of an insurer that are not over on a day, one a line; with line codes if it has several lines. */
    List<String> list(Insurer insurer, String day) {
        try (RegistrySnapshot snapshot = snapshot()) {
            return read(snapshot, insurer, LocalDate.parse(day));
        }
    }

    List<String> read(RegistrySnapshot snapshot, Insurer insurer, LocalDate day) {
        return read(blocks(snapshot), insurer, day);
    }

    List<String> read(RegistryBlocks blocks, Insurer insurer, LocalDate day) {
        List<String> lines = new ArrayList<>();
        blocks.of(
                permit(),
                insurer.lines(),
                day,
                (mobile, line, effectiveOn, expiresOn) ->
                        lines.add(named(mobile, line, insurer) + " " + dates(effectiveOn, expiresOn)));
        return lines;
    }

    /** Read under an access of their own. */
    RegistryBlocks blocks(RegistrySnapshot snapshot) {
        return snapshot.blocks(reading());
    }

    /** Read under an access of their own. */
    RegistryChanges changes(RegistrySnapshot snapshot, LocalDate day) {
        return snapshot.changes(reading(), day);
    }

    /** With a limit of numbers in memory. */
    RegistryChanges changes(RegistrySnapshot snapshot, LocalDate day, int most) {
        return snapshot.changes(reading(), day, most);
    }

    SharedAccess reading() {
        return new SharedAccess(
                parts.bean(AccessLog.class),
                new Access(Actor.batch(), AccessAction.READ_FOR_LISTS, "a test", Optional.empty(), "publication 1"));
    }

    /** From the shared list of its lines and the differences of its own blocks. */
    List<String> readShared(RegistryBlocks blocks, Insurer insurer, LocalDate day) {
        TreeMap<String, String> told = new TreeMap<>();
        blocks.shared(
                permit(),
                insurer.lines().stream().map(LineParticipation::line).toList(),
                day,
                (mobile, line, effectiveOn, expiresOn) ->
                        told.put(named(mobile, line, insurer), dates(effectiveOn, expiresOn)));
        blocks.differing(permit(), insurer.lines(), day, change -> {
            String name = named(change.mobile().value(), change.line(), insurer);
            String before = change.before().map(TestRegistry::dates).orElse("");
            assertThat(told.getOrDefault(name, "")).isEqualTo(before);
            told.remove(name);
            change.after().ifPresent(block -> told.put(name, dates(block)));
        });
        return told.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
    }

    private static String named(long mobile, LineCode line, Insurer insurer) {
        return insurer.lines().size() == 1 ? Long.toString(mobile) : mobile + " " + line;
    }

    private static String dates(int effectiveOn, int expiresOn) {
        return LocalDate.ofEpochDay(effectiveOn) + " " + LocalDate.ofEpochDay(expiresOn);
    }

    private static String dates(Interval block) {
        return block.effectiveOn() + " " + block.expiresOn();
    }

    RegistrySnapshot snapshot() {
        return parts.bean(RegistrySnapshots.class).open();
    }

    /** With a limit of blocks in memory. */
    RegistrySnapshot snapshot(int blocksAtOnce) {
        return parts.bean(RegistrySnapshots.class).open(blocksAtOnce);
    }

    /** Only the rules about registrations and blocks, because the files here have no answers. */
    List<RuleResult> verify() {
        return verify(ABOUT_REGISTRATIONS);
    }

    /** Verifies rules over all recorded lists. */
    List<RuleResult> verify(Set<VerifiedRule> rules) {
        return parts.bean(VerifyRegistry.class).verify(Actor.commandLine(), VerifyRegistry.RederivedLists.ALL).stream()
                .filter(ruleResult -> rules.contains(ruleResult.code()))
                .toList();
    }

    Registry registry() {
        return parts.bean(Registry.class);
    }

    TestSlice parts() {
        return parts;
    }

    JdbcClient sql() {
        return parts.sql();
    }

    long count(String from) {
        return parts.count(from);
    }

    void end(AccessPermit permit) {
        parts.bean(AccessLog.class).completeNow(permit, AccessResult.of("READ", 0));
    }

    AccessPermit permit() {
        return permit(AccessAction.TAKE_IN);
    }

    AccessPermit permit(AccessAction action) {
        return parts.bean(AccessLog.class).begin(new Access(Actor.batch(), action, "a test", Optional.empty(), "rows"));
    }

    /** Completes an access with a batch, in the caller's transaction. */
    void complete(AccessPermit permit, CommittedBatch batch) {
        AccessResult result = AccessResult.of("DONE", batch.registrations());
        parts.bean(AccessLog.class)
                .complete(permit, batch.vouched().map(result::with).orElse(result));
    }

    LocalDate effectiveOn(LocalDate registeredOn) {
        return new GracePeriod(GRACE)
                .effectiveOn(registeredOn, parts.bean(Calendars.class).current());
    }

    SettableClock clock() {
        return clock;
    }

    @Override
    public void close() {
        parts.close();
    }

    private JdbcClient inItsTransaction() {
        return parts.bean(JdbcClient.class);
    }

    /** An upload that was received now. */
    long inboundFile(Insurer uploader) {
        return inItsTransaction()
                .sql("""
                    insert into inbound_file (insurer, remote_name, stem, size, modified_at, sha256, received_at)
                    values (?, 'x', 'complaints-' || ?, 1, now(), 'x', ?) returning id
                    """)
                .params(
                        uploader.code().value(),
                        uploader.code().value(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }
}
