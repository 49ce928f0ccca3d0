package jinbo.batch.validation;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jinbo.exchange.format.ComplaintType;
import jinbo.exchange.format.Consent;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Term;
import jinbo.exchange.format.UploadColumn.ComplaintColumn;
import jinbo.exchange.format.UploadScope;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;
import jinbo.reference.phone.MobileParseResult;
import jinbo.reference.phone.MobileParser;
import jinbo.reference.phone.Region;
import org.roaringbitmap.RoaringBitmap;

/** Validates an upload of complaints in one pass; only its notes on the numbers grow with the file, up to a limit. */
public record ComplaintValidator(Function<Mobile, Region> regions, UploadLimits limits) {

    /** Validates a stream. It is read to its end only if the result is {@link UploadValidationResult.Complete}. */
    public UploadValidationResult validate(InputStream clear, UploadContext context, RowSink<ComplaintRow> sink)
            throws IOException {
        return new UploadReader(context.encoding(), limits)
                .read(clear, ComplaintColumn.values(), header -> new ComplaintRules(header, sink, context, regions));
    }

    /** The rules of {@code exchange-formats/complaints/v1/README.md}. */
    private static final class ComplaintRules extends RowRules<ComplaintColumn, ComplaintRow> {

        private static final int OLDEST_IN_YEARS = 2;
        private static final int MAX_REFERENCE_LENGTH = 40;

        private final UploadContext context;
        private final LocalDate oldest;
        private final Function<Mobile, Region> regions;
        private final SeenNumbers seen = new SeenNumbers();

        ComplaintRules(
                Header<ComplaintColumn> header,
                RowSink<ComplaintRow> sink,
                UploadContext context,
                Function<Mobile, Region> regions) {
            super(header, sink);
            this.context = context;
            this.oldest = context.receivedOn().minusYears(OLDEST_IN_YEARS);
            this.regions = regions;
        }

        @Override
        Optional<ComplaintRow> read(UploadRow row) {
            Optional<Mobile> mobile = mobile(row);
            Optional<ComplaintType> complaintType = complaint(row);
            Optional<LocalDate> complainedOn = complainedOn(row);
            Optional<UploadScope> scope = scope(row);
            checkConsent(row, complaintType, scope);
            Optional<LineCode> businessLine = businessLine(row);
            if (scope.isEmpty()) {
                refuse(row, ComplaintColumn.SCOPE, FindingCode.SCOPE_UNKNOWN);
            }
            Optional<Term> term = term(row);
            checkReference(row);
            return refusals.isEmpty()
                    ? Optional.of(new ComplaintRow(
                            row.line(),
                            mobile.orElseThrow(),
                            complaintType.orElseThrow(),
                            complainedOn.orElseThrow(),
                            businessLine,
                            scope.orElseThrow(),
                            term.orElseThrow()))
                    : Optional.empty();
        }

        @Override
        UploadValidationResult.Complete result() {
            return result(seen.longestRun, seen.mostRows);
        }

        private Optional<Mobile> mobile(UploadRow row) {
            MobileParseResult reading = MobileParser.read(header.value(row, ComplaintColumn.MOBILE));
            if (reading instanceof MobileParseResult.Unreadable unreadable) {
                refuse(row, ComplaintColumn.MOBILE, code(unreadable.problem()));
                return Optional.empty();
            }
            Mobile mobile = ((MobileParseResult.Read) reading).mobile();
            switch (regions.apply(mobile)) {
                case HOME -> {}
                case ELSEWHERE -> refuse(row, ComplaintColumn.MOBILE, FindingCode.MOBILE_NOT_BEIJING);
                case UNKNOWN -> warn(row, FindingCode.SEGMENT_UNKNOWN);
            }
            if (seen.isRepeated(mobile)) {
                warn(row, FindingCode.ROW_REPEATED);
            }
            return Optional.of(mobile);
        }

        private static FindingCode code(MobileParseResult.Problem problem) {
            return switch (problem) {
                case MISSING -> FindingCode.MOBILE_MISSING;
                case MALFORMED -> FindingCode.MOBILE_MALFORMED;
                case LANDLINE -> FindingCode.MOBILE_LANDLINE;
                case SCIENTIFIC -> FindingCode.MOBILE_SCIENTIFIC;
            };
        }

        private Optional<ComplaintType> complaint(UploadRow row) {
            Optional<ComplaintType> complaintType = ComplaintType.of(header.value(row, ComplaintColumn.COMPLAINT));
            if (complaintType.isEmpty()) {
                refuse(row, ComplaintColumn.COMPLAINT, FindingCode.COMPLAINT_UNKNOWN);
            }
            return complaintType;
        }

        private Optional<LocalDate> complainedOn(UploadRow row) {
            Optional<LocalDate> date = IsoDateParser.read(header.value(row, ComplaintColumn.COMPLAINED_ON));
            if (date.isEmpty()) {
                refuse(row, ComplaintColumn.COMPLAINED_ON, FindingCode.DATE_INVALID);
            } else if (date.get().isAfter(context.receivedOn())) {
                refuse(row, ComplaintColumn.COMPLAINED_ON, FindingCode.DATE_IN_FUTURE);
            } else if (date.get().isBefore(oldest)) {
                refuse(row, ComplaintColumn.COMPLAINED_ON, FindingCode.DATE_TOO_OLD);
            }
            return date;
        }

        private Optional<LineCode> businessLine(UploadRow row) {
            CharSequence typed = header.value(row, ComplaintColumn.BUSINESS_LINE);
            Optional<LineCode> line = SoldLines.read(typed);
            Optional<FindingCode> fault;
            if (typed.isEmpty()) {
                fault = context.lines().faultOfAll();
            } else if (line.isEmpty()) {
                fault = Optional.of(FindingCode.BUSINESS_LINE_UNKNOWN);
            } else {
                fault = context.lines().fault(line.get());
            }
            fault.ifPresent(code -> refuse(row, ComplaintColumn.BUSINESS_LINE, code));
            return line;
        }

        private Optional<UploadScope> scope(UploadRow row) {
            CharSequence typed = header.value(row, ComplaintColumn.SCOPE);
            return typed.isEmpty() ? Optional.of(UploadScope.ALL) : UploadScope.of(typed);
        }

        private void checkConsent(UploadRow row, Optional<ComplaintType> complaintType, Optional<UploadScope> scope) {
            CharSequence typed = header.value(row, ComplaintColumn.CONSENT);
            Optional<Consent> consent = typed.isEmpty() ? Optional.of(Consent.N) : Consent.of(typed);
            boolean needed =
                    complaintType.filter(ComplaintType.AGENT_COLD_CALL::equals).isPresent()
                            || context.allNeedsConsent()
                                    && scope.filter(UploadScope.ALL::equals).isPresent();
            if (consent.isEmpty() || needed && consent.get() == Consent.N) {
                refuse(row, ComplaintColumn.CONSENT, FindingCode.CONSENT_MISSING);
            }
        }

        private Optional<Term> term(UploadRow row) {
            CharSequence typed = header.value(row, ComplaintColumn.TERM);
            Optional<Term> term = typed.isEmpty() ? Optional.of(Term.TWO_YEARS) : Term.of(typed);
            if (term.isEmpty()) {
                refuse(row, ComplaintColumn.TERM, FindingCode.TERM_UNKNOWN);
            }
            return term;
        }

        private void checkReference(UploadRow row) {
            CharSequence typed = header.value(row, ComplaintColumn.REFERENCE);
            if (typed.length() > MAX_REFERENCE_LENGTH && typed.codePoints().count() > MAX_REFERENCE_LENGTH) {
                refuse(row, ComplaintColumn.REFERENCE, FindingCode.REFERENCE_TOO_LONG);
            }
        }

        private void warn(UploadRow row, FindingCode code) {
            warnings.add(Finding.atColumn(row.line(), ComplaintColumn.MOBILE, code));
        }
    }

    /**
     * The numbers that were read so far, to find repeated ones. The first stretches of 65,536 numbers have plain
     * bitmaps of 8 KiB, enough for one province. Further stretches share two compressed bitmaps, because seven billion
     * numbers need 33 bits.
     */
    private static final class SeenNumbers {

        private static final long LOWEST = 13_000_000_000L;
        private static final int STRETCH_BITS = 16;
        private static final int STRETCHES = (int) (7_000_000_000L >>> STRETCH_BITS) + 1;

        /** A limit of 16 MiB. */
        private static final int MOST_PLAIN = 2048;

        private static final int MOST_COUNTED = 100_000;

        private final long[][] plain = new long[STRETCHES][];
        private int plainStretches;

        private final RoaringBitmap lower = new RoaringBitmap();
        private final RoaringBitmap upper = new RoaringBitmap();
        private long last = -1;
        private int run;
        private int longestRun;
        private final Map<Long, Integer> rowsOfRepeated = new HashMap<>();
        private int mostRows;

        boolean isRepeated(Mobile mobile) {
            long value = mobile.value();
            run = value == last + 1 ? run + 1 : 1;
            last = value;
            longestRun = Math.max(longestRun, run);
            boolean repeated = addSeen(value - LOWEST);
            mostRows = Math.max(mostRows, repeated ? rowsOfRepeated(value) : 1);
            return repeated;
        }

        /** Returns how many rows have this number; {@code Integer.MAX_VALUE} if too many are repeated to count it. */
        private int rowsOfRepeated(long value) {
            return rowsOfRepeated.size() < MOST_COUNTED || rowsOfRepeated.containsKey(value)
                    ? rowsOfRepeated.merge(value, 2, (before, two) -> before + 1)
                    : Integer.MAX_VALUE;
        }

        private boolean addSeen(long offset) {
            int stretch = (int) (offset >>> STRETCH_BITS);
            if (plain[stretch] == null && plainStretches < MOST_PLAIN) {
                plain[stretch] = new long[(1 << STRETCH_BITS) / Long.SIZE];
                plainStretches++;
            }
            long[] bits = plain[stretch];
            if (bits != null) {
                int slot = (int) (offset & (1 << STRETCH_BITS) - 1) / Long.SIZE;
                long bit = 1L << offset;
                boolean wasSeen = (bits[slot] & bit) != 0;
                bits[slot] |= bit;
                return wasSeen;
            }
            RoaringBitmap half = offset >>> Integer.SIZE == 0 ? lower : upper;
            return !half.checkedAdd((int) offset);
        }
    }

    /**
     * A valid row. Withdrawals refer to it by its line in the file. If {@code businessLine} is empty, it is for all
     * lines of business of the insurer.
     */
    public record ComplaintRow(
            int line,
            Mobile mobile,
            ComplaintType complaint,
            LocalDate complainedOn,
            Optional<LineCode> businessLine,
            UploadScope scope,
            Term term) {}

    /**
     * @param receivedOn the day of receipt in Beijing
     * @param encoding the encoding of a file without byte order mark
     */
    public record UploadContext(
            LocalDate receivedOn, SoldLines lines, UploadEncoding encoding, boolean allNeedsConsent) {

        /** Returns the context of the first reading, which tries UTF-8. */
        public static UploadContext firstReading(LocalDate receivedOn, SoldLines lines, boolean allNeedsConsent) {
            return new UploadContext(receivedOn, lines, UploadEncoding.UTF_8, allNeedsConsent);
        }

        public UploadContext withEncoding(UploadEncoding other) {
            return new UploadContext(receivedOn, lines, other, allNeedsConsent);
        }
    }
}
