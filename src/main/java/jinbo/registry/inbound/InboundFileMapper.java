package jinbo.registry.inbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.format.Tally;
import jinbo.participant.insurer.InsurerCode;

/** Reads a row of {@code inbound_file}. */
final class InboundFileMapper {

    private InboundFileMapper() {}

    static InboundFile file(ResultSet row, int number) throws SQLException {
        return new InboundFile(
                row.getLong("id"),
                new InsurerCode(row.getString("insurer")),
                row.getString("remote_name"),
                row.getString("stem"),
                Optional.ofNullable(row.getString("name_fault")),
                row.getLong("size"),
                row.getObject("modified_at", OffsetDateTime.class).toInstant(),
                row.getString("sha256"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                verdict(row),
                row.getInt("judged_answer"),
                row.getString("archived_as") != null);
    }

    private static Optional<Verdict> verdict(ResultSet row) throws SQLException {
        String status = row.getString("status");
        if (status == null) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                ReceiptStatus.valueOf(status),
                new Tally(
                        row.getLong("rows"),
                        row.getLong("accepted"),
                        row.getLong("refused"),
                        row.getLong("warned"),
                        FindingCountsJson.parse(row.getString("finding_counts"))),
                Optional.ofNullable(row.getObject("effective_on", LocalDate.class)),
                Optional.ofNullable(row.getString("operator_detail")),
                row.getLong("access_log_id")));
    }
}
