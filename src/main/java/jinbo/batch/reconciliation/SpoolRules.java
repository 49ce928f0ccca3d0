package jinbo.batch.reconciliation;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import jinbo.batch.Progress;
import jinbo.batch.Spool;
import jinbo.platform.files.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rule that the spool has all lists, answers until they are delivered, and uploads until their final verdict. */
record SpoolRules(Spool spool, Progress progress, JdbcClient now) {

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
    // a file above the size limit was not fetched and has the hash of no bytes
    static final String WAITING = """
            select f.id, f.size, f.sha256, f.stem
            from inbound_file f
            where (f.status is null or f.status = 'HELD') and {file f.id}
              and (f.size = 0 or f.sha256 <> 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
            order by f.id
            """;
    private static final String STILL_WAITING =
            "select count(*) from inbound_file f where f.id = ? and (f.status is null or f.status = 'HELD')";

    /** @param readAll whether delivered lists are hashed as well */
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
        return ruleViolations.result();
    }

    /** @param read whether files are hashed as well */
    RuleResult answers(JdbcClient snapshot, RuleScope ruleScope, boolean read) {
        RuleViolations ruleViolations = new RuleViolations(VerifiedRule.SPOOLED_ANSWERS_ARE_WHOLE);
        snapshot.sql(ruleScope.apply(UNDELIVERED))
                .params(ruleScope.parameters())
                .query(row -> {
                    ruleViolations.checked();
                    Optional<String> fault = compare(
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
        return ruleViolations.result();
    }

    RuleResult uploads(JdbcClient snapshot, RuleScope ruleScope, boolean read) {
        RuleViolations ruleViolations = new RuleViolations(VerifiedRule.SPOOLED_UPLOADS_ARE_WHOLE);
        snapshot.sql(ruleScope.apply(WAITING)).params(ruleScope.parameters()).query(row -> {
            ruleViolations.checked();
            String stem = row.getString("stem");
            Optional<String> fault = compare(
                    spool.uploadPath(row.getLong("id")),
                    stem,
                    OptionalLong.of(row.getLong("size")),
                    hashIf(read, row.getString("sha256")));
            if (fault.isPresent() && isStill(STILL_WAITING, row.getLong("id"))) {
                ruleViolations.wrong("the upload of " + stem + " " + fault.get());
            }
        });
        return ruleViolations.result();
    }

    private Optional<String> fault(RecordedList list, String name, OptionalLong size, Optional<String> sha256) {
        return compare(spool.listPath(list.name().insurer(), name), name, size, sha256)
                .map(fault -> name + " " + fault);
    }

    /** @throws UncheckedIOException if the file exists and cannot be read */
    private Optional<String> compare(Path file, String name, OptionalLong size, Optional<String> sha256) {
        try {
            long actualSize = Files.size(file);
            if (size.isPresent() && size.getAsLong() != actualSize) {
                return Optional.of("has " + actualSize + " bytes, not " + size.getAsLong());
            }
            if (sha256.isPresent() && !sha256.get().equals(hash(file, name, actualSize))) {
                return Optional.of("has other bytes");
            }
            return Optional.empty();
        } catch (NoSuchFileException gone) {
            return Optional.of("is gone");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String hash(Path file, String name, long size) throws IOException {
        try (InputStream in = progress.of(name, new BufferedInputStream(Files.newInputStream(file)), size)) {
            return Sha256.of(in);
        }
    }

    private boolean isStill(String question, Object... key) {
        return now.sql(question).params(key).query(Long.class).single() > 0;
    }

    private static Optional<String> hashIf(boolean read, String sha256) {
        return read ? Optional.of(sha256) : Optional.empty();
    }
}
