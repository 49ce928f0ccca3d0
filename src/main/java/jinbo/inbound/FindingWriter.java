package jinbo.inbound;

import jinbo.bulk.CopyRows;
import jinbo.exchange.Finding;

/** Writes the findings of one file by COPY. */
public final class FindingWriter {

    static final int WHOLE_FILE = 0;

    private final long inboundFile;
    private final CopyRows rows;

    FindingWriter(long inboundFile, CopyRows rows) {
        this.inboundFile = inboundFile;
        this.rows = rows;
    }

    /** Adds a finding. */
    public void add(Finding finding) {
        rows.add(inboundFile).add(finding.line().orElse(WHOLE_FILE));
        finding.column().ifPresentOrElse(rows::add, rows::addNull);
        rows.add(finding.code().name()).endRow();
    }

    /** Sends what is not sent yet. */
    public void flush() {
        rows.flush();
    }
}
