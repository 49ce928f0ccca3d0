package jinbo.registry.inbound;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.Finding.FindingCause;
import jinbo.exchange.format.FindingCode;

/**
 * Consecutive findings, as one row of {@code finding_page} stores them: five bytes each, for the line of the file and
 * the index of a kind.
 */
final class FindingPage {

    static final int MOST = 300;
    static final int BYTES = Integer.BYTES + 1;
    /** Limits a page to what a PostgreSQL row can hold, however long the names of columns in an upload are. */
    static final int MOST_KIND_BYTES = 4096;

    static final int WHOLE_FILE = 0;
    static final int MOST_KINDS = 32;
    private static final String BETWEEN_PARTS = " ";

    /** A finding without its line. Stored as text: code, column and cause, without trailing blanks. */
    record Kind(FindingCode code, Optional<String> column, Optional<FindingCause> cause) {

        static Kind of(Finding finding) {
            return new Kind(finding.code(), finding.column(), finding.cause());
        }

        static Kind read(String text) {
            String[] parts = text.split(BETWEEN_PARTS, 3);
            return new Kind(
                    FindingCode.valueOf(parts[0]),
                    Optional.of(parts.length > 1 ? parts[1] : "").filter(column -> !column.isEmpty()),
                    parts.length > 2 ? Optional.of(FindingCause.valueOf(parts[2])) : Optional.empty());
        }

        boolean isOf(Finding finding) {
            return code == finding.code() && column.equals(finding.column()) && cause.equals(finding.cause());
        }

        Finding at(int line) {
            return new Finding(line == WHOLE_FILE ? OptionalInt.empty() : OptionalInt.of(line), column, code, cause);
        }

        String text() {
            return (code
                            + BETWEEN_PARTS
                            + column.orElse("")
                            + BETWEEN_PARTS
                            + cause.map(FindingCause::name).orElse(""))
                    .stripTrailing();
        }
    }

    private FindingPage() {}

    static List<Finding> read(String kinds, byte[] found) {
        List<Kind> known = kinds.lines().map(Kind::read).toList();
        List<Finding> findings = new ArrayList<>(found.length / BYTES);
        ByteBuffer bytes = ByteBuffer.wrap(found);
        while (bytes.hasRemaining()) {
            int line = bytes.getInt();
            findings.add(known.get(bytes.get()).at(line));
        }
        return findings;
    }
}
