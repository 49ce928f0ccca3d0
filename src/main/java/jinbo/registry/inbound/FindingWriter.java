package jinbo.registry.inbound;

import java.nio.ByteBuffer;
import java.sql.Connection;
import jinbo.exchange.format.Finding;
import jinbo.platform.copy.BinaryCopyWriter;

/** Writes the findings of one file by COPY, in pages of {@code finding_page}. */
public final class FindingWriter {

    private static final String TABLE = "finding_page (inbound_file, place, kinds, findings)";
    private static final int COLUMNS = 4;

    private final long inboundFile;
    private final BinaryCopyWriter rows;
    private final FindingPage page = new FindingPage();
    private final ByteBuffer kinds = ByteBuffer.allocate(FindingPage.MOST_KIND_BYTES);
    private long lastPlace;

    /** @param lastPlace of the findings before */
    FindingWriter(long inboundFile, long lastPlace, Connection connection) {
        this.inboundFile = inboundFile;
        this.lastPlace = lastPlace;
        this.rows = new BinaryCopyWriter(
                connection, TABLE, COLUMNS, FindingPage.MOST_KIND_BYTES + FindingPage.MOST * FindingPage.BYTES);
    }

    public void add(Finding finding) {
        if (!page.hasRoomFor(finding)) {
            endPage();
        }
        page.add(finding);
    }

    public void flush() {
        endPage();
        rows.flush();
    }

    private void endPage() {
        if (page.size() > 0) {
            kinds.clear().put(page.kinds());
            rows.row().add(inboundFile).add(lastPlace + 1).add(kinds).add(page.found());
            lastPlace += page.size();
            page.clear();
        }
    }
}
