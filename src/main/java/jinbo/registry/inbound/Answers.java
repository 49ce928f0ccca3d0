package jinbo.registry.inbound;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jinbo.exchange.format.AnswerFileNames;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sealed answers to inbound files, each delivered once under a name of its own. */
@Component
public record Answers(JdbcClient jdbc) {

    /**
     * The highest number that an answer under a file's stem has, the given answer itself left out: files that come again under
     * the same name, and second verdicts, count on in the order in which they were answered. A file that came later may be
     * answered before an earlier one that was held.
     *
     * @return 0 if there is none
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

    /** Those of an insurer's answers that have one of these names. */
    public Set<String> named(InsurerCode insurer, List<String> names) {
        return new HashSet<>(jdbc.sql("select name from answer where insurer = ? and name = any(?)")
                .params(insurer.value(), names.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** The answers that are recorded for one verdict of a file. */
    public List<SealedAnswer> of(long inboundFile, int answer) {
        return answers("select * from answer where inbound_file = ? and answer = ? order by kind", inboundFile, answer);
    }

    /** The answers for one verdict of a file that have not been delivered, in the order of delivery. */
    public List<SealedAnswer> undelivered(long inboundFile, int answer) {
        return answers(
                "select * from answer where inbound_file = ? and answer = ? and delivered_at is null order by kind",
                inboundFile,
                answer);
    }

    /** All answers to a file, in the order of delivery. */
    public List<Delivery> deliveriesOf(long inboundFile) {
        return jdbc.sql("select kind, name, delivered_at from answer where inbound_file = ? order by answer, kind")
                .param(inboundFile)
                .query((row, number) -> new Delivery(
                        SealedAnswer.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        Optional.ofNullable(row.getObject("delivered_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }

    /** Records an answer whose bytes are durable. */
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
                .query((row, number) -> new SealedAnswer(
                        row.getLong("inbound_file"),
                        row.getInt("answer"),
                        SealedAnswer.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("spooled_as"),
                        row.getLong("size"),
                        row.getString("sha256")))
                .list();
    }

    /** An answer to a file, as far as it has come. */
    public record Delivery(SealedAnswer.Kind kind, String name, Optional<Instant> deliveredAt) {}
}
