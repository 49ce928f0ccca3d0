package jinbo.registry.inbound;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jinbo.exchange.format.AnswerFileNames;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The records of sealed outcomes and receipts for inbound files. Each is delivered once, under its own name. */
@Component
public record Answers(JdbcClient jdbc) {

    /**
     * The highest number in the names of all answers with a file's stem, except the given answer; 0 if there is none.
     * Files with the same stem, and second verdicts, are numbered together in the order in which they are answered.
     */
    public int highest(InboundFile file, int answer) {
        return jdbc
                .sql("""
                select name from answer a join inbound_file f on f.id = a.inbound_file
                where a.insurer = ? and f.stem = ? and (a.inbound_file, a.answer) <> (?, ?)
                """)
                .params(file.insurer().value(), file.stem(), file.id(), answer)
                .query(String.class)
                .list()
                .stream()
                .mapToInt(name -> AnswerFileNames.parse(file.insurer(), name)
                        .orElseThrow()
                        .nth())
                .max()
                .orElse(0);
    }

    public Set<String> named(InsurerCode insurer, List<String> names) {
        return new HashSet<>(jdbc.sql("select name from answer where insurer = ? and name = any(?)")
                .params(insurer.value(), names.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    public List<SealedAnswer> of(long inboundFile, int answer) {
        return answers("select * from answer where inbound_file = ? and answer = ? order by kind", inboundFile, answer);
    }

    /** The undelivered answer files for one verdict, in order of delivery. */
    public List<SealedAnswer> undelivered(long inboundFile, int answer) {
        return answers(
                "select * from answer where inbound_file = ? and answer = ? and delivered_at is null order by kind",
                inboundFile,
                answer);
    }

    public List<Delivery> deliveriesOf(long inboundFile) {
        return jdbc.sql("""
            select answer, kind, name, delivered_at from answer where inbound_file = ? order by answer, kind
            """).param(inboundFile).query(Delivery.class).list();
    }

    /** Records an answer; its bytes must already be durable in the spool. */
    public void record(InsurerCode insurer, SealedAnswer sealed) {
        jdbc.sql("""
                insert into answer (inbound_file, answer, kind, insurer, name, spooled_as, size, sha256)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        sealed.inboundFile(),
                        sealed.answer(),
                        sealed.kind().name(),
                        insurer.value(),
                        sealed.name(),
                        sealed.spooledAs(),
                        sealed.size(),
                        sealed.sha256())
                .update();
    }

    public void delivered(SealedAnswer sealed, Instant at) {
        jdbc.sql("update answer set delivered_at = ? where inbound_file = ? and answer = ? and kind = ?")
                .params(
                        at.atOffset(ZoneOffset.UTC),
                        sealed.inboundFile(),
                        sealed.answer(),
                        sealed.kind().name())
                .update();
    }

    private List<SealedAnswer> answers(String query, long inboundFile, int answer) {
        return jdbc.sql(query)
                .params(inboundFile, answer)
                .query(SealedAnswer.class)
                .list();
    }

    /** @param answer the number of the answer that it belongs to */
    public record Delivery(int answer, SealedAnswer.Kind kind, String name, Optional<Instant> deliveredAt) {}
}
