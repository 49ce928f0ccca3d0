package jinbo.batch.validation;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

/**
 * Judges a complaint upload from its clear text, in one pass and in memory that does not grow with it but for a bitmap of
 * the numbers seen.
 *
 * @param regions tells where a number belongs, from the table of segments in force
 */
public record ComplaintValidator(Function<Mobile, Region> regions, UploadLimits limits) {

    /**
     * Reads an upload. The stream is read to its end only if the answer is {@link UploadValidationResult.Complete}; for any other the
     * caller, who has a signature to check there, reads on. The stream is not closed.
     *
     * @param clear the bytes that were inside the envelope
     * @throws IOException what the stream or the sink throws; never because of what the upload says
     */
    public UploadValidationResult validate(InputStream clear, UploadContext context, RowSink<ComplaintRow> sink)
            throws IOException {
        return new UploadReader(context.encoding(), limits)
                .read(
                        clear,
                        ComplaintColumn.values(),
                        header -> new ComplaintRules(header, context, regions, new RowCounter<>(sink)));
    }

    /**
     * Judges the rows of one complaint upload, each by every rule of {@code exchange-formats/complaints/v1/README.md}:
     * a row is taken in with its warnings, or refused with everything that is wrong with it.
     */
    static final class ComplaintRules implements RowRules {

        private static final int OLDEST_IN_YEARS = 2;
        private static final int LONGEST_REFERENCE = 40;

        private final Header<ComplaintColumn> header;
        private final UploadContext context;
        private final LocalDate oldest;
        private final Function<Mobile, Region> regions;
        private final RowCounter<ComplaintRow> ledger;
        private final SeenNumbers seen = new SeenNumbers();
        private final List<Finding> refusals = new ArrayList<>();
        private final List<Finding> warnings = new ArrayList<>();

        ComplaintRules(
                Header<ComplaintColumn> header,
                UploadContext context,
                Function<Mobile, Region> regions,
                RowCounter<ComplaintRow> ledger) {
            this.header = header;
            this.context = context;
            this.oldest = context.receivedOn().minusYears(OLDEST_IN_YEARS);
            this.regions = regions;
            this.ledger = ledger;
        }

        @Override
        public void judge(UploadRow row) throws IOException {
            refusals.clear();
            warnings.clear();
            if (row.broken() || !header.fits(row)) {
                refusals.add(Finding.atLine(row.line(), FindingCode.ROW_SHAPE));
                ledger.refuse(refusals);
                return;
            }
            Optional<Mobile> mobile = mobile(row);
            Optional<ComplaintType> complaintType = complaint(row);
            Optional<LocalDate> complainedOn = complainedOn(row);
            Optional<UploadScope> scope = scope(row);
            consent(row, complaintType, scope);
            Optional<LineCode> businessLine = businessLine(row);
            if (scope.isEmpty()) {
                refuse(row, ComplaintColumn.SCOPE, FindingCode.SCOPE_UNKNOWN);
            }
            Optional<Term> term = term(row);
            reference(row);
            if (refusals.isEmpty()) {
                ledger.accept(
                        new ComplaintRow(
                                row.line(),
                                mobile.orElseThrow(),
                                complaintType.orElseThrow(),
                                complainedOn.orElseThrow(),
                                businessLine,
                                scope.orElseThrow(),
                                term.orElseThrow()),
                        warnings);
            } else {
                ledger.refuse(refusals);
            }
        }

        @Override
        public UploadValidationResult.Complete result() {
            return new UploadValidationResult.Complete(ledger.tally(), seen.longestRun());
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

        private void consent(UploadRow row, Optional<ComplaintType> complaintType, Optional<UploadScope> scope) {
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

        private void reference(UploadRow row) {
            CharSequence typed = header.value(row, ComplaintColumn.REFERENCE);
            if (typed.length() > LONGEST_REFERENCE && typed.codePoints().count() > LONGEST_REFERENCE) {
                refuse(row, ComplaintColumn.REFERENCE, FindingCode.REFERENCE_TOO_LONG);
            }
        }

        private void refuse(UploadRow row, ComplaintColumn column, FindingCode code) {
            refusals.add(Finding.atColumn(row.line(), column, code));
        }

        private void warn(UploadRow row, FindingCode code) {
            warnings.add(Finding.atColumn(row.line(), ComplaintColumn.MOBILE, code));
        }
    }

    /**
     * The numbers of one file so far: which came before, and how long the longest run of consecutive ones is.
     *
     * <p>A home province has some hundred stretches of 65,536 numbers: those that are met first have plain bitmaps of
     * eight kibibytes. A file of numbers from everywhere has more; these lie in two bitmaps that take little where
     * there is little, because seven thousand million numbers need 33 bits.
     */
    static final class SeenNumbers {

        private static final long LOWEST = 13_000_000_000L;
        private static final int STRETCH_BITS = 16;
        private static final int STRETCHES = (int) (7_000_000_000L >>> STRETCH_BITS) + 1;

        /** Sixteen mebibytes. */
        private static final int MOST_PLAIN = 2048;

        private final long[][] plain = new long[STRETCHES][];
        private int plainStretches;

        private final RoaringBitmap lower = new RoaringBitmap();
        private final RoaringBitmap upper = new RoaringBitmap();
        private long last = -1;
        private int run;
        private int longestRun;

        boolean isRepeated(Mobile mobile) {
            long value = mobile.value();
            run = value == last + 1 ? run + 1 : 1;
            last = value;
            longestRun = Math.max(longestRun, run);
            return isThere(value - LOWEST);
        }

        private boolean isThere(long offset) {
            int stretch = (int) (offset >>> STRETCH_BITS);
            if (plain[stretch] == null && plainStretches < MOST_PLAIN) {
                plain[stretch] = new long[(1 << STRETCH_BITS) / Long.SIZE];
                plainStretches++;
            }
            long[] bits = plain[stretch];
            if (bits != null) {
                int slot = (int) (offset & (1 << STRETCH_BITS) - 1) / Long.SIZE;
                long bit = 1L << offset;
                boolean there = (bits[slot] & bit) != 0;
                bits[slot] |= bit;
                return there;
            }
            RoaringBitmap half = offset >>> Integer.SIZE == 0 ? lower : upper;
            return !half.checkedAdd((int) offset);
        }

        int longestRun() {
            return longestRun;
        }
    }
}
