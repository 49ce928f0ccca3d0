package jinbo.batch.reconciliation;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import jinbo.exchange.format.ListKind;
import jinbo.participant.insurer.LineParticipation;
import jinbo.platform.files.Sha256;
import jinbo.reference.business.LineCode;
import jinbo.registry.DerivedBlocks;
import jinbo.registry.Interval;
import jinbo.registry.RegistryMoment;

/** A list that is derived again, to be compared with the record. Its entries are counted and hashed, not stored. */
final class DerivedList {

    private static final String LINE = "business_line,";
    private static final String HEADER = "mobile,%seffective_on,expires_on\r\n";
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private final RecordedList recorded;
    private final InsurerViewAtMoment now;
    private final Optional<InsurerViewAtMoment> before;
    private final MessageDigest content = Sha256.start();
    private BigInteger sum = BigInteger.ZERO;
    private final SortedMap<LineCode, Long> entriesByLine = new TreeMap<>();
    private long entries;
    private long rows;
    private long lastNumber = -1;

    /** @param before the moment of the previous list, if that is recorded */
    DerivedList(RecordedList recorded, InsurerViewAtMoment now, Optional<InsurerViewAtMoment> before) {
        this.recorded = recorded;
        this.now = now;
        this.before = before;
        if (recorded.withLines()) {
            recorded.insurer().forEach(line -> entriesByLine.put(line.code(), 0L));
        }
        write((isFull() ? "" : "action,") + HEADER.formatted(recorded.withLines() ? LINE : ""));
    }

    /** Adds a number. Numbers must ascend; a repeated call for the same number is ignored. */
    void take(long mobile, DerivedEntry.Cache written) {
        if (lastNumber == mobile) {
            return;
        }
        lastNumber = mobile;
        SortedMap<LineCode, Interval> current = now.of(mobile);
        SortedMap<LineCode, Interval> previous =
                before.map(earlier -> earlier.of(mobile)).orElseGet(Collections::emptySortedMap);
        SortedSet<LineCode> lines = new TreeSet<>(current.keySet());
        lines.addAll(previous.keySet());
        for (LineCode line : lines) {
            if (current.containsKey(line)) {
                entriesByLine.merge(line, 1L, Long::sum);
            }
            take(
                    new DerivedEntry.Key(mobile, recorded.withLines() ? line.value() + "," : ""),
                    Optional.ofNullable(current.get(line)),
                    Optional.ofNullable(previous.get(line)),
                    written);
        }
    }

    private void take(
            DerivedEntry.Key key, Optional<Interval> block, Optional<Interval> previous, DerivedEntry.Cache written) {
        Optional<DerivedEntry> entry = block.map(interval -> written.of(key, interval));
        entry.ifPresent(added -> {
            entries++;
            sum = sum.add(added.hash());
        });
        if (isFull()) {
            entry.ifPresent(added -> row("", added.row()));
        } else {
            change(key, previous, entry);
        }
    }

    /** True if missing entries or rows can be those of erased numbers, whose blocks had ended by this day. */
    boolean allowErasedUpTo(LocalDate day) {
        return before.orElse(now).day().isBefore(day)
                && entries <= recorded.entries()
                && rows <= recorded.rows()
                && entries + rows < recorded.entries() + recorded.rows();
    }

    /** Returns the difference from the record, if any. Call this once, at the end. */
    Optional<String> difference() {
        String name = recorded.name().fileName();
        if (recorded.entries() != entries) {
            return Optional.of(name + ": " + recorded.entries() + " entries recorded, " + entries
                    + " follow from the registrations");
        }
        if (recorded.withLines() && !recorded.entriesByLine().equals(entriesByLine)) {
            return Optional.of(name + ": entries of lines " + recorded.entriesByLine() + " recorded, " + entriesByLine
                    + " follow from the registrations");
        }
        if (!recorded.listDigest().equals("%064x".formatted(sum.mod(MODULUS)))) {
            return Optional.of(name + ": other numbers or dates than follow from the registrations (list_digest)");
        }
        if (!isFull() && before.isEmpty()) {
            return Optional.of(name + ": no list before it is recorded, which it could be a change of");
        }
        if (recorded.rows() != rows) {
            return Optional.of(
                    name + ": " + recorded.rows() + " rows recorded, " + rows + " follow from the registrations");
        }
        if (!recorded.contentSha256().equals(HexFormat.of().formatHex(content.digest()))) {
            return Optional.of(name + ": another CSV than follows from the registrations (content_sha256)");
        }
        return Optional.empty();
    }

    private void change(DerivedEntry.Key key, Optional<Interval> previous, Optional<DerivedEntry> entry) {
        if (entry.isEmpty()) {
            previous.ifPresent(gone -> row("REMOVE," + key.begin() + ",\r\n", new byte[0]));
        } else if (previous.isEmpty()) {
            row("ADD,", entry.get().row());
        } else if (!entry.get().is(key, previous.get())) {
            row("CHANGE,", entry.get().row());
        }
    }

    private void row(String begin, byte[] rest) {
        rows++;
        write(begin);
        content.update(rest);
    }

    private void write(String ascii) {
        content.update(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    private boolean isFull() {
        return recorded.name().kind() == ListKind.FULL;
    }

    /** What an insurer knew about the current number at the moment of a list. */
    static final class InsurerViewAtMoment {

        private final List<LineParticipation> lines;
        private final RegistryMoment registryMoment;
        private final List<DerivedList> lists = new ArrayList<>();
        private final SortedMap<LineCode, Interval> blocks = new TreeMap<>();
        private long mobile;

        InsurerViewAtMoment(List<LineParticipation> lines, RegistryMoment registryMoment) {
            this.lines = lines;
            this.registryMoment = registryMoment;
        }

        long revision() {
            return registryMoment.revision();
        }

        LocalDate day() {
            return registryMoment.day();
        }

        List<DerivedList> lists() {
            return lists;
        }

        /** Takes over the blocks of a number; returns true if any is not over on the day of the moment. */
        boolean take(long number, DerivedBlocks derived) {
            mobile = number;
            blocks.clear();
            for (LineParticipation line : lines) {
                derived.of(line)
                        .filter(current -> !current.isOver(registryMoment.day())
                                && current.effectiveOn().isBefore(current.expiresOn()))
                        .ifPresent(current -> blocks.put(line.code(), current));
            }
            return !blocks.isEmpty();
        }

        /** Returns the blocks of the current number by line of business; empty for other numbers. */
        SortedMap<LineCode, Interval> of(long number) {
            return mobile == number ? blocks : Collections.emptySortedMap();
        }
    }

    /** An entry of a list, made by the page of the format. It shares no code with the production of lists. */
    record DerivedEntry(Key key, Interval block, byte[] row, BigInteger hash) {

        /** A number in a line of business: the code and a comma, or empty in lists without lines. */
        record Key(long mobile, String line) {

            String begin() {
                return mobile + "," + line;
            }
        }

        private static DerivedEntry of(Key key, Interval block) {
            String row = key.begin() + block.effectiveOn() + "," + block.expiresOn();
            return new DerivedEntry(
                    key,
                    block,
                    (row + "\r\n").getBytes(StandardCharsets.US_ASCII),
                    new BigInteger(1, Sha256.start().digest(row.getBytes(StandardCharsets.US_ASCII))));
        }

        boolean is(Key other, Interval of) {
            return key.equals(other) && block.equals(of);
        }

        /** Shares entries between lists, because most entries are the same for all insurers of a line. */
        static final class Cache {

            private final Map<String, DerivedEntry> lastByLine = new HashMap<>();

            DerivedEntry of(Key key, Interval block) {
                DerivedEntry last = lastByLine.get(key.line());
                if (last != null && last.is(key, block)) {
                    return last;
                }
                DerivedEntry entry = DerivedEntry.of(key, block);
                lastByLine.put(key.line(), entry);
                return entry;
            }
        }
    }
}
