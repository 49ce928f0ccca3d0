package jinbo.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.Actor;
import jinbo.exchange.format.ComplaintType;
import jinbo.exchange.format.Term;
import jinbo.exchange.format.UploadScope;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerError;
import jinbo.participant.insurer.InsurerException;
import jinbo.participant.insurer.InsurerLine;
import jinbo.participant.insurer.Insurers;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;
import jinbo.testing.TestLines;

/**
 * Applies each change to the real registry and to {@link ReferenceRegistry}. Some transactions of the real one die
 * before they commit, and are repeated.
 */
final class RegistryModelComparison implements AutoCloseable {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final TestRegistry real = new TestRegistry();
    private final ReferenceRegistry model = new ReferenceRegistry();
    private final ReferenceCalendar calendar = new ReferenceCalendar();
    private final Map<InsurerCode, Insurer> insurers = new LinkedHashMap<>();
    private final List<LineCode> lines = new ArrayList<>(TestLines.of("LIFE", "MOTOR", "PROPERTY"));
    private final NavigableMap<Long, Upload> merged = new TreeMap<>();
    private final CrashingTransactions program;
    private long revision;

    RegistryModelComparison(Random deaths) {
        this.program = new CrashingTransactions(real, deaths);
    }

    record Line(long number, Optional<LineCode> business, UploadScope scope, LocalDate complainedOn, Term term) {}

    /** A received upload that may be merged much later. */
    record Upload(long file, InsurerCode by, Instant at, List<Line> lines) {}

    InsurerCode join(Set<LineCode> sold) {
        Insurer insurer = real.join("INS" + insurers.size(), sold);
        changed(insurer);
        return insurer.code();
    }

    private void changed(Insurer insurer) {
        insurers.put(insurer.code(), insurer);
        insurer.lines()
                .forEach(line -> model.join(insurer.code().value(), line.code().value()));
    }

    /** A new line of business that nobody sells yet. */
    void addLine() {
        LineCode added = new LineCode("LINE" + lines.size());
        real.parts().bean(BusinessLines.class).add(added, added.value(), added.value(), dateOf(now()), now());
        lines.add(added);
    }

    /** Does nothing if the insurer already sells the line. */
    void addLine(InsurerCode insurer, LineCode line, LocalDate on) {
        try {
            changed(real.parts().bean(Insurers.class).addLine(insurer, line, on, now()));
        } catch (InsurerException already) {
            assertThat(already.error().code()).isEqualTo(InsurerError.LINE_TAKEN.code());
            assertThat(insurer(insurer).in(line)).isPresent();
        }
    }

    /** Does nothing if the insurer does not sell the line, or no other one. */
    void endLine(InsurerCode insurer, LineCode line, LocalDate on) {
        try {
            changed(real.parts().bean(Insurers.class).endLine(insurer, line, on, now()));
        } catch (InsurerException impossible) {
            assertThat(impossible.error().code()).isEqualTo(InsurerError.LINE_NOT_SOLD.code());
            assertThat(insurer(insurer).linesOn(on)).isNotEmpty();
        }
    }

    Upload receive(InsurerCode by, List<Line> lines) {
        return new Upload(real.inboundFile(insurer(by)), by, now(), lines);
    }

    void merge(Upload upload) {
        LocalDate on = dateOf(upload.at);
        LocalDate effectiveOn = real.effectiveOn(on);
        Insurer by = insurer(upload.by);
        assertThat(effectiveOn).as("first day").isEqualTo(calendar.firstDayOfBlock(on));
        CommittedBatch batch = program.batch(AccessAction.TAKE_IN, permit -> {
            StagedComplaints staged = real.registry()
                    .stage(
                            permit,
                            new ComplaintBatch(
                                    upload.file,
                                    by.code(),
                                    by.id(),
                                    by.linesOn(on),
                                    upload.at,
                                    on,
                                    effectiveOn,
                                    "2012-2026.1"),
                            // every other upload is written three rows at a time, like one of millions of rows
                            upload.file % 2 == 0 ? 3 : SortedComplaints.MAX_SIZE);
            int place = 2;
            for (Line line : upload.lines) {
                Mobile mobile = new Mobile(line.number);
                staged.add(
                        place++,
                        mobile,
                        ComplaintType.TELEMARKETING,
                        line.complainedOn,
                        line.business,
                        line.scope,
                        line.term);
            }
            CommittedBatch merging = real.registry().merge(permit, staged);
            real.accepted(upload.file, upload.lines.size());
            return merging;
        });
        if (!upload.lines.isEmpty()) {
            merged.put(upload.file, upload);
            tellModel(upload, effectiveOn);
        }
        assertThat(batch.revision()).as("revision of an upload").isEqualTo(revision);
    }

    private void tellModel(Upload upload, LocalDate effectiveOn) {
        ReferenceRegistry.When when = next(upload.at);
        Set<String> sold = insurer(upload.by).linesOn(dateOf(upload.at)).stream()
                .map(line -> line.code().value())
                .collect(Collectors.toSet());
        int place = 2;
        for (Line line : upload.lines) {
            model.complaint(
                    when,
                    new ReferenceRegistry.Row(upload.file, place++),
                    line.number,
                    upload.by.value(),
                    line.business.map(one -> Set.of(one.value())).orElse(sold),
                    line.scope == UploadScope.ALL,
                    line.complainedOn,
                    block(effectiveOn, line.term));
        }
    }

    /** @param renewedEnd of the choice that is renewed, from which the term counts (rule 4) */
    void choose(long number, Set<LineCode> chosen, Set<InsurerLine> named, Term term, Optional<LocalDate> renewedEnd) {
        ConsumerChoices.Result result = program.does(() -> real.parts()
                .bean(ConsumerChoices.class)
                .choose(
                        new Mobile(number),
                        new ConsumerChoice(chosen, named, term),
                        renewedEnd,
                        OptionalLong.empty(),
                        Actor.batch(),
                        "a consumer has chosen"));
        ReferenceRegistry.When when = next(now());
        model.choice(
                when,
                number,
                chosen.stream().map(LineCode::value).collect(Collectors.toSet()),
                named.stream().map(InsurerLine::toString).collect(Collectors.toSet()),
                new ReferenceRegistry.Block(
                        calendar.firstDayOfBlock(when.on()),
                        block(renewedEnd.orElse(calendar.firstDayOfBlock(when.on())), term)
                                .until()));
        assertThat(result.revision()).as("revision of a choice").isEqualTo(revision);
    }

    void release(long number) {
        ConsumerChoices.Result result = program.does(() -> real.parts()
                .bean(ConsumerChoices.class)
                .release(new Mobile(number), Actor.batch(), "the number has changed hands"));
        model.changeOfHands(next(now()), number);
        assertThat(result.revision()).as("revision of a release").isEqualTo(revision);
    }

    void succeed(InsurerCode from, InsurerCode to) {
        CommittedBatch batch = program.batch(
                AccessAction.SUCCEED,
                permit -> real.parts().bean(Successions.class).succeed(permit, insurer(from), insurer(to), now()));
        model.succession(next(now()), from.value(), to.value());
        assertThat(batch.revision()).as("revision of a succession").isEqualTo(revision);
    }

    TestRegistry real() {
        return real;
    }

    ReferenceRegistry model() {
        return model;
    }

    /** All that ever joined, as they are now. */
    List<Insurer> insurers() {
        return List.copyOf(insurers.values());
    }

    Insurer insurer(InsurerCode code) {
        return insurers.get(code);
    }

    List<LineCode> lines() {
        return lines;
    }

    /** Merged uploads with rows, by file. */
    NavigableMap<Long, Upload> merged() {
        return merged;
    }

    long revision() {
        return revision;
    }

    CrashingTransactions program() {
        return program;
    }

    Instant now() {
        return real.clock().instant();
    }

    static LocalDate dateOf(Instant at) {
        return at.atZone(BEIJING).toLocalDate();
    }

    @Override
    public void close() {
        real.close();
    }

    /** Begins the model's next revision. */
    ReferenceRegistry.When next(Instant at) {
        revision++;
        return new ReferenceRegistry.When(revision, at, dateOf(at));
    }

    private static ReferenceRegistry.Block block(LocalDate from, Term term) {
        int months = switch (term) {
            case SIX_MONTHS -> 6;
            case ONE_YEAR -> 12;
            case TWO_YEARS -> 24;
        };
        return new ReferenceRegistry.Block(from, ReferenceCalendar.monthsAfter(from, months));
    }
}
