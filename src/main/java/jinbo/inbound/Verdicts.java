package jinbo.inbound;

import java.time.ZoneOffset;
import java.util.Optional;
import jinbo.insurer.InsurerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records what became of files, and answers whether something has been received before. */
@Component
public class Verdicts {

    private final JdbcClient jdbc;

    Verdicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Records a verdict as the file's newest, in the caller's transaction.
     *
     * @param answer its number, from 1
     * @param contentMac keyed hash of the clear content, where it was read to the end
     */
    public void record(long inboundFile, int answer, Verdict verdict, Optional<byte[]> contentMac) {
        jdbc.sql("""
                update inbound_file
                set status = ?, rows = ?, accepted = ?, refused = ?, warned = ?, effective_on = ?,
                    finding_counts = ?::jsonb, operator_detail = ?, access_log_index = ?, judged_answer = ?,
                    content_mac = coalesce(?, content_mac)
                where id = ?
                """)
                .params(
                        verdict.status().name(),
                        verdict.tally().rows(),
                        verdict.tally().accepted(),
                        verdict.tally().refused(),
                        verdict.tally().warned(),
                        verdict.effectiveOn().orElse(null),
                        FindingCounts.format(verdict.tally().findings()),
                        verdict.operatorDetail().orElse(null),
                        verdict.accessLogIndex(),
                        answer,
                        contentMac.orElse(null),
                        inboundFile)
                .update();
    }

    /**
     * The earlier file of the same insurer that has this file's name or bytes, if there is one. An upload that is taken in again
     * after a restore comes before those that arrived meanwhile, because it was received before them.
     */
    public Optional<String> earlierWithSameNameOrBytes(InboundFile file) {
        return jdbc.sql("""
                select stem from inbound_file
                where insurer = ? and id < ? and (remote_name = ? or sha256 = ?)
                  and (received_at <= ? or not exists (select from taken_again where inbound_file = ?))
                order by id limit 1
                """)
                .params(
                        file.insurer().value(),
                        file.id(),
                        file.remoteName(),
                        file.sha256(),
                        file.receivedAt().atOffset(ZoneOffset.UTC),
                        file.id())
                .query(String.class)
                .optional();
    }

    /**
     * The other file of the same insurer, accepted or held, that has the same clear content, if there is one. Of an upload that
     * is taken in again after a restore, only one that was received before it: the ban must begin when it was told.
     */
    public Optional<String> otherWithSameContent(InboundFile file, byte[] contentMac) {
        return jdbc.sql("""
                select stem from inbound_file
                where insurer = ? and id <> ? and content_mac = ? and status in ('ACCEPTED', 'PARTLY_ACCEPTED', 'HELD')
                  and (received_at <= ? or not exists (select from taken_again where inbound_file = ?))
                order by id limit 1
                """)
                .params(
                        file.insurer().value(),
                        file.id(),
                        contentMac,
                        file.receivedAt().atOffset(ZoneOffset.UTC),
                        file.id())
                .query(String.class)
                .optional();
    }

    /** How many files of the insurer were accepted so far, and how many rows they had on average. */
    public AcceptedSoFar acceptedSoFar(InsurerCode insurer) {
        return jdbc.sql("""
                select count(*) as files, coalesce(avg(rows), 0)::float8 as average_rows from inbound_file
                where insurer = ? and status in ('ACCEPTED', 'PARTLY_ACCEPTED') and rows > 0
                """)
                .param(insurer.value())
                .query((row, number) -> new AcceptedSoFar(row.getLong("files"), row.getDouble("average_rows")))
                .single();
    }
}
