package jinbo.cases;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.accesslog.DecisionRecords;
import jinbo.accesslog.Subject;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores which files were sealed for insurers, and which notices each contains. */
@Component
public record CaseFiles(JdbcClient jdbc, DecisionRecords records) {

    private static final SimplePropertyRowMapper<CaseFile> FILE = new SimplePropertyRowMapper<>(CaseFile.class);

    /** Returns the insurer's files in the order of sealing. */
    public List<CaseFile> of(InsurerCode insurer) {
        return jdbc.sql("select * from case_file where insurer = ? order by sequence")
                .param(insurer.value())
                .query(CaseFile.class)
                .list();
    }

    public Optional<CaseFile> find(InsurerCode insurer, int sequence) {
        return jdbc.sql("select * from case_file where insurer = ? and sequence = ?")
                .params(insurer.value(), sequence)
                .query(CaseFile.class)
                .optional();
    }

    /** Finds the files that are neither delivered nor withheld. */
    public List<CaseFile> undelivered(InsurerCode insurer) {
        return jdbc.sql("select * from case_file where insurer = ? and delivered_at is null and withheld_at is null"
                        + " order by sequence")
                .param(insurer.value())
                .query(CaseFile.class)
                .list();
    }

    public boolean holdsComplaints(CaseFile file) {
        return jdbc.sql("""
                select exists (select from case_notice n join case_file f on f.id = n.case_file
                               where f.insurer = ? and f.sequence = ? and n.notice = 'COMPLAINT')
                """)
                .params(file.insurer().value(), file.sequence())
                .query(Boolean.class)
                .single();
    }

    public int next(InsurerCode insurer) {
        return jdbc.sql("select coalesce(max(sequence), 0) + 1 from case_file where insurer = ?")
                .param(insurer.value())
                .query(Integer.class)
                .single();
    }

    /** Records the delivery of a file, in the caller's transaction. */
    public void delivered(CaseFile file, Instant at) {
        jdbc.sql("update case_file set delivered_at = ? where insurer = ? and sequence = ?")
                .params(at.atOffset(ZoneOffset.UTC), file.insurer().value(), file.sequence())
                .update();
    }

    /** Records in the caller's transaction that the file is withheld: its notices then count as never sent. */
    void recordWithheld(CaseFile file, Instant at) {
        jdbc.sql("update case_file set withheld_at = ? where insurer = ? and sequence = ? and delivered_at is null")
                .params(at.atOffset(ZoneOffset.UTC), file.insurer().value(), file.sequence())
                .update();
    }

    public boolean isWithheld(CaseFile file) {
        return jdbc.sql("select withheld_at is not null from case_file where insurer = ? and sequence = ?")
                .params(file.insurer().value(), file.sequence())
                .query(Boolean.class)
                .single();
    }

    /** Finds the cases that the file asks about. */
    List<CaseNumber> asked(CaseFile file) {
        return jdbc.sql("""
                select c.number from case_notice n join case_file f on f.id = n.case_file join call_case c on c.id = n.call_case
                where f.insurer = ? and f.sequence = ? and n.notice = 'COMPLAINT' order by n.line
                """).params(file.insurer().value(), file.sequence()).query(String.class).list().stream()
                .map(CaseNumber::new)
                .toList();
    }

    /** Finds the files that ask insurers about a consumer's cases, except withheld files; newest first. */
    public List<Disclosure> handedOver(List<Subject> subjects) {
        return jdbc.sql("""
                select f.*, array_agg(c.number order by n.line) as cases
                from case_file f join case_notice n on n.case_file = f.id join call_case c on c.id = n.call_case
                where c.subject = any (?) and n.notice = 'COMPLAINT' and f.withheld_at is null
                group by f.id order by f.id desc
                """)
                .param(1, subjects.stream().map(Subject::toString).toArray(String[]::new))
                .query((row, number) -> new Disclosure(
                        FILE.mapRow(row, number),
                        Arrays.stream((String[]) row.getArray("cases").getArray())
                                .map(CaseNumber::new)
                                .toList()))
                .list();
    }

    /** Records a sealed file with its notices, in the caller's transaction. */
    void record(CaseFile file, List<PendingNotice> notices) {
        String name = file.insurer() + " " + file.sequence();
        records.record(CaseRecords.CASE_FILE, name, Actor.batch(), () -> write(file, notices));
    }

    private void write(CaseFile file, List<PendingNotice> notices) {
        long id = jdbc.sql("""
                insert into case_file (insurer, sequence, name, spooled_as, size, sha256, sealed_at, access_log_id)
                values (?, ?, ?, ?, ?, ?, ?, ?) returning id
                """)
                .params(
                        file.insurer().value(),
                        file.sequence(),
                        file.name(),
                        file.spooledAs(),
                        file.size(),
                        file.sha256(),
                        file.sealedAt().atOffset(ZoneOffset.UTC),
                        file.accessLogId())
                .query(Long.class)
                .single();
        int line = 1;
        for (PendingNotice notice : notices) {
            line++;
            jdbc.sql("insert into case_notice (case_file, line, notice, call_case, decision, sanction)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(
                            id,
                            line,
                            notice.notice().kind().name(),
                            notice.callCase().isPresent() ? notice.callCase().getAsLong() : null,
                            notice.decision().isPresent() ? notice.decision().getAsLong() : null,
                            notice.sanction().isPresent() ? notice.sanction().getAsLong() : null)
                    .update();
        }
    }

    /** Returns true if a file that was not withheld asks the insurer of the case about it. */
    boolean hasAskedInsurer(CaseRows.Stored stored) {
        Optional<InsurerCode> insurer = stored.summary().insurer();
        return insurer.isPresent()
                && jdbc.sql("""
                select exists (select from case_notice n join case_file f on f.id = n.case_file
                               where n.call_case = ? and n.notice = 'COMPLAINT' and f.insurer = ? and f.withheld_at is null)
                """)
                        .params(stored.id(), insurer.get().value())
                        .query(Boolean.class)
                        .single();
    }

    boolean hasNotified(PendingNotice notice) {
        return jdbc.sql("select exists (select from case_notice where sanction = ? and notice = ?)")
                .params(notice.sanction().orElseThrow(), notice.notice().kind().name())
                .query(Boolean.class)
                .single();
    }

    /** A file by which an insurer gets to know these cases of a consumer. */
    public record Disclosure(CaseFile file, List<CaseNumber> cases) {

        public Disclosure {
            cases = List.copyOf(cases);
        }
    }
}
