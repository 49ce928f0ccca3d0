package jinbo.registry.inbound;

import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.inbound.InboundFiles.FindingCountsJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records what became of files, and answers whether something has been received before. */
@Component
public record Verdicts(JdbcClient jdbc) {

    /** Of a file that is ingested again, those that arrived since the restore was noticed are later than it. */
    private static final String NOT_AFTER_THE_RESTORE = """
        and not exists (select from reingested again
                        where again.inbound_file = ? and other.received_at >= again.lost_before
                          and not exists (select from reingested too where too.inbound_file = other.id))
        order by id limit 1
        """;

    /**
     * Records a verdict as the file's newest, in the caller's transaction.
     *
     * @param contentMac keyed hash of the clear content, where it was read to the end
     */
    public void record(long inboundFile, int answer, Verdict verdict, Optional<byte[]> contentMac) {
        jdbc.sql("""
            update inbound_file
            set status = ?, rows = ?, accepted = ?, refused = ?, warned = ?, effective_on = ?,
                finding_counts = ?::jsonb, operator_detail = ?, access_log_id = ?, judged_answer = ?,
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
                        FindingCountsJson.format(verdict.tally().findings()),
                        verdict.operatorDetail().orElse(null),
                        verdict.accessLogId(),
                        answer,
                        contentMac.orElse(null),
                        inboundFile)
                .update();
    }

    /**
     * The earlier file of the same insurer that has this file's name or bytes, if there is one. An upload that is ingested again
     * after a restore comes before those that arrived meanwhile, because it was received before them.
     */
    public Optional<String> findEarlierDuplicate(InboundFile file) {
        return jdbc.sql("""
            select stem from inbound_file other
            where insurer = ? and id < ? and (remote_name = ? or sha256 = ?)
            """ + NOT_AFTER_THE_RESTORE)
                .params(file.insurer().value(), file.id(), file.remoteName(), file.sha256(), file.id())
                .query(String.class)
                .optional();
    }

    /**
     * The other file of the same insurer, accepted or held, that has the same clear content, if there is one. Of an upload that
     * is ingested again after a restore, none that arrived meanwhile: the block must begin when it was told.
     */
    public Optional<String> findSameContent(InboundFile file, byte[] contentMac) {
        return jdbc.sql("""
            select stem from inbound_file other
            where insurer = ? and id <> ? and content_mac = ? and status in ('ACCEPTED', 'PARTLY_ACCEPTED', 'HELD')
            """ + NOT_AFTER_THE_RESTORE)
                .params(file.insurer().value(), file.id(), contentMac, file.id())
                .query(String.class)
                .optional();
    }

    /** How many complaint uploads of the insurer were accepted so far, and how many rows they had on average. */
    public AcceptedUploadCount countAcceptedUploads(InsurerCode insurer) {
        return jdbc.sql("""
            select count(*) as files, coalesce(avg(rows), 0)::float8 as average_rows from inbound_file
            where insurer = ? and starts_with(stem, 'complaints-') and status in ('ACCEPTED', 'PARTLY_ACCEPTED') and rows > 0
            """)
                .param(insurer.value())
                .query((row, number) -> new AcceptedUploadCount(row.getLong("files"), row.getDouble("average_rows")))
                .single();
    }
}
