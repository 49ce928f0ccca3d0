package jinbo.operator.metrics;

import java.util.List;
import java.util.Locale;

/**
 * The charts with their queries. A query returns rows of {@code bucket}, {@code series} and {@code value}. Its
 * parameters are {@code from} (start of the period), {@code day} (its date in Beijing), {@code step} ({@code day},
 * {@code week} or {@code all}), {@code zone}, {@code insurer} (null for all) and {@code now}.
 */
public enum Chart {
    /** The time from a registration until the last insurer has applied it; while one has not, the time so far. */
    APPLIED(Unit.HOURS, Kind.LINE, List.of("MEDIAN", "P99", "WAITING"), """
        with threshold as (select distinct revision from publication where as_of >= :from),
        member as (
            select i.code, first.revision
            from insurer i cross join lateral (
                select revision from block_list where insurer = i.code order by sequence limit 1) first
            where :insurer::text is null or i.code = :insurer),
        applied as (
            select l.insurer, l.revision, min(least(greatest(a.applied_at, l.as_of), a.received_at)) as at
            from block_list l join acknowledgement a using (insurer, sequence)
            where l.as_of >= :from and a.agrees group by 1, 2),
        withheld as (
            select w.insurer, p.revision from withheld_list w join publication p on p.id = w.publication
            where p.as_of >= :from group by 1, 2),
        reached as (
            select t.revision, w.insurer is not null as withheld,
                   min(a.at) over (partition by m.code order by t.revision desc) as at
            from threshold t join member m on m.revision <= t.revision
            left join applied a on a.insurer = m.code and a.revision = t.revision
            left join withheld w on w.insurer = m.code and w.revision = t.revision),
        everywhere as (
            select revision, max(at) filter (where not withheld) as at
            from reached group by revision having bool_and(withheld or at is not null)),
        registered as (
            select registered_on as day, date_bin('6 minutes', registered_at, timestamptz 'epoch') as at,
                   t.revisions[width_bucket(revision - 1, t.revisions) + 1] as revision, sum(registrations) as count
            from registration_batch cross join (
                select array_agg(revision order by revision) as revisions from threshold) t
            where registered_on >= :day and kind in ('COMPLAINTS', 'CHOICE') and registrations > 0
            group by 1, 2, 3),
        took as (
            select case when :step = 'all' then :day else date_trunc(:step, r.day)::date end as bucket,
                   e.at is null as waits, sum(r.count) as count,
                   greatest(trunc(extract(epoch from coalesce(e.at, :now) - r.at)::float8 / 360) / 10, 0) as hours
            from registered r left join everywhere e on e.revision = r.revision group by 1, 2, 4),
        ranked as (
            select *, sum(count) over (partition by bucket order by hours) as rank,
                   sum(count) over (partition by bucket) as total
            from took)
        select bucket, series, value
        from (select bucket, min(hours) filter (where rank >= 0.5 * total) as median,
                     min(hours) filter (where rank >= 0.99 * total) as p99,
                     coalesce(sum(count) filter (where waits), 0) as waiting
              from ranked group by bucket) f
        cross join lateral (values ('MEDIAN', median), ('P99', p99), ('WAITING', waiting)) v (series, value)
        """),
    UPLOADS(Unit.COUNT, Kind.BARS, List.of("ACCEPTED", "PARTLY_ACCEPTED", "HELD", "REFUSED", "NOT_JUDGED"), """
        select date_trunc(:step, received_at at time zone :zone)::date as bucket,
               coalesce(status, 'NOT_JUDGED') as series, count(*) as value
        from inbound_file
        where received_at >= :from and (:insurer::text is null or insurer = :insurer)
          and stem !~ '^(ack|resync|certificate)-'
        group by 1, 2
        """),
    UPLOADS_BY_INSURER(Unit.COUNT, Kind.BARS, List.of(), """
        select date_trunc(:step, received_at at time zone :zone)::date as bucket, insurer as series,
               count(*) as value
        from inbound_file
        where received_at >= :from and (:insurer::text is null or insurer = :insurer)
          and stem !~ '^(ack|resync|certificate)-'
        group by 1, 2
        """),
    ROWS(Unit.COUNT, Kind.BARS, List.of("ROWS_ACCEPTED", "ROWS_REFUSED", "ROWS_HELD"), """
        select f.bucket, v.series, v.value
        from (select date_trunc(:step, received_at at time zone :zone)::date as bucket, sum(accepted) as accepted,
                     coalesce(sum(refused) filter (where status <> 'HELD'), 0) as refused,
                     coalesce(sum(refused) filter (where status = 'HELD'), 0) as held
              from inbound_file where received_at >= :from and (:insurer::text is null or insurer = :insurer)
              group by 1) f
        cross join lateral (
          values ('ROWS_ACCEPTED', accepted), ('ROWS_REFUSED', refused), ('ROWS_HELD', held)) v (series, value)
        """),
    REGISTRATIONS(Unit.COUNT, Kind.BARS, List.of("COMPLAINTS", "CHOICE"), """
        select date_trunc(:step, day)::date as bucket, kind as series, sum(count) as value
        from (select registered_on as day, kind, sum(registrations) as count
              from registration_batch
              where registered_on >= :day and kind in ('COMPLAINTS', 'CHOICE')
                and (:insurer::text is null or insurer = (select scope from insurer where code = :insurer))
              group by 1, 2) b
        group by 1, 2
        """),
    LIST_NUMBERS(Unit.COUNT, Kind.LINE, List.of(), """
        select date_trunc(:step, as_of at time zone :zone)::date as bucket, insurer as series,
               (array_agg(entries order by sequence desc))[1] as value
        from block_list where as_of >= :from and (:insurer::text is null or insurer = :insurer) group by 1, 2
        """),
    LIST_CHANGES(Unit.COUNT, Kind.BARS, List.of(), """
        select date_trunc(:step, as_of at time zone :zone)::date as bucket, insurer as series, sum(rows) as value
        from block_list
        where as_of >= :from and kind = 'delta' and (:insurer::text is null or insurer = :insurer) group by 1, 2
        """),
    ACKNOWLEDGED(Unit.HOURS, Kind.LINE, List.of(), """
        select date_trunc(:step, l.manifest_delivered_at at time zone :zone)::date as bucket, l.insurer as series,
               percentile_cont(0.5) within group (
                   order by extract(epoch from a.received_at - l.manifest_delivered_at) / 3600) as value
        from block_list l cross join lateral (
            select received_at from acknowledgement where insurer = l.insurer and sequence >= l.sequence
            order by sequence, inbound_file limit 1) a
        where l.as_of >= :from and l.manifest_delivered_at >= :from
          and (:insurer::text is null or l.insurer = :insurer)
        group by 1, 2
        """),
    RUNS(Unit.SECONDS, Kind.LINE, List.of(), """
        select date_trunc(:step, began_at at time zone :zone)::date as bucket, job as series,
               max(extract(epoch from ended_at - began_at)) as value
        from scheduled_run
        where began_at >= :from and ended_at is not null and outcome in ('DONE', 'LEFT')
          and (:insurer::text is null or insurer is null or insurer = :insurer)
        group by 1, 2
        """),
    RULINGS(
            Unit.COUNT,
            Kind.BARS,
            List.of(
                    "VIOLATION",
                    "GRACE",
                    "SERVICE_CALL",
                    "NOT_TOLD_IN_TIME",
                    "NOT_BLOCKED",
                    "NOT_ITS_CALL",
                    "FILED_TWICE"),
            """
            select date_trunc(:step, d.at at time zone :zone)::date as bucket, d.ruling as series, count(*) as value
            from call_case_decision d join call_case c on c.id = d.call_case
            where d.at >= :from and (:insurer::text is null or c.insurer = :insurer) group by 1, 2
            """);

    public enum Unit {
        COUNT,
        SECONDS,
        HOURS
    }

    public enum Kind {
        BARS,
        LINE
    }

    private final Unit unit;
    private final Kind kind;
    private final List<String> series;
    private final String sql;

    Chart(Unit unit, Kind kind, List<String> series, String sql) {
        this.unit = unit;
        this.kind = kind;
        this.series = series;
        this.sql = sql;
    }

    public Unit unit() {
        return unit;
    }

    public Kind kind() {
        return kind;
    }

    /** The names of the series in their order; empty if the series are insurers or jobs. */
    public List<String> series() {
        return series;
    }

    /** True if the values of a series are whole numbers. */
    public boolean isCount(String name) {
        return unit == Unit.COUNT || name.equals("WAITING");
    }

    /** The name in URLs, files and texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String sql() {
        return sql;
    }
}
