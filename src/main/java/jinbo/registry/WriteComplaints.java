package jinbo.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import jinbo.accesslog.AccessPermit;
import jinbo.exchange.Term;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Writes the complaints of one batch, a part at a time and each by rising number, and brings the blocks up to date with them, which
 * takes the registry lock.
 */
final class WriteComplaints {

    private final DataSource dataSource;
    private final AppendBatch append;
    private final AccessPermit permit;
    private final long batchId;
    private final ComplaintBatch batch;
    private final Supplier<FoldComplaints> foldUnderLock;
    private final Map<Term, Integer> expiresOn = new EnumMap<>(Term.class);
    private OptionalLong revision = OptionalLong.empty();
    private Optional<FoldComplaints> fold = Optional.empty();

    WriteComplaints(
            DataSource dataSource,
            AppendBatch append,
            AccessPermit permit,
            long batchId,
            ComplaintBatch batch,
            Supplier<FoldComplaints> foldUnderLock) {
        this.dataSource = dataSource;
        this.append = append;
        this.permit = permit;
        this.batchId = batchId;
        this.batch = batch;
        this.foldUnderLock = foldUnderLock;
        for (Term term : Term.values()) {
            expiresOn.put(term, PackedDays.day(term.end(batch.effectiveOn())));
        }
    }

    long batchId() {
        return batchId;
    }

    /** Of the batch: taken with the first part, or now if there was none. */
    long revision() {
        long taken = revision.orElseGet(append::takeRevision);
        revision = OptionalLong.of(taken);
        return taken;
    }

    /** Whether it has a complaint on a number whose holder has said something: those blocks are to be derived anew. */
    boolean concernsHolders() {
        return fold.filter(FoldComplaints::hasMetHolders).isPresent();
    }

    /** @param part sorted */
    void write(SortedComplaints part) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        append.through(permit, () -> copy(connection, part));
        long taken = revision();
        FoldComplaints folding = fold.orElseGet(foldUnderLock);
        fold = Optional.of(folding);
        append.through(permit, () -> {
            try {
                folding.fold(connection, part, taken);
            } catch (SQLException e) {
                throw new RegistryReadException("the blocks of an upload", e);
            }
        });
    }

    private void copy(Connection connection, SortedComplaints part) {
        short sector = BlockScope.of(batch.sector());
        ActPages pages = new ActPages(connection, batchId, PackedDays.day(batch.effectiveOn()));
        for (int i = 0; i < part.size(); i++) {
            pages.add(
                    part.mobile(i),
                    part.line(i),
                    part.complainedOn(i),
                    expiresOn.get(part.term(i)),
                    part.complaint(i),
                    part.isSelf(i) ? batch.insurerId() : sector);
        }
        pages.flush();
    }
}
