package jinbo.batch.validation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Tally;
import jinbo.exchange.format.UploadColumn;

/** Validates the rows of one upload, and counts what it passes to the sink, so that the sums in the receipt match. */
abstract class RowRules<C extends UploadColumn, R> {

    final Header<C> header;
    final List<Finding> refusals = new ArrayList<>();
    final List<Finding> warnings = new ArrayList<>();
    private final RowSink<R> sink;
    private final long[] found = new long[FindingCode.values().length];
    private long accepted;
    private long refused;
    private long warned;

    RowRules(Header<C> header, RowSink<R> sink) {
        this.header = header;
        this.sink = sink;
    }

    /** Reads a row, and adds to its refusals and warnings; empty if there are refusals. */
    abstract Optional<R> read(UploadRow row);

    final void validate(UploadRow row) throws IOException {
        refusals.clear();
        warnings.clear();
        Optional<R> read = Optional.empty();
        if (row.broken() || !header.fits(row)) {
            refusals.add(Finding.atLine(row.line(), FindingCode.ROW_SHAPE));
        } else {
            read = read(row);
        }
        if (read.isPresent()) {
            accepted++;
            warned += warnings.isEmpty() ? 0 : 1;
            sink.accepted(read.get());
            pass(warnings);
        } else {
            refused++;
            sink.refusedRow();
            pass(refusals);
        }
    }

    private void pass(List<Finding> findings) throws IOException {
        for (Finding finding : findings) {
            found[finding.code().ordinal()]++;
            sink.found(finding);
        }
    }

    final void refuse(UploadRow row, C column, FindingCode code) {
        refusals.add(Finding.atColumn(row.line(), column, code));
    }

    /** Returns the result after the last row. */
    UploadValidationResult.Complete result() {
        return result(0, 0);
    }

    final UploadValidationResult.Complete result(int longestRun, int rowsOfOneNumber) {
        Map<FindingCode, Long> findings = new EnumMap<>(FindingCode.class);
        for (FindingCode code : FindingCode.values()) {
            if (found[code.ordinal()] > 0) {
                findings.put(code, found[code.ordinal()]);
            }
        }
        return new UploadValidationResult.Complete(
                new Tally(accepted + refused, accepted, refused, warned, findings), longestRun, rowsOfOneNumber);
    }
}
