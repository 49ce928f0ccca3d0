package jinbo.registry.inbound;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jinbo.exchange.format.Finding;
import jinbo.platform.copy.BinaryCopyWriter;
import jinbo.registry.inbound.FindingPage.Kind;

/** Writes the findings of one file by COPY, in pages of {@code finding_page}. */
public final class FindingWriter {

    private static final String TABLE = "finding_page (inbound_file, place, kinds, findings)";
    private static final int COLUMNS = 4;

    private final long inboundFile;
    private final BinaryCopyWriter rows;
    private final List<Kind> kinds = new ArrayList<>();
    private final ByteBuffer kindBytes = ByteBuffer.allocate(FindingPage.MOST_KIND_BYTES);
    private final ByteBuffer found = ByteBuffer.allocate(FindingPage.MOST * FindingPage.BYTES);
    private long lastPlace;

    /** @param lastPlace the place of the last finding that is already stored; places are counted within a file */
    FindingWriter(long inboundFile, long lastPlace, Connection connection) {
        this.inboundFile = inboundFile;
        this.lastPlace = lastPlace;
        this.rows = new BinaryCopyWriter(connection, TABLE, COLUMNS, kindBytes.capacity() + found.capacity());
    }

    public void add(Finding finding) {
        int kind = indexOf(finding);
        if (!found.hasRemaining() || kind == FindingPage.MOST_KINDS) {
            endPage();
            kind = 0;
        }
        if (kind == kinds.size()) {
            kinds.add(Kind.of(finding));
        }
        found.putInt(finding.line().orElse(FindingPage.WHOLE_FILE)).put((byte) kind);
    }

    /** The index of the finding's kind; for a new kind, the number of kinds. */
    private int indexOf(Finding finding) {
        int at = 0;
        while (at < kinds.size() && !kinds.get(at).isOf(finding)) {
            at++;
        }
        return at;
    }

    public void flush() {
        endPage();
        rows.flush();
    }

    private void endPage() {
        int size = found.position() / FindingPage.BYTES;
        if (size > 0) {
            String texts = kinds.stream().map(Kind::text).collect(Collectors.joining("\n"));
            kindBytes.clear().put(texts.getBytes(StandardCharsets.UTF_8));
            rows.row().add(inboundFile).add(lastPlace + 1).add(kindBytes).add(found);
            lastPlace += size;
            kinds.clear();
            found.clear();
        }
    }
}
