package jinbo.batch.validation;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Tally;

/** Counts what it passes on to the sink, so that the sums of the receipt are those of what was really handed over. */
final class RowCounter<R> {

    private final RowSink<R> sink;
    private final long[] found = new long[FindingCode.values().length];
    private long accepted;
    private long refused;
    private long warned;

    RowCounter(RowSink<R> sink) {
        this.sink = sink;
    }

    void accept(R row, List<Finding> warnings) throws IOException {
        accepted++;
        if (!warnings.isEmpty()) {
            warned++;
        }
        sink.accepted(row);
        pass(warnings);
    }

    void refuse(List<Finding> findings) throws IOException {
        refused++;
        sink.refusedRow();
        pass(findings);
    }

    Tally tally() {
        Map<FindingCode, Long> findings = new EnumMap<>(FindingCode.class);
        for (FindingCode code : FindingCode.values()) {
            if (found[code.ordinal()] > 0) {
                findings.put(code, found[code.ordinal()]);
            }
        }
        return new Tally(accepted + refused, accepted, refused, warned, findings);
    }

    private void pass(List<Finding> findings) throws IOException {
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            found[finding.code().ordinal()]++;
            sink.found(finding);
        }
    }
}
