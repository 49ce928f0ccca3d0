package jinbo.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import jinbo.accesslog.AccessPermit;
import jinbo.bulk.BinaryRows;
import jinbo.exchange.Term;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Writes the complaints of one batch, a part at a time and each by rising number, and brings the blocks up to date with them, which
 * takes the registry lock.
 */
final class WriteComplaints {

    private static final String REGISTRATION =
            "registration (batch, line, mobile, scope, complaint, complained_on, effective_on, expires_on)";

    private static final int COLUMNS = 8;

    private final DataSource dataSource;
    private final AppendBatch append;
    private final ActsByThousand byThousand;
    private final AccessPermit permit;
    private final long batchId;
    private final ComplaintBatch batch;
    private final Supplier<FoldComplaints> foldUnderLock;
    private final Map<Term, Integer> expiresOn = new EnumMap<>(Term.class);
    private final RoaringBitmap noted = new RoaringBitmap();
    private OptionalLong revision = OptionalLong.empty();
    private Optional<FoldComplaints> fold = Optional.empty();

    WriteComplaints(
            DataSource dataSource,
            AppendBatch append,
            ActsByThousand byThousand,
            AccessPermit permit,
            long batchId,
            ComplaintBatch batch,
            Supplier<FoldComplaints> foldUnderLock) {
        this.dataSource = dataSource;
        this.append = append;
        this.byThousand = byThousand;
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
            note(part);
            try {
                folding.fold(connection, part, taken);
            } catch (SQLException e) {
                throw new RegistryReadException("the blocks of an upload", e);
            }
        });
    }

    private void copy(Connection connection, SortedComplaints part) {
        short sector = BlockScope.of(batch.sector());
        int effectiveOn = PackedDays.day(batch.effectiveOn());
        BinaryRows rows = new BinaryRows(connection, REGISTRATION, COLUMNS);
        for (int i = 0; i < part.size(); i++) {
            rows.row()
                    .add(batchId)
                    .add(part.line(i))
                    .add(part.mobile(i))
                    .add(part.isSelf(i) ? batch.insurerId() : sector)
                    .add(part.complaint(i))
                    .add(part.complainedOn(i))
                    .add(effectiveOn)
                    .add((int) expiresOn.get(part.term(i)));
        }
        rows.flush();
    }

    private void note(SortedComplaints part) {
        List<Integer> fresh = new ArrayList<>();
        for (int i = 0; i < part.size(); i++) {
            if (noted.checkedAdd(Thousand.of(part.mobile(i)))) {
                fresh.add(Thousand.of(part.mobile(i)));
            }
        }
        byThousand.add(batchId, fresh);
    }
}
