package jinbo.batch.reconciliation;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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

/**
 * A recorded list beside what is made of it anew: entries and rows counted and hashed as they come, none kept. The rows of a
 * full list are its entries; those of a delta are what differs from the moment of the list before it.
 */
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
    private long taken = -1;

    /**
     * @param now the list's own moment
     * @param before that of the list before it, if that is recorded
     */
    DerivedList(RecordedList recorded, InsurerViewAtMoment now, Optional<InsurerViewAtMoment> before) {
        this.recorded = recorded;
        this.now = now;
        this.before = before;
        if (recorded.withLines()) {
            recorded.insurer().forEach(line -> entriesByLine.put(line.code(), 0L));
        }
        write((isFull() ? "" : "action,") + HEADER.formatted(recorded.withLines() ? LINE : ""));
    }

    /** Takes what there is to tell of a number; numbers rise, and one that was taken already is not taken twice. */
    void take(long mobile, DerivedEntry.Cache written) {
        if (taken == mobile) {
            return;
        }
        taken = mobile;
        SortedMap<LineCode, Interval> told = now.of(mobile);
        SortedMap<LineCode, Interval> then =
                before.map(earlier -> earlier.of(mobile)).orElseGet(Collections::emptySortedMap);
        SortedSet<LineCode> lines = new TreeSet<>(told.keySet());
        lines.addAll(then.keySet());
        for (LineCode line : lines) {
            if (told.containsKey(line)) {
                entriesByLine.merge(line, 1L, Long::sum);
            }
            take(
                    new DerivedEntry.Key(mobile, recorded.withLines() ? line.value() + "," : ""),
                    Optional.ofNullable(told.get(line)),
                    Optional.ofNullable(then.get(line)),
                    written);
        }
    }

    private void take(
            DerivedEntry.Key key, Optional<Interval> block, Optional<Interval> then, DerivedEntry.Cache written) {
        Optional<DerivedEntry> entry = block.map(there -> written.of(key, there));
        entry.ifPresent(added -> {
            entries++;
            sum = sum.add(added.hash());
        });
        if (isFull()) {
            entry.ifPresent(added -> row("", added.row()));
        } else {
            change(key, then, entry);
        }
    }

    /**
     * Whether that there are fewer entries or rows now may come from numbers that have been erased since.
     *
     * @param day on which these had ended: what was told on that day or later never held them
     */
    boolean allowErasedUpTo(LocalDate day) {
        return before.orElse(now).day().isBefore(day)
                && entries <= recorded.entries()
                && rows <= recorded.rows()
                && entries + rows < recorded.entries() + recorded.rows();
    }

    /** What the record says and what was made anew differ in, if they do. Ends the list. */
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

    private void change(DerivedEntry.Key key, Optional<Interval> then, Optional<DerivedEntry> entry) {
        if (entry.isEmpty()) {
            then.ifPresent(gone -> row("REMOVE," + key.begin() + ",\r\n", new byte[0]));
        } else if (then.isEmpty()) {
            row("ADD,", entry.get().row());
        } else if (!entry.get().is(key, then.get())) {
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

    /**
     * What an insurer's lists have told it at one moment of the number that is going by. A list says what was told at
     * its own moment; a delta also rests on what was told at that of the list before it.
     */
    static final class InsurerViewAtMoment {

        private final List<LineParticipation> lines;
        private final RegistryMoment registryMoment;
        private final List<DerivedList> lists = new ArrayList<>();
        private final SortedMap<LineCode, Interval> blocks = new TreeMap<>();
        private long mobile;

        /** @param lines that its list told of */
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

        void addList(DerivedList list) {
            lists.add(list);
        }

        /**
         * Notes what the blocks of a number said then.
         *
         * @return whether any of that was to be told: a block with a day on or after that of the moment
         */
        boolean take(long number, DerivedBlocks derived) {
            mobile = number;
            blocks.clear();
            for (LineParticipation line : lines) {
                derived.of(line)
                        .filter(told -> !told.isOver(registryMoment.day())
                                && told.effectiveOn().isBefore(told.expiresOn()))
                        .ifPresent(told -> blocks.put(line.code(), told));
            }
            return !blocks.isEmpty();
        }

        /**
         * What was told of a number, which is the last one taken or one of which there was nothing to take, by line.
         */
        SortedMap<LineCode, Interval> of(long number) {
            return mobile == number ? blocks : Collections.emptySortedMap();
        }
    }

    /**
     * An entry of a list, written out and hashed as the format page of block lists says, once for all lists that have
     * it. It shares no code with what writes lists.
     */
    static final class DerivedEntry {

        private static final int LINE_END = 2;

        private final Key key;
        private final Interval block;
        private final byte[] row;
        private final BigInteger hash;

        /** @param line the line of business and a comma; empty in lists that name none */
        record Key(long mobile, String line) {

            /** What the row begins with, up to the dates. */
            String begin() {
                return mobile + "," + line;
            }
        }

        private DerivedEntry(Key key, Interval block) {
            this.key = key;
            this.block = block;
            this.row = (key.begin() + block.effectiveOn() + "," + block.expiresOn() + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            this.hash = new BigInteger(1, Sha256.start().digest(Arrays.copyOf(row, row.length - LINE_END)));
        }

        boolean is(Key other, Interval of) {
            return key.equals(other) && block.equals(of);
        }

        /** The row as it stands in the CSV, its end included. */
        byte[] row() {
            return row;
        }

        /** SHA-256 of the row without its end, as a number. */
        BigInteger hash() {
            return hash;
        }

        /**
         * Writes entries out, and the same one for many lists only once: most of a list is the same for every insurer
         * in a line.
         */
        static final class Cache {

            private final Map<String, DerivedEntry> lastByLine = new HashMap<>();

            DerivedEntry of(Key key, Interval block) {
                DerivedEntry last = lastByLine.get(key.line());
                if (last != null && last.is(key, block)) {
                    return last;
                }
                DerivedEntry entry = new DerivedEntry(key, block);
                lastByLine.put(key.line(), entry);
                return entry;
            }
        }
    }
}
