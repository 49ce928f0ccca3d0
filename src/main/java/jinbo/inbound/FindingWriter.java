package jinbo.inbound;

import jinbo.bulk.CopyRows;
import jinbo.exchange.Finding;

/** Writes the findings of one file by COPY. */
public final class FindingWriter {

    static final int WHOLE_FILE = 0;

    private final long inboundFile;
    private final CopyRows rows;
    private long place;

    /** @param lastPlace of the findings that stay */
    FindingWriter(long inboundFile, long lastPlace, CopyRows rows) {
        this.inboundFile = inboundFile;
        this.place = lastPlace;
        this.rows = rows;
    }

    /** Adds a finding. */
    public void add(Finding finding) {
        place++;
        rows.add(inboundFile).add(place).add(finding.line().orElse(WHOLE_FILE));
        finding.column().ifPresentOrElse(rows::add, rows::addNull);
        rows.add(finding.code().name()).endRow();
    }

    /** Sends what is not sent yet. */
    public void flush() {
        rows.flush();
    }
}
