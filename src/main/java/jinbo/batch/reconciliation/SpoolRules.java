package jinbo.batch.reconciliation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import jinbo.batch.Spool;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the spool holds what the database counts on: lists for ever, because a resend is the same bytes; answers until
 * they are delivered; uploads until they are judged for good.
 */
record SpoolRules(Spool spool, CompareSpooledFile bytes, JdbcClient now) {

    static final String UNDELIVERED = """
            select a.inbound_file, a.answer, a.kind, a.spooled_as, a.size, a.sha256,
                   f.stem || ', answer ' || a.answer || ': ' || a.kind as shown
            from answer a join inbound_file f on f.id = a.inbound_file
            where a.delivered_at is null and {file a.inbound_file}
            order by a.inbound_file, a.answer, a.kind
            """;
    private static final String STILL_UNDELIVERED = """
            select count(*) from answer a
            where a.inbound_file = ? and a.answer = ? and a.kind = ? and a.delivered_at is null
            """;
    // one whose size is above the limit is not fetched, and the hash of nothing says so
    static final String WAITING = """
            select f.id, f.size, f.sha256, f.stem
            from inbound_file f
            where (f.status is null or f.status = 'HELD') and {file f.id}
              and (f.size = 0 or f.sha256 <> 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
            order by f.id
            """;
    private static final String STILL_WAITING =
            "select count(*) from inbound_file f where f.id = ? and (f.status is null or f.status = 'HELD')";

    /** @param readAll whether lists that are delivered are hashed too, not only measured */
    RuleResult lists(List<RecordedList> lists, boolean readAll) {
        RuleViolations ruleViolations = new RuleViolations(VerifiedRule.SPOOLED_LISTS_ARE_WHOLE);
        for (RecordedList list : lists) {
            ruleViolations.checked();
            String name = list.name().fileName();
            fault(list, name, OptionalLong.of(list.size()), hashIf(readAll || !list.delivered(), list.sha256()))
                    .or(() -> fault(
                            list, list.name().manifestName(), OptionalLong.empty(), Optional.of(list.manifestSha256())))
                    .ifPresent(ruleViolations::wrong);
        }
        return ruleViolations.check();
    }

    /** @param read whether the bytes are hashed too, not only measured */
    RuleResult answers(JdbcClient snapshot, RuleScope ruleScope, boolean read) {
        RuleViolations ruleViolations = new RuleViolations(VerifiedRule.SPOOLED_ANSWERS_ARE_WHOLE);
        snapshot.sql(ruleScope.apply(UNDELIVERED))
                .params(ruleScope.parameters())
                .query(row -> {
                    ruleViolations.checked();
                    Optional<String> fault = bytes.fault(
                            spool.resolve(row.getString("spooled_as")),
                            row.getString("shown"),
                            OptionalLong.of(row.getLong("size")),
                            hashIf(read, row.getString("sha256")));
                    if (fault.isPresent()
                            && isStill(
                                    STILL_UNDELIVERED,
                                    row.getLong("inbound_file"),
                                    row.getInt("answer"),
                                    row.getString("kind"))) {
                        ruleViolations.wrong(row.getString("shown") + " " + fault.get());
                    }
                });
        return ruleViolations.check();
    }

    RuleResult uploads(JdbcClient snapshot, RuleScope ruleScope, boolean read) {
        RuleViolations ruleViolations = new RuleViolations(VerifiedRule.SPOOLED_UPLOADS_ARE_WHOLE);
        snapshot.sql(ruleScope.apply(WAITING)).params(ruleScope.parameters()).query(row -> {
            ruleViolations.checked();
            String stem = row.getString("stem");
            Optional<String> fault = bytes.fault(
                    spool.seekUpload(row.getLong("id")),
                    stem,
                    OptionalLong.of(row.getLong("size")),
                    hashIf(read, row.getString("sha256")));
            if (fault.isPresent() && isStill(STILL_WAITING, row.getLong("id"))) {
                ruleViolations.wrong("the upload of " + stem + " " + fault.get());
            }
        });
        return ruleViolations.check();
    }

    private Optional<String> fault(RecordedList list, String name, OptionalLong size, Optional<String> sha256) {
        return bytes.fault(spool.seekList(list.name().insurer(), name), name, size, sha256)
                .map(fault -> name + " " + fault);
    }

    private boolean isStill(String question, Object... key) {
        return now.sql(question).params(key).query(Long.class).single() > 0;
    }

    private static Optional<String> hashIf(boolean read, String sha256) {
        return read ? Optional.of(sha256) : Optional.empty();
    }
}
