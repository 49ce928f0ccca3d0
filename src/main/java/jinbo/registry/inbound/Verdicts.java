package jinbo.registry.inbound;

import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.inbound.InboundFiles.FindingCountsJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records verdicts and finds duplicates of files. */
@Component
public record Verdicts(JdbcClient jdbc) {

    /** For a file that is ingested again, leaves out the files received after the restore was detected. */
    private static final String NOT_AFTER_THE_RESTORE = """
        and not exists (select from reingested again
                        where again.inbound_file = ? and other.received_at >= again.lost_before
                          and not exists (select from reingested too where too.inbound_file = other.id))
        order by id limit 1
        """;

    /** Records a file's newest verdict, with a keyed hash of the plain content if it was read completely. */
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
     * Finds an earlier file with the same name or bytes. An upload that is ingested again counts as earlier than the
     * files received since the restore was detected.
     */
    public Optional<String> findEarlierDuplicate(InboundFile file) {
        return jdbc.sql("""
            select stem from inbound_file other
            where insurer = ? and id < ? and (remote_name = ? or sha256 = ? and size = ?)
            """ + NOT_AFTER_THE_RESTORE)
                .params(file.insurer().value(), file.id(), file.remoteName(), file.sha256(), file.size(), file.id())
                .query(String.class)
                .optional();
    }

    /**
     * Finds another file of the insurer, accepted or held, with the same plain content. For an upload that is ingested
     * again, files received since the restore do not count, because its blocks must begin on the day that its first
     * receipt announced.
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

    public AcceptedUploadCount countAcceptedUploads(InsurerCode insurer) {
        return jdbc.sql("""
            select count(*) as files, coalesce(avg(rows), 0)::float8 as average_rows from inbound_file
            where insurer = ? and starts_with(stem, 'complaints-') and status in ('ACCEPTED', 'PARTLY_ACCEPTED') and rows > 0
            """)
                .param(insurer.value())
                .query(AcceptedUploadCount.class)
                .single();
    }
}
