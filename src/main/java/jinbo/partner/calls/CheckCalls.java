package jinbo.partner.calls;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jinbo.exchange.format.BlockListEntry;
import jinbo.exchange.format.Manifest;
import jinbo.partner.BlockListLookup;
import jinbo.partner.LocalBlockList;
import jinbo.partner.PartnerError;
import jinbo.partner.PartnerException;
import jinbo.platform.csv.CsvTableWriter;
import jinbo.platform.files.TemporaryFile;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;
import jinbo.reference.phone.MobileParseResult;
import jinbo.reference.phone.MobileParseResult.Unreadable;
import jinbo.reference.phone.MobileParser;
import jinbo.reference.phone.PhoneDigits;

/** Checks a table of planned calls against the held block list, row by row in constant memory. */
public final class CheckCalls implements AutoCloseable {

    private static final String MAY_CALL = "may_call";
    private static final String WHY = "why";

    private final BlockListLookup list;
    private final CallEvaluator evaluator;

    private CheckCalls(BlockListLookup list, CallEvaluator evaluator) {
        this.list = list;
        this.evaluator = evaluator;
    }

    /** Opens the check. The line of business can be omitted if the list has only one. */
    public static CheckCalls over(
            LocalBlockList held,
            LocalDate today,
            CallPurpose purpose,
            Optional<LineCode> line,
            Optional<PolicyholderNumbers> customers)
            throws IOException {
        if (held.applied().isEmpty()) {
            throw new PartnerException(PartnerError.NO_LIST_HELD);
        }
        BlockListLookup list = held.open();
        try {
            requireInUse(list.manifest(), today);
            CallEvaluator evaluator = new CallEvaluator(list, line(list.manifest(), line), today, purpose, customers);
            return new CheckCalls(list, evaluator);
        } catch (PartnerException e) {
            list.close();
            throw e;
        }
    }

    private static void requireInUse(Manifest manifest, LocalDate today) {
        if (today.isAfter(manifest.useBy())) {
            throw new PartnerException(PartnerError.LIST_STALE, manifest.sequence(), manifest.useBy());
        }
    }

    private static LineCode line(Manifest manifest, Optional<LineCode> requested) {
        List<LineCode> lines = manifest.businessLines();
        if (requested.isEmpty() && lines.size() == 1) {
            return lines.get(0);
        }
        if (lines.isEmpty()) {
            throw new PartnerException(PartnerError.NO_BUSINESS_LINES_ON_LIST, manifest.sequence());
        }
        LineCode line = requested.orElseThrow(
                () -> new PartnerException(PartnerError.BUSINESS_LINE_MISSING, manifest.sequence(), lines));
        if (!lines.contains(line)) {
            throw new PartnerException(PartnerError.BUSINESS_LINE_NOT_ON_LIST, manifest.sequence(), lines, line);
        }
        return line;
    }

    public int sequence() {
        return list.manifest().sequence();
    }

    public LineCode line() {
        return evaluator.line;
    }

    /** Copies a CSV table with a column {@code mobile}, and adds the columns {@code may_call} and {@code why}. */
    public Totals check(String name, Path calls, Path target) throws IOException {
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(PhoneDigits.masked(target.toString()));
        }
        TemporaryFile temporaryFile = TemporaryFile.of(target);
        try {
            Totals tally;
            try (InputStream in = Files.newInputStream(calls);
                    OutputStream rows = new BufferedOutputStream(temporaryFile.create(), 1 << 16)) {
                tally = check(name, in, rows);
            }
            temporaryFile.moveToNew(target);
            return tally;
        } finally {
            temporaryFile.discard();
        }
    }

    Totals check(String name, InputStream calls, OutputStream out) throws IOException {
        Map<Why, Long> counts = new EnumMap<>(Why.class);
        try (NumberTable table = NumberTable.open(name, calls)) {
            requireFree(name, table.header());
            if (table.hasByteOrderMark()) {
                CsvTableWriter.writeByteOrderMark(out);
            }
            CsvTableWriter csv = new CsvTableWriter(out, NumberTable.BYTES);
            csv.write(with(table.header(), MAY_CALL, WHY));
            while (table.next()) {
                CallDecision answer = evaluator.evaluate(table.mobile());
                counts.merge(answer.why(), 1L, Long::sum);
                csv.write(with(table.row(), answer.mayCall(), answer.reasonText()));
            }
            csv.flush();
        }
        return new Totals(sum(counts, false), sum(counts, true), counts);
    }

    @Override
    public void close() throws IOException {
        list.close();
    }

    private static void requireFree(String name, List<String> header) {
        for (String title : header) {
            String plain = title.strip().toLowerCase(Locale.ROOT);
            if (plain.equals(MAY_CALL) || plain.equals(WHY)) {
                throw new PartnerException(PartnerError.COLUMN_THERE_ALREADY, name, plain);
            }
        }
    }

    private static long sum(Map<Why, Long> counts, boolean ofThoseThatMay) {
        return counts.entrySet().stream()
                .filter(count -> count.getKey().mayCall() || !ofThoseThatMay)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static List<String> with(List<String> fields, String mayCall, String why) {
        List<String> all = new ArrayList<>(fields.size() + 2);
        all.addAll(fields);
        all.add(mayCall);
        all.add(why);
        return all;
    }

    public record Totals(long rows, long mayCall, Map<Why, Long> why) {

        public Totals {
            why = Map.copyOf(why);
        }
    }

    record CallEvaluator(
            BlockListLookup list,
            LineCode line,
            LocalDate today,
            CallPurpose purpose,
            Optional<PolicyholderNumbers> customers) {

        CallDecision evaluate(CharSequence typed) throws IOException {
            MobileParseResult reading = MobileParser.read(typed);
            return reading instanceof Unreadable unreadable
                    ? new CallDecision(
                            switch (unreadable.problem()) {
                                case MISSING -> Why.MISSING;
                                case MALFORMED -> Why.MALFORMED;
                                case LANDLINE -> Why.LANDLINE;
                                case SCIENTIFIC -> Why.SCIENTIFIC;
                            },
                            "")
                    : evaluate(((MobileParseResult.Read) reading).mobile());
        }

        private CallDecision evaluate(Mobile mobile) throws IOException {
            Optional<BlockListEntry> block = list.find(mobile, line).filter(entry -> today.isBefore(entry.expiresOn()));
            if (block.isEmpty()) {
                return new CallDecision(Why.NOT_BLOCKED, " business_line=" + line);
            }
            if (today.isBefore(block.get().effectiveOn())) {
                return CallDecision.of(Why.NOT_YET, block.get());
            }
            if (purpose == CallPurpose.SALES || customers.isEmpty()) {
                return CallDecision.of(Why.BLOCKED, block.get());
            }
            return CallDecision.of(
                    customers.get().contains(mobile) ? Why.SERVICE_TO_CUSTOMER : Why.NOT_A_CUSTOMER, block.get());
        }
    }

    /** @param details line of business and dates of the block; empty for an unreadable number */
    record CallDecision(Why why, String details) {

        static CallDecision of(Why why, BlockListEntry block) {
            return new CallDecision(
                    why,
                    " business_line=" + block.line() + " effective_on=" + block.effectiveOn() + " expires_on="
                            + block.expiresOn());
        }

        String mayCall() {
            return why.mayCall() ? "Y" : "N";
        }

        String reasonText() {
            return why + details;
        }
    }

    public enum Why {
        /** The number is not on the list, or its block is over. */
        NOT_BLOCKED(true),
        /** The block begins on a later day. */
        NOT_YET(true),
        /** The number is blocked, but this is a service call to a customer with a policy in force. */
        SERVICE_TO_CUSTOMER(true),
        /** The number is blocked for sales calls, and for service calls if no table of customers is given. */
        BLOCKED(false),
        /** The number is blocked, and does not belong to a customer with a policy in force. */
        NOT_A_CUSTOMER(false),
        MISSING(false),
        MALFORMED(false),
        /** The list does not cover landlines. */
        LANDLINE(false),
        /** A spreadsheet has replaced its digits by an exponent. */
        SCIENTIFIC(false);

        private final boolean mayCall;

        Why(boolean mayCall) {
            this.mayCall = mayCall;
        }

        public boolean mayCall() {
            return mayCall;
        }
    }

    /** What the planned calls are for. Only sales calls are blocked. */
    public enum CallPurpose {
        SALES,
        /** A call about a policy in force. */
        SERVICE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
