package jinbo.registry.blocklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jinbo.exchange.format.BlockListFileName;
import jinbo.exchange.format.ListKind;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.BlockRevisionRange;
import jinbo.registry.Interval;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the lists that had an entry for a number. The content of lists is not stored, so it is derived from the
 * number's registrations up to each list. A delta counts as the full list that results from it.
 */
@Component
public record ListsWithNumber(JdbcClient jdbc) {

    /** The newest lists with an {@code as_of} from {@code from} until before {@code until}, newest first. */
    public List<ListWithNumber> newest(
            List<BlockRevisionRange> ranges, Optional<Instant> from, Optional<Instant> until, int most) {
        List<BlockRevisionRange> shown = ranges.stream()
                .filter(block ->
                        block.block().effectiveOn().isBefore(block.block().expiresOn()))
                .toList();
        return jdbc.sql("""
            select distinct l.insurer, l.sequence, l.kind, l.revision, l.as_of, l.sha256, l.access_log_index,
                   l.manifest_delivered_at, block.effective_on, block.expires_on,
                   case when l.business_lines is not null then block.line end as line
            from unnest(:insurers, :lines, :sold::timestamptz[], :since, :before, :effective::date[], :expires::date[],
                        :over::timestamptz[])
                     as block (insurer, line, sold, since, before, effective_on, expires_on, over)
            join block_list l on l.insurer = block.insurer
                 and l.revision >= block.since and l.revision < block.before
                 and l.as_of < block.over
                 and (block.line = any (l.business_lines) or l.business_lines is null and l.as_of >= block.sold)
            where (:from::timestamptz is null or l.as_of >= :from::timestamptz)
              and (:until::timestamptz is null or l.as_of < :until::timestamptz)
            order by l.as_of desc, l.insurer, l.sequence desc, line
            limit :most
            """)
                .param("insurers", texts(shown, block -> block.insurer().insurer()))
                .param("lines", texts(shown, block -> block.insurer().code()))
                .param(
                        "sold",
                        texts(
                                shown,
                                block ->
                                        startOf(block.insurer().periods().get(0).since())))
                .param("since", shown.stream().map(BlockRevisionRange::from).toArray(Long[]::new))
                .param("before", shown.stream().map(BlockRevisionRange::until).toArray(Long[]::new))
                .param("effective", texts(shown, block -> block.block().effectiveOn()))
                .param("expires", texts(shown, block -> block.block().expiresOn()))
                .param("over", texts(shown, block -> startOf(block.block().expiresOn())))
                .param("from", time(from))
                .param("until", time(until))
                .param("most", most)
                .query(ListsWithNumber::list)
                .list();
    }

    private static ListWithNumber list(ResultSet row, int number) throws SQLException {
        return new ListWithNumber(
                new BlockListFileName(
                        new InsurerCode(row.getString("insurer")),
                        row.getInt("sequence"),
                        ListKind.of(row.getString("kind")).orElseThrow()),
                row.getLong("revision"),
                row.getObject("as_of", OffsetDateTime.class).toInstant(),
                row.getString("sha256"),
                Optional.ofNullable(row.getString("line")).map(LineCode::new),
                new Interval(
                        row.getObject("effective_on", LocalDate.class), row.getObject("expires_on", LocalDate.class)),
                row.getLong("access_log_index"),
                Optional.ofNullable(row.getObject("manifest_delivered_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static String[] texts(List<BlockRevisionRange> ranges, Function<BlockRevisionRange, Object> value) {
        return ranges.stream().map(value).map(Object::toString).toArray(String[]::new);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(BusinessTime.ZONE).toInstant();
    }

    private static @Nullable OffsetDateTime time(Optional<Instant> at) {
        return at.map(instant -> instant.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    /** A list with an entry for the number in one line of business; old lists have no lines. */
    public record ListWithNumber(
            BlockListFileName name,
            long revision,
            Instant asOf,
            String sha256,
            Optional<LineCode> line,
            Interval interval,
            long accessLogIndex,
            Optional<Instant> deliveredAt) {}
}
