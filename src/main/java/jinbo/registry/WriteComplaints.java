package jinbo.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import jinbo.accesslog.AccessPermit;
import jinbo.exchange.format.Term;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Writes the complaints of one batch, a part at a time and each by rising number, and afterwards, under the registry
 * lock, brings the blocks up to date with them.
 */
final class WriteComplaints {

    private final DataSource dataSource;
    private final AppendBatch append;
    private final AccessPermit permit;
    private final long batchId;
    private final ComplaintBatch batch;
    private final ComplaintScopes scopes;
    private final Map<Term, Integer> expiresOn = new EnumMap<>(Term.class);
    private Optional<StoredComplaints> written = Optional.empty();

    WriteComplaints(
            DataSource dataSource,
            AppendBatch append,
            AccessPermit permit,
            long batchId,
            ComplaintBatch batch,
            ComplaintScopes scopes) {
        this.dataSource = dataSource;
        this.append = append;
        this.permit = permit;
        this.batchId = batchId;
        this.batch = batch;
        this.scopes = scopes;
        for (Term term : Term.values()) {
            expiresOn.put(term, PackedInterval.day(term.end(batch.effectiveOn())));
        }
    }

    long batchId() {
        return batchId;
    }

    /** @param part sorted */
    void write(SortedComplaints part) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        append.withNumberAccess(permit, () -> copy(connection, part));
    }

    private void copy(Connection connection, SortedComplaints part) {
        RegistrationPageWriter pages =
                new RegistrationPageWriter(connection, batchId, PackedInterval.day(batch.effectiveOn()));
        for (int i = 0; i < part.size(); i++) {
            pages.add(
                    part.mobile(i),
                    part.line(i),
                    part.complainedOn(i),
                    expiresOn.get(part.term(i)),
                    part.complaint(i),
                    scopes.scope(part.target(i)));
        }
        pages.flush();
    }

    /** Has the database sort all that was written, so that it only needs to be fetched under the registry lock. */
    void sortStored(int mostAtOnce) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        append.withNumberAccess(permit, () -> {
            try {
                written = Optional.of(new StoredComplaints(connection, batchId, expiresOn, scopes, mostAtOnce));
            } catch (SQLException e) {
                throw new RegistryReadException("the complaints of an upload", e);
            }
        });
    }

    void foldStored(FoldComplaints folding, long revision) {
        try (StoredComplaints parts = written.orElseThrow()) {
            while (parts.next()) {
                fold(folding, parts, revision);
            }
        } catch (SQLException e) {
            throw new RegistryReadException("the complaints of an upload", e);
        }
    }

    void fold(FoldComplaints folding, ComplaintsByThousand part, long revision) {
        try {
            folding.fold(DataSourceUtils.getConnection(dataSource), part, revision);
        } catch (SQLException e) {
            throw new RegistryReadException("the blocks of an upload", e);
        }
    }
}
