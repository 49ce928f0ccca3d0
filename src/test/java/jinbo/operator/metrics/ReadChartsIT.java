package jinbo.operator.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jinbo.participant.insurer.InsurerCode;
import jinbo.testing.SettableClock;
import jinbo.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two insurers on three days. YUNHE acknowledges its lists 1 and 2. CHANGQING acknowledges only its second one, and its
 * third is withheld.
 */
class ReadChartsIT {

    private static final String FILE = """
        insert into inbound_file (insurer, remote_name, stem, size, modified_at, sha256, received_at, status, rows,
                                  accepted, refused)
        values (?, ?, ?, 1, now(), 'none', ?::timestamptz, ?, ?, ?, ?) returning id
        """;

    private final HikariDataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final SettableClock clock = new SettableClock("2026-11-10T12:00:00+08:00");
    private final ReadCharts charts = new ReadCharts(jdbc, clock);

    @BeforeEach
    void insurersTakePart() {
        join("YUNHE");
        join("CHANGQING");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void countsRegistrationsUntilTheLastInsurerAppliesThem() {
        lists();
        batch(5, "COMPLAINTS", 100, "2026-11-08 08:00+8");
        batch(8, "CHOICE", 1, "2026-11-08 14:00+8");
        batch(15, "COMPLAINTS", 50, "2026-11-09 08:00+8");
        // for revision 30, one list waits for its acknowledgement, and the other is withheld
        batch(25, "CHOICE", 10, "2026-11-10 09:00+8");
        // on no list yet
        batch(35, "CHOICE", 4, "2026-11-10 11:30+8");

        assertThat(read(Chart.APPLIED))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "MEDIAN", "11-08: 39.0, 11-09: 15.0, 11-10: 3.0",
                        "P99", "11-08: 39.0, 11-09: 15.0, 11-10: 3.0",
                        "WAITING", "11-08: 0.0, 11-09: 0.0, 11-10: 14.0"));
        assertThat(read(Chart.APPLIED, "YUNHE"))
                .as("of one insurer alone")
                .containsEntry("MEDIAN", "11-08: 14.0, 11-09: 13.0, 11-10: 3.0");
        assertThat(read(Chart.REGISTRATIONS))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "COMPLAINTS", "11-08: 100.0, 11-09: 50.0",
                        "CHOICE", "11-08: 1.0, 11-10: 14.0"));
        assertThat(charts.applied(LocalDate.parse("2026-11-08")).get("P99").values())
                .containsExactly(39.0);
    }

    @Test
    void medianAndPercentileWeighRegistrations() {
        lists();
        batch(1, "CHOICE", 98, "2026-11-08 20:00+8");
        batch(2, "CHOICE", 1, "2026-11-08 12:00+8");
        batch(3, "CHOICE", 1, "2026-11-08 01:00+8");

        assertThat(read(Chart.APPLIED)).containsEntry("MEDIAN", "11-08: 27.0").containsEntry("P99", "11-08: 35.0");
    }

    @Test
    void aLaterInsurerDoesNotDelayEarlierRevisions() {
        lists();
        batch(5, "CHOICE", 1, "2026-11-08 08:00+8");
        Map<String, String> before = read(Chart.APPLIED);
        join("ANSHUN");
        list("ANSHUN", 3, 1, "full", 30, 7, "2026-11-10 11:00+8");

        assertThat(read(Chart.APPLIED)).isEqualTo(before);
    }

    @Test
    void showsListsByInsurerWithAcknowledgementTime() {
        lists();

        assertThat(read(Chart.LIST_NUMBERS))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "YUNHE", "11-08: 100.0, 11-09: 120.0, 11-10: 130.0",
                        "CHANGQING", "11-08: 90.0, 11-09: 95.0"));
        assertThat(read(Chart.LIST_CHANGES))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("YUNHE", "11-09: 7.0, 11-10: 7.0", "CHANGQING", "11-09: 7.0"));
        assertThat(read(Chart.ACKNOWLEDGED))
                .as("from the delivery, five minutes after the list was made, to the receipt, one hour after it"
                        + " was applied")
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("YUNHE", "11-08: 2.9, 11-09: 1.9", "CHANGQING", "11-08: 27.9, 11-09: 3.9"));
    }

    @Test
    void countsUploadsByResultAndInsurerOnBusinessDays() {
        upload("YUNHE", "complaints-YUNHE-20261108-001", "2026-11-08 23:59:59+8", "ACCEPTED", 10, 10, 0);
        upload("YUNHE", "complaints-YUNHE-20261109-001", "2026-11-09 00:00:00+8", "PARTLY_ACCEPTED", 10, 7, 3);
        upload("CHANGQING", "complaints-CHANGQING-20261109-001", "2026-11-09 10:00+8", "HELD", 20, 0, 20);
        upload("CHANGQING", "invalid-0123456789abcdef", "2026-11-09 11:00+8", "REFUSED", 0, 0, 0);
        upload("CHANGQING", "ack-CHANGQING-00000001", "2026-11-09 12:00+8", "ACCEPTED", 0, 0, 0);
        upload("CHANGQING", "complaints-CHANGQING-20261103-001", "2026-11-03 12:00+8", "ACCEPTED", 5, 5, 0);

        assertThat(read(Chart.UPLOADS))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ACCEPTED",
                        "11-08: 1.0",
                        "PARTLY_ACCEPTED",
                        "11-09: 1.0",
                        "HELD",
                        "11-09: 1.0",
                        "REFUSED",
                        "11-09: 1.0"));
        assertThat(read(Chart.UPLOADS_BY_INSURER))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("YUNHE", "11-08: 1.0, 11-09: 1.0", "CHANGQING", "11-09: 2.0"));
        assertThat(read(Chart.ROWS))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ROWS_ACCEPTED", "11-08: 10.0, 11-09: 7.0",
                        "ROWS_REFUSED", "11-08: 0.0, 11-09: 3.0",
                        "ROWS_HELD", "11-08: 0.0, 11-09: 20.0"));
        assertThat(read(Chart.UPLOADS, "YUNHE")).containsOnlyKeys("ACCEPTED", "PARTLY_ACCEPTED");
    }

    @Test
    void runsAndRulingsAreShown() {
        jdbc.sql("""
            insert into scheduled_run (job, due_at, attempt, began_at, node, ended_at, outcome, done)
            select 'watch', at, 0, at, 'node', at + took, 'DONE', 0
            from (values (timestamptz '2026-11-09 01:00+8', interval '3 s'), ('2026-11-09 02:00+8', '5 s')) v (at, took)
            """).update();
        jdbc.sql("""
            with opened as (insert into call_case (number, insurer, called_at, purpose, source, subject, opened_at)
                values ('C2026-00000000-0', 'YUNHE', now(), 'SALES', 'CONSUMER', '2026:' || repeat('0', 64), now())
                returning id)
            insert into call_case_decision (call_case, ruling, grounds, reason, evidence_sha256, decided_by, at)
            select id, 'GRACE', '{}', 'a test', repeat('0', 64), 'zhao', '2026-11-10 10:00+8' from opened
            """).update();

        assertThat(read(Chart.RUNS)).isEqualTo(Map.of("watch", "11-09: 5.0"));
        assertThat(read(Chart.RULINGS)).isEqualTo(Map.of("GRACE", "11-10: 1.0"));
        assertThat(read(Chart.RULINGS, "CHANGQING")).isEmpty();
    }

    @Test
    void readsAYearInWeeksFromMonday() {
        upload("YUNHE", "complaints-YUNHE-20261108-001", "2026-11-08 10:00+8", "ACCEPTED", 1, 1, 0);
        upload("YUNHE", "complaints-YUNHE-20261102-001", "2026-11-02 10:00+8", "ACCEPTED", 1, 1, 0);
        upload("YUNHE", "complaints-YUNHE-20261109-001", "2026-11-09 10:00+8", "ACCEPTED", 1, 1, 0);

        ReadCharts.Table figures = charts.read(Chart.UPLOADS, 365, Optional.empty());

        assertThat(figures.days())
                .hasSize(53)
                .startsWith(LocalDate.parse("2025-11-10"))
                .endsWith(LocalDate.parse("2026-11-09"));
        assertThat(figures.value("ACCEPTED", LocalDate.parse("2026-11-02"))).hasValue(2.0);
        assertThat(figures.value("ACCEPTED", LocalDate.parse("2026-10-26")))
                .as("counted: none")
                .hasValue(0.0);
        assertThat(charts.read(Chart.LIST_NUMBERS, 7, Optional.empty()).value("YUNHE", LocalDate.parse("2026-11-09")))
                .as("measured: nothing is known")
                .isEmpty();
    }

    @Test
    void readsAYearOfTwentyFourInsurersQuickly() {
        int choices = Integer.getInteger("jinbo.chart-choices", 100_000);
        for (int i = 0; i < 22; i++) {
            join("INSURER" + i);
        }
        jdbc.sql("""
            insert into publication (id, as_of, use_by, revision) overriding system value
            select n, timestamptz '2025-11-10 18:00+8' + n * interval '1 day', '2027-01-01', n * 100000 - 25000
            from generate_series(1, 365) n
            """).update();
        for (int upload = 0; upload < 3; upload++) {
            jdbc.sql("""
                insert into inbound_file (insurer, remote_name, stem, size, modified_at, sha256, received_at, status, rows,
                                          accepted, refused)
                select code, 'any', ?, 1, now(), 'none', timestamptz '2025-11-10 21:00+8' + n * interval '1 day',
                       'ACCEPTED', 10, 10, 0
                from generate_series(1, 365) n cross join insurer
                """)
                    .param(upload == 0 ? "ack-A-00000001" : "complaints-A-20260101-001")
                    .update();
        }
        jdbc.sql("""
            insert into block_list (insurer, sequence, publication, kind, revision, as_of, use_by, rows, entries, size, sha256,
                                    content_sha256, list_digest, encrypted_to, manifest_sha256, access_log_index,
                                    list_delivered_at, manifest_delivered_at)
            select code, p.id, p.id, 'delta', p.revision, p.as_of, p.use_by, 10, 100, 1, 'none', 'none', 'none', '{}', 'none', 0,
                   p.as_of + interval '5 min', p.as_of + interval '5 min'
            from publication p cross join insurer
            """).update();
        jdbc.sql("""
            insert into acknowledgement (inbound_file, insurer, sequence, applied_at, received_at, entries, list_digest, agrees)
            select f.id, f.insurer, l.sequence, f.received_at - interval '1 h', f.received_at, 1, repeat('0', 64), true
            from (select *, row_number() over (partition by insurer order by received_at) as place
                  from inbound_file where stem like 'ack-%') f
            join block_list l on l.insurer = f.insurer and l.sequence = f.place
            """).update();
        jdbc.sql("""
            insert into registration_batch (revision, kind, registered_at, registered_on, effective_on, calendar_version,
                                            registrations)
            select n, 'CHOICE', at, (at at time zone 'Asia/Shanghai')::date, '2027-01-01', 'v', 1
            from (select (n * 36.5e6 / :choices)::bigint as n,
                         timestamptz '2025-11-11 00:00+8' + n * (interval '365 days' / :choices) as at
                  from generate_series(1, :choices) n) v
            """).param("choices", choices).update();
        JdbcClient.create(TestDatabase.owner(database.getJdbcUrl()))
                .sql("vacuum analyze")
                .update();

        Map<Chart, Duration> took = new TreeMap<>();
        for (int again = 0; again < 3; again++) {
            for (Chart chart : Chart.values()) {
                long begun = System.nanoTime();
                charts.read(chart, 365, Optional.empty());
                took.merge(
                        chart,
                        Duration.ofNanos(System.nanoTime() - begun),
                        (one, other) -> one.compareTo(other) < 0 ? one : other);
            }
        }

        assertThat(charts.read(Chart.APPLIED, 365, Optional.empty()).value("P99", LocalDate.parse("2026-06-01")))
                .hasValueSatisfying(hours -> assertThat(hours).isBetween(25.0, 26.5));
        assertThat(took.values().stream().reduce(Duration.ZERO, Duration::plus))
                .as(took.toString())
                .isLessThan(Duration.ofSeconds(3));
    }

    private Map<String, String> read(Chart chart, String... insurer) {
        ReadCharts.Table figures =
                charts.read(chart, 7, Arrays.stream(insurer).findFirst().map(InsurerCode::new));
        return figures.values().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        series -> series.getValue().entrySet().stream()
                                .map(value -> value.getKey().toString().substring(5)
                                        + String.format(Locale.ROOT, ": %.1f", value.getValue()))
                                .collect(Collectors.joining(", "))));
    }

    private void join(String code) {
        jdbc.sql("insert into insurer (code, name, joined_at, drop_keys) values (?, ?, now(), '{}')")
                .params(code, code)
                .update();
    }

    private void lists() {
        List<String> times = List.of("2026-11-08 20:00+8", "2026-11-09 20:00+8", "2026-11-10 11:00+8");
        for (int i = 1; i <= 3; i++) {
            jdbc.sql("insert into publication (id, as_of, use_by, revision) overriding system value"
                            + " values (?, ?::timestamptz, '2026-12-01', ?)")
                    .params(i, times.get(i - 1), 10 * i)
                    .update();
        }
        list("YUNHE", 1, 1, "full", 10, 100, times.get(0));
        list("YUNHE", 2, 2, "delta", 20, 120, times.get(1));
        list("YUNHE", 3, 3, "delta", 30, 130, times.get(2));
        list("CHANGQING", 1, 1, "full", 10, 90, times.get(0));
        list("CHANGQING", 2, 2, "delta", 20, 95, times.get(1));
        jdbc.sql("insert into withheld_list (publication, insurer, reason, at) values (3, 'CHANGQING',"
                        + " 'LAPSED', now())")
                .update();
        acknowledge("YUNHE", 1, "2026-11-08 22:00+8");
        acknowledge("YUNHE", 2, "2026-11-09 21:00+8");
        acknowledge("CHANGQING", 2, "2026-11-09 23:00+8");
    }

    private void list(
            String insurer, int publication, int sequence, String kind, int revision, int entries, String asOf) {
        jdbc.sql("""
            insert into block_list (insurer, sequence, publication, kind, revision, as_of, use_by, rows, entries, size, sha256,
                                    content_sha256, list_digest, encrypted_to, manifest_sha256, access_log_index,
                                    list_delivered_at, manifest_delivered_at)
            select ?, ?, ?, ?, ?, at, '2026-12-01', 7, ?, 1, 'none', 'none', 'none', '{}', 'none', 0,
                   at + interval '5 min', at + interval '5 min'
            from (select ?::timestamptz as at) v
            """)
                .params(insurer, sequence, publication, kind, revision, entries, asOf)
                .update();
    }

    private void acknowledge(String insurer, int sequence, String appliedAt) {
        long file = upload(insurer, "ack-" + insurer + "-0000000" + sequence, appliedAt, "ACCEPTED", 0, 0, 0);
        jdbc.sql("""
            insert into acknowledgement (inbound_file, insurer, sequence, applied_at, received_at, entries, list_digest, agrees)
            select ?, ?, ?, at, at + interval '1 h', 1, repeat('0', 64), true from (select ?::timestamptz as at) v
            """).params(file, insurer, sequence, appliedAt).update();
    }

    private long upload(String insurer, String stem, String at, String status, int rows, int accepted, int refused) {
        return jdbc.sql(FILE)
                .params(insurer, stem + ".csv.pgp", stem, at, status, rows, accepted, refused)
                .query(Long.class)
                .single();
    }

    private void batch(long revision, String kind, int registrations, String at) {
        jdbc.sql("""
            insert into registration_batch (revision, kind, insurer, registered_at, registered_on, effective_on,
                                            calendar_version, registrations)
            select ?, kind, case when kind = 'COMPLAINTS' then (select scope from insurer where code = 'YUNHE') end, at,
                   (at at time zone 'Asia/Shanghai')::date, '2026-12-01', 'v', ?
            from (select ?::timestamptz as at, ? as kind) v
            """).params(revision, registrations, at, kind).update();
    }
}
