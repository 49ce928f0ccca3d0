package jinbo.registry;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import jinbo.insurer.Insurers;
import jinbo.insurer.Sector;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * Brings the blocks up to date with a batch of complaints, by rule 4 of the design, in four statements over the batch.
 *
 * <p>Numbers whose holder has said something are left out: by rule 5 the day of each complaint counts there, see
 * {@link RederiveBlocks}.
 *
 * <p>All complaints of a batch have the same first day, so within it their order does not matter: the latest end counts.
 * {@link Interval#after} says the same for one act; {@code registry verify} compares the two.
 */
@Component
class FoldComplaintsIntoBlocks {

    /** An insurer that is named alone for the first time starts from what the sector's acts had made for it. */
    private static final String OPEN_OWN_BLOCKS = """
            insert into block (mobile, scope, effective_on, expires_on, revision)
            select b.mobile, :bound, b.effective_on, b.expires_on, :revision
            from block b
            where b.scope = :sector
              and b.mobile in (select mobile from registration where batch = :batch and scope = :insurer)
              and not exists (select from last_word w where w.mobile = b.mobile)
            on conflict (mobile, scope) do nothing
            """;

    private static final String FOLD_INTO_SCOPE = """
            insert into block as b (mobile, scope, effective_on, expires_on, revision)
            select mobile, :bound, cast(:effectiveOn as date), max(expires_on), :revision
            from registration r
            where batch = :batch and scope = :scope
              and not exists (select from last_word w where w.mobile = r.mobile)
            group by mobile
            order by mobile
            on conflict (mobile, scope) do update set
                effective_on = case when b.expires_on <= :registeredOn then excluded.effective_on
                                    else least(b.effective_on, excluded.effective_on) end,
                expires_on   = case when b.expires_on <= :registeredOn then excluded.expires_on
                                    else greatest(b.expires_on, excluded.expires_on) end,
                revision     = excluded.revision
            where b.expires_on <= :registeredOn
               or excluded.effective_on < b.effective_on
               or excluded.expires_on > b.expires_on
            """;

    /** Insurers that have a block of their own get the sector's complaints too. */
    private static final String FOLD_SECTOR_INTO_OWN_BLOCKS = """
            update block b set
                effective_on = case when b.expires_on <= :registeredOn then cast(:effectiveOn as date)
                                    else least(b.effective_on, :effectiveOn) end,
                expires_on   = case when b.expires_on <= :registeredOn then a.expires_on
                                    else greatest(b.expires_on, a.expires_on) end,
                revision     = :revision
            from (select mobile, max(expires_on) as expires_on from registration r
                  where batch = :batch and scope = :sector
                    and not exists (select from last_word w where w.mobile = r.mobile)
                  group by mobile) a
            where b.mobile = a.mobile and b.scope <> :sector
              and b.scope = any (:insurersOfSector)
              and (b.expires_on <= :registeredOn or b.effective_on > :effectiveOn or b.expires_on < a.expires_on)
            """;

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final Insurers insurers;

    FoldComplaintsIntoBlocks(JdbcClient jdbc, DataSource dataSource, Insurers insurers) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.insurers = insurers;
    }

    void fold(long batchId, ComplaintBatch batch, long revision) {
        short sector = BlockScope.of(batch.sector());
        // an upload that was pending while its insurer was succeeded binds the successor
        short uploader = inheritorOf(batch.insurerId());
        run(OPEN_OWN_BLOCKS, batchId, batch, revision, sector, uploader);
        run(FOLD_INTO_SCOPE, batchId, batch, revision, batch.insurerId(), uploader);
        run(FOLD_INTO_SCOPE, batchId, batch, revision, sector, sector);
        run(FOLD_SECTOR_INTO_OWN_BLOCKS, batchId, batch, revision, sector, sector);
    }

    private short inheritorOf(short insurer) {
        try {
            return KnownInsurers.read(DataSourceUtils.getConnection(dataSource), insurers.sectors())
                    .inheritorOf(insurer);
        } catch (SQLException e) {
            throw new RegistryReadException("the successions of insurers", e);
        }
    }

    /** Handed over, so that the database looks each number up under each of them: a join would read every number. */
    private Short[] insurersOf(Sector sector) {
        return insurers.sectors().entrySet().stream()
                .filter(insurer -> insurer.getValue() == sector)
                .map(Map.Entry::getKey)
                .toArray(Short[]::new);
    }

    private void run(String statement, long batchId, ComplaintBatch batch, long revision, short scope, short bound) {
        jdbc.sql(statement)
                .param("batch", batchId)
                .param("revision", revision)
                .param("scope", scope)
                .param("bound", bound)
                .param("sector", BlockScope.of(batch.sector()))
                .param("insurersOfSector", insurersOf(batch.sector()))
                .param("insurer", batch.insurerId())
                .param("effectiveOn", batch.effectiveOn())
                .param("registeredOn", batch.registeredOn())
                .update();
    }
}
