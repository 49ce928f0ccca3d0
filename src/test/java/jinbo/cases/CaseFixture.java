package jinbo.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.AccessResult;
import jinbo.accesslog.Actor;
import jinbo.accesslog.LogEvidence;
import jinbo.accesslog.LoggedList;
import jinbo.exchange.format.Ack;
import jinbo.exchange.format.BlockListFileName;
import jinbo.exchange.format.ComplaintType;
import jinbo.exchange.format.ListKind;
import jinbo.exchange.format.Manifest;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.format.Tally;
import jinbo.exchange.format.Term;
import jinbo.exchange.format.UploadScope;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerLine;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.LineParticipation;
import jinbo.participant.insurer.SalesUnit;
import jinbo.participant.insurer.SalesUnits;
import jinbo.participant.insurer.UnitCode;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.calendar.Calendars;
import jinbo.reference.phone.Mobile;
import jinbo.registry.CommittedBatch;
import jinbo.registry.ComplaintBatch;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.ConsumerChoices;
import jinbo.registry.EraseNumbers;
import jinbo.registry.ErasureProgress;
import jinbo.registry.GracePeriod;
import jinbo.registry.Registry;
import jinbo.registry.StagedComplaints;
import jinbo.registry.StagedWithdrawals;
import jinbo.registry.Successions;
import jinbo.registry.WithdrawalBatch;
import jinbo.registry.Withdrawals;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.Publication;
import jinbo.registry.blocklist.Publications;
import jinbo.registry.blocklist.RecordAcknowledgement;
import jinbo.registry.blocklist.SealedList;
import jinbo.registry.blocklist.WithheldLists;
import jinbo.registry.blocklist.WithheldLists.WithheldList;
import jinbo.registry.inbound.Verdict;
import jinbo.registry.inbound.Verdicts;
import jinbo.testing.CaseRequestRowWriter;
import jinbo.testing.SettableClock;
import jinbo.testing.TestLines;
import jinbo.testing.TestSlice;

/**
 * Scenarios of one consumer, its insurers and their lists. It uses the program's components and lists without bytes.
 */
public final class CaseFixture implements AutoCloseable {

    public static final Mobile CONSUMER = new Mobile(13810001234L);

    public static final Actor OPERATOR = new Actor("qian", "jinbo");

    private static final String WHY = "a test";
    private static final LocalDate USE_BY = LocalDate.of(2030, 1, 1);
    private static final String EMPTY = "0".repeat(64);
    private static final GracePeriod GRACE = new GracePeriod(7);

    private final SettableClock clock = new SettableClock("2026-03-02T09:00:00+08:00");
    private final TestSlice parts =
            new TestSlice(clock, beans -> beans.registerBean(GracePeriod.class, () -> GRACE), TestSlice.OF_CASES);

    /** Adds an insurer with both agreements that sells life insurance. */
    public InsurerCode join(String code) {
        return join(code, "LIFE");
    }

    public InsurerCode join(String code, String... lines) {
        InsurerCode joined = new InsurerCode(code);
        Insurers insurers = parts.bean(Insurers.class);
        insurers.add(joined, code, TestLines.of(lines), new DropLocation.Embedded(Set.of()), clock.instant());
        insurers.agree(joined, LocalDate.of(2020, 1, 1), LocalDate.of(2020, 1, 1), clock.instant());
        return joined;
    }

    /** Sets the clock to a time in Beijing, for example {@code 2026-03-02T10:00}. */
    public CaseFixture at(String time) {
        clock.set(time + ":00+08:00");
        return this;
    }

    public void chooses(InsurerCode... named) {
        chooses(Stream.of(named)
                .flatMap(code -> insurer(code).lines().stream())
                .map(LineParticipation::name)
                .toArray(InsurerLine[]::new));
    }

    public void chooses(InsurerLine... named) {
        choose(new ConsumerChoice(Set.of(), Set.of(named), Term.TWO_YEARS));
    }

    public void cancels() {
        choose(ConsumerChoice.nobody());
    }

    public void isReleased() {
        parts.bean(ConsumerChoices.class).release(CONSUMER, OPERATOR, WHY);
    }

    private void choose(ConsumerChoice choice) {
        parts.bean(ConsumerChoices.class).choose(CONSUMER, choice, OPERATOR, WHY);
    }

    /**
     * Ingests one complaint of the consumer, for this insurer only.
     *
     * @return the upload; the complaint is in line 2
     */
    public long uploads(InsurerCode code) {
        Insurer insurer = insurer(code);
        long file = file(code, "complaints-" + code);
        LocalDate today = BusinessTime.dateOf(clock.instant());
        act(AccessAction.TAKE_IN, permit -> {
            StagedComplaints staged = parts.bean(Registry.class)
                    .stage(
                            permit,
                            new ComplaintBatch(
                                    file,
                                    code,
                                    insurer.id(),
                                    insurer.linesOn(today),
                                    clock.instant(),
                                    today,
                                    GRACE.effectiveOn(
                                            today, parts.bean(Calendars.class).current()),
                                    "2012-2026.1"));
            staged.add(
                    2,
                    CONSUMER,
                    ComplaintType.TELEMARKETING,
                    today,
                    Optional.empty(),
                    UploadScope.SELF,
                    Term.TWO_YEARS);
            return parts.bean(Registry.class).merge(permit, staged);
        });
        return file;
    }

    /** Withdraws the complaint of an upload. */
    public void takesBack(InsurerCode code, long upload) {
        Insurer insurer = insurer(code);
        act(AccessAction.WITHDRAW, permit -> {
            Withdrawals withdrawals = parts.bean(Withdrawals.class);
            StagedWithdrawals staged = withdrawals.stage(
                    permit,
                    new WithdrawalBatch(
                            Optional.empty(), insurer.id(), clock.instant(), BusinessTime.dateOf(clock.instant())));
            staged.add(1, upload, OptionalInt.of(2));
            return withdrawals.merge(permit, staged, (fault, line) -> {
                throw new IllegalStateException(fault.name());
            });
        });
    }

    public void succeeds(InsurerCode from, InsurerCode to) {
        act(
                AccessAction.SUCCEED,
                permit -> parts.bean(Successions.class).succeed(permit, insurer(from), insurer(to), clock.instant()));
    }

    private void act(AccessAction action, Function<AccessPermit, CommittedBatch> work) {
        AccessLog log = parts.bean(AccessLog.class);
        AccessPermit permit = log.begin(new Access(OPERATOR, action, WHY, Optional.empty(), "one number"));
        parts.inTransaction(() -> {
            CommittedBatch batch = work.apply(permit);
            return log.complete(
                    permit,
                    AccessResult.of("DONE", batch.registrations())
                            .with(batch.vouched().orElseThrow()));
        });
    }

    /** Seals and delivers a list for each insurer, or withholds it. */
    public void publish() {
        seal();
        deliver();
    }

    /** Seals a list for each insurer, or withholds it. */
    public void seal() {
        Publication publication = parts.bean(Publications.class)
                .begin(clock.instant(), USE_BY, parts.bean(Registry.class).currentRevision());
        for (Insurer insurer : parts.bean(Insurers.class).all()) {
            if (insurer.standing().mayReceive(BusinessTime.dateOf(clock.instant()))) {
                seal(publication, insurer);
            } else {
                parts.bean(AccessLog.class)
                        .refuse(
                                new Access(
                                        Actor.batch(),
                                        AccessAction.PUBLISH_LIST,
                                        WHY,
                                        Optional.of(insurer.code().value()),
                                        "block list"),
                                "its agreements have lapsed");
                parts.bean(WithheldLists.class)
                        .record(new WithheldList(
                                insurer.code(), publication, WithheldList.Reason.LAPSED, clock.instant()));
            }
        }
    }

    private void seal(Publication publication, Insurer insurer) {
        BlockLists lists = parts.bean(BlockLists.class);
        BlockLists.ChainPosition place = lists.next(insurer.code());
        ListKind kind = place.sequence() == 1 ? ListKind.FULL : ListKind.DELTA;
        String sha256 = hash(place.sequence());
        AccessLog log = parts.bean(AccessLog.class);
        AccessPermit permit = log.begin(new Access(
                Actor.batch(),
                AccessAction.PUBLISH_LIST,
                WHY,
                Optional.of(insurer.code().value()),
                new BlockListFileName(insurer.code(), place.sequence(), kind).fileName()));
        long entry =
                log.completeNow(permit, AccessResult.of("SEALED", 1).with(new LoggedList(place.sequence(), sha256)));
        Manifest manifest = new Manifest(
                insurer.code(),
                place.sequence(),
                kind,
                insurer.linesOn(BusinessTime.dateOf(publication.asOf())).stream()
                        .map(LineParticipation::code)
                        .toList(),
                place.previousSequence(),
                place.previousManifestSha256(),
                publication.revision(),
                publication.asOf(),
                USE_BY,
                1,
                1,
                sha256,
                hash(100 + place.sequence()),
                EMPTY,
                List.of("ABCDEF"),
                parts.bean(LogEvidence.class).proveEntry(entry).index(),
                Optional.empty(),
                Optional.empty());
        lists.record(
                publication,
                new SealedList(
                        manifest,
                        new TreeMap<>(Map.of(manifest.businessLines().get(0), 1L)),
                        1234,
                        hash(200 + place.sequence()),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** Delivers all sealed lists. */
    public void deliver() {
        BlockLists lists = parts.bean(BlockLists.class);
        for (Insurer insurer : parts.bean(Insurers.class).all()) {
            for (SealedList list : lists.undelivered(insurer.code())) {
                lists.recordListDelivery(insurer.code(), list.manifest().sequence(), clock.instant());
                lists.recordManifestDelivery(insurer.code(), list.manifest().sequence(), clock.instant());
            }
        }
    }

    /** Acknowledges the newest list for an insurer and these sales units. */
    public void acknowledges(InsurerCode code, String... units) {
        int sequence =
                parts.bean(BlockLists.class).last(code).orElseThrow().manifest().sequence();
        acknowledges(code, new Ack(code, sequence, clock.instant(), 1, EMPTY, units(units)));
    }

    /** Acknowledges the newest list with other entries. */
    public void acknowledgesSomethingElse(InsurerCode code) {
        acknowledges(code, new Ack(code, 1, clock.instant(), 9, EMPTY, List.of()));
    }

    private void acknowledges(InsurerCode code, Ack ack) {
        long file = ingested(code, "ack-" + code);
        parts.inTransaction(() -> parts.bean(RecordAcknowledgement.class).record(file, ack, clock.instant()));
    }

    public void opens(InsurerCode code, String unit) {
        parts.bean(SalesUnits.class)
                .add(new SalesUnit(
                        code,
                        new UnitCode(unit),
                        unit,
                        SalesUnit.Kind.BRANCH,
                        Optional.empty(),
                        clock.instant(),
                        Optional.empty()));
    }

    private static List<UnitCode> units(String... units) {
        List<UnitCode> codes = new ArrayList<>();
        for (String unit : units) {
            codes.add(new UnitCode(unit));
        }
        return codes;
    }

    /** Opens a case about a sales call at a time in Beijing. */
    public CaseNumber complains(InsurerCode insurer, String calledAt) {
        return complains(Optional.of(insurer), calledAt, CallPurpose.SALES, Optional.empty());
    }

    public CaseNumber complains(InsurerLine insurer, String calledAt) {
        return complains(
                Optional.of(insurer.insurer()),
                Optional.of(insurer.line()),
                calledAt,
                CallPurpose.SALES,
                Optional.empty());
    }

    public CaseNumber complains(
            Optional<InsurerCode> insurer, String calledAt, CallPurpose purpose, Optional<String> caller) {
        return complains(insurer, Optional.empty(), calledAt, purpose, caller);
    }

    private CaseNumber complains(
            Optional<InsurerCode> insurer,
            Optional<LineCode> line,
            String calledAt,
            CallPurpose purpose,
            Optional<String> caller) {
        return parts.bean(Cases.class)
                .open(
                        new CallComplaint(
                                CONSUMER,
                                insurer,
                                line,
                                caller.map(CallerNumber::typed),
                                instant(calledAt),
                                purpose,
                                "they called at dinner"),
                        CaseSource.CONSUMER,
                        UUID.randomUUID(),
                        OPERATOR,
                        WHY);
    }

    public void answers(InsurerCode insurer, CaseNumber number, CaseAnswer.Content content) {
        long file = ingested(insurer, "case-answers-" + insurer);
        parts.bean(CaseHistory.class)
                .recordAnswer(stored(number), new CaseAnswer(insurer, clock.instant(), content, "in a word"), file, 2);
    }

    public void isKnown(CaseNumber number, InsurerCode insurer, Optional<String> unit) {
        parts.bean(CaseHistory.class)
                .recordParty(
                        stored(number),
                        new CaseParty(insurer, unit.map(UnitCode::new), Optional.empty()),
                        OPERATOR,
                        clock.instant());
    }

    public void assigns(CaseNumber number, InsurerCode insurer) {
        parts.bean(AssignCase.class)
                .to(number, new CaseParty(insurer, Optional.empty(), Optional.empty()), WHY, OPERATOR);
    }

    public void asks(CaseNumber number) {
        new CaseRequestRowWriter(parts.sql()).about(number, clock.instant());
        parts.inTransaction(() -> {
            parts.bean(CaseRows.class).advance(stored(number), CaseState.SENT, OPERATOR, Optional.empty());
            return number;
        });
    }

    /** Changes the state only. */
    public void isAnswered(CaseNumber number) {
        parts.inTransaction(() -> {
            parts.bean(CaseRows.class).advance(stored(number), CaseState.ANSWERED, OPERATOR, Optional.empty());
            return number;
        });
    }

    /** Records a file that is not ingested yet. */
    public void receives(InsurerCode insurer, String stem) {
        file(insurer, stem);
    }

    public void decides(CaseNumber number, CaseRuling ruling) {
        Set<ViolationGround> violationGrounds =
                ruling == CaseRuling.VIOLATION ? Set.of(ViolationGround.BLOCK) : Set.of();
        parts.bean(DecideCase.class).decide(number, ruling, violationGrounds, WHY, Optional.empty(), OPERATOR);
    }

    private CaseRows.Stored stored(CaseNumber number) {
        return parts.bean(CaseRows.class).get(number);
    }

    /** Closes a case and erases its data. */
    public void closesAndForgets(CaseNumber number) {
        parts.sql()
                .sql("insert into call_case_event (call_case, state, at, actor)"
                        + " select id, 'CLOSED', ?, 'a test' from call_case where number = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), number.value())
                .update();
        parts.bean(EraseClosedCases.class).closedOnOrBefore(BusinessTime.dateOf(clock.instant()), Actor.batch());
    }

    /** Erases ended numbers, as after a long time. */
    public void forgetsEndedNumbers() {
        AccessLog log = parts.bean(AccessLog.class);
        parts.inTransaction(() -> parts.bean(EraseNumbers.class)
                .next(
                        log.begin(new Access(Actor.batch(), AccessAction.ERASE, WHY, Optional.empty(), "registry")),
                        ErasureProgress.begin(LocalDate.of(2030, 1, 1), 100)));
    }

    public <T> T bean(Class<T> type) {
        return parts.bean(type);
    }

    /** Returns access log entries except those of records, as {@code action phase outcome numbers}. */
    public List<String> logged(long from) {
        return parts.sql()
                .sql("select action || ' ' || phase || ' ' || coalesce(outcome, '') || ' ' || coalesce(numbers, 0)"
                        + " from access_log_entry where id >= ? and purpose not like 'the record after %' order by id")
                .param(from)
                .query(String.class)
                .list();
    }

    public Instant now() {
        return clock.instant();
    }

    private Insurer insurer(InsurerCode code) {
        return parts.bean(Insurers.class).get(code);
    }

    /** Records an ingested file with its access. */
    private long ingested(InsurerCode insurer, String stem) {
        long file = file(insurer, stem);
        AccessLog log = parts.bean(AccessLog.class);
        AccessPermit permit = log.begin(
                new Access(Actor.batch(), AccessAction.TAKE_IN, WHY, Optional.of(insurer.value()), stem + ".pgp"));
        long entry = log.completeNow(permit, AccessResult.of("ACCEPTED", 0));
        parts.inTransaction(() -> {
            parts.bean(Verdicts.class)
                    .record(
                            file,
                            1,
                            new Verdict(
                                    ReceiptStatus.ACCEPTED,
                                    new Tally(0, 0, 0, 0, Map.of()),
                                    Optional.empty(),
                                    Optional.empty(),
                                    entry),
                            Optional.empty());
            return file;
        });
        return file;
    }

    private long file(InsurerCode insurer, String stem) {
        return parts.sql()
                .sql("""
                    insert into inbound_file (insurer, remote_name, stem, size, modified_at, sha256, received_at)
                    values (?, ? || '.pgp', ?, 1, now(), 'x', ?) returning id
                    """)
                .params(insurer.value(), stem, stem, clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private static Instant instant(String time) {
        return OffsetDateTime.parse(time + ":00+08:00").toInstant();
    }

    private static String hash(int number) {
        return HexFormat.of().toHexDigits(number).repeat(8);
    }

    @Override
    public void close() {
        parts.close();
    }
}
