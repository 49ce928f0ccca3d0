package jinbo.operator.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import jinbo.accesslog.AccessLogEntry;
import jinbo.accesslog.AccessLogUnavailableException;
import jinbo.accesslog.Actor;
import jinbo.accesslog.ActorRole;
import jinbo.operator.trace.NumberTrace.TracedUpload;
import jinbo.operator.trace.TraceNumber.TraceFilter;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is said of where a number has been is what really happened: the lists that are named are those in which the insurers
 * find it when they have applied them.
 */
class TraceNumberIT {

    private static final String HEADER = "mobile,complaint,complained_on,scope,term\r\n";
    private static final List<String> INSURERS = List.of("BEIDOU", "CHANGQING", "YUNHE");
    private static final Actor AUDITOR = Actor.person("zhou", ActorRole.AUDITOR);

    /** For a whole line; by one alone and later by all; over in between; in two lines, of which one ends; in no upload at all. */
    private static final List<Long> NUMBERS =
            List.of(13810001234L, 13810001235L, 13810001236L, 13810001237L, 13810001299L);

    private static final InsurerCode BEIDOU = new InsurerCode("BEIDOU");
    private static final LineCode MOTOR = new LineCode("MOTOR");

    private final SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");

    /** By number: the name of each list after which the insurer held it, with the dates that stood there then. */
    private final Map<Long, TreeSet<String>> opened = new TreeMap<>();

    @TempDir
    private Path home;

    @Test
    void theListsThatHeldANumberAreThoseInWhichTheInsurersFindIt() {
        try (TestExchange exchange = TestExchange.start(home, clock)) {
            upload(
                    exchange,
                    "YUNHE",
                    1,
                    "13810001234,TELEMARKETING,%1$s,,2Y",
                    "13810001235,TELEMARKETING,%1$s,SELF,6M");
            publish(exchange);
            Insurers insurers = exchange.bean(Insurers.class);
            insurers.addLine(BEIDOU, MOTOR, LocalDate.of(2012, 12, 1), clock.instant());
            clock.set("2012-12-03T09:00:00+08:00");
            upload(exchange, "BEIDOU", 1, "13810001236,TELEMARKETING,%1$s,,6M", "13810001237,TELEMARKETING,%1$s,,1Y");
            upload(
                    exchange,
                    "CHANGQING",
                    1,
                    "13810001235,TELEMARKETING,%1$s,,1Y",
                    "13810001235,TELEMARKETING,%1$s,SELF,2Y");
            publish(exchange);
            insurers.endLine(BEIDOU, MOTOR, LocalDate.of(2013, 7, 15), clock.instant());
            clock.set("2013-07-15T09:00:00+08:00");
            publish(exchange);
            upload(exchange, "BEIDOU", 2, "13810001236,TELEMARKETING,%1$s,SELF,1Y");
            publish(exchange);

            for (long number : NUMBERS) {
                assertThat(told(trace(exchange, number, Optional.empty(), 1000)))
                        .as("number " + NUMBERS.indexOf(number))
                        .isEqualTo(opened.getOrDefault(number, new TreeSet<>()));
            }
            assertThat(opened.values()).extracting(TreeSet::size).containsExactly(8, 7, 3, 4);

            everyListHasItsEntry(exchange);
            uploadsAreToldWithWhoOpenedThem(exchange);
            theNewestAreToldFirst(exchange);
            nothingIsTakenFromARecordThatTheLogContradicts(exchange);
            withoutTheLogThereIsNoSearch(exchange);
        }
    }

    private void everyListHasItsEntry(TestExchange exchange) {
        assertThat(trace(exchange, NUMBERS.get(0), Optional.empty(), 1000)
                        .lists()
                        .found())
                .allSatisfy(traced -> {
                    AccessLogEntry entry = traced.vouchedBy().orElseThrow();
                    assertThat(entry.list().orElseThrow().sequence())
                            .isEqualTo(traced.name().sequence());
                    assertThat(entry.access().insurer())
                            .hasValue(traced.name().insurer().value());
                });
    }

    private void uploadsAreToldWithWhoOpenedThem(TestExchange exchange) {
        List<TracedUpload> uploads = trace(exchange, NUMBERS.get(1), Optional.empty(), 1000)
                .uploads()
                .found();

        assertThat(uploads)
                .extracting(upload -> upload.file().shownName() + " " + upload.registrations())
                .containsExactly(
                        "complaints-YUNHE-20120921-001.csv.pgp 1", "complaints-CHANGQING-20121203-001.csv.pgp 2");
        assertThat(uploads.get(0).vouchedBy().orElseThrow().acts().orElseThrow().revision())
                .isEqualTo(uploads.get(0).revision());
        assertThat(uploads.get(0).accesses())
                .extracting(entry -> entry.phase() + " " + entry.access().action())
                .containsExactly("INTENT TAKE_IN", "RESULT TAKE_IN");
        assertThat(trace(exchange, NUMBERS.get(1), Optional.of("YUNHE"), 1000)
                        .uploads()
                        .found())
                .hasSize(1);
    }

    private void theNewestAreToldFirst(TestExchange exchange) {
        NumberTrace all = trace(exchange, NUMBERS.get(0), Optional.of("YUNHE"), 4);
        NumberTrace some = trace(exchange, NUMBERS.get(0), Optional.of("YUNHE"), 2);

        assertThat(all.lists().more()).isFalse();
        assertThat(some.lists().more()).isTrue();
        assertThat(some.lists().found()).isEqualTo(all.lists().found().subList(2, 4));
        assertThat(some.accesses().found())
                .extracting(entry -> entry.phase().name())
                .as("the search before, and this one, which is not over")
                .containsExactly("RESULT", "INTENT");
        assertThat(some.accesses().more()).isTrue();
    }

    private void nothingIsTakenFromARecordThatTheLogContradicts(TestExchange exchange) {
        exchange.sql()
                .sql("update block_list set sha256 = repeat('0', 64) where insurer = 'YUNHE' and sequence = 2")
                .update();

        assertThat(trace(exchange, NUMBERS.get(0), Optional.of("YUNHE"), 1000)
                        .lists()
                        .found())
                .extracting(traced ->
                        traced.name().sequence() + " " + traced.vouchedBy().isPresent())
                .containsExactly("1 true", "2 false", "3 true", "4 true");
    }

    private void withoutTheLogThereIsNoSearch(TestExchange exchange) {
        exchange.sql()
                .sql("revoke insert on access_log_entry from jinbo_runtime")
                .update();

        assertThatThrownBy(() -> trace(exchange, NUMBERS.get(0), Optional.empty(), 1))
                .isInstanceOf(AccessLogUnavailableException.class)
                .hasMessageNotContaining("13810001234");
    }

    private void upload(TestExchange exchange, String code, int number, String... rows) {
        String day = clock.instant().toString().substring(0, 10);
        exchange.upload(
                code,
                "complaints-%s-%s-%03d.csv.pgp".formatted(code, day.replace("-", ""), number),
                HEADER + String.join("\r\n", rows).formatted(day) + "\r\n");
        assertThat(exchange.collect().problems()).isEmpty();
    }

    /** Publishes, and has the insurers apply what they got. */
    private void publish(TestExchange exchange) {
        assertThat(exchange.publish().problems()).isEmpty();
        for (String code : INSURERS) {
            String newest = exchange.lists(code).newest();
            exchange.lists(code)
                    .whole()
                    .lines()
                    .skip(1)
                    .forEach(
                            row -> opened.computeIfAbsent(Long.valueOf(row.substring(0, 11)), number -> new TreeSet<>())
                                    .add(newest + row.substring(11)));
        }
    }

    private static TreeSet<String> told(NumberTrace trace) {
        List<String> lines = new ArrayList<>();
        trace.lists()
                .found()
                .forEach(traced -> lines.add(traced.name().fileName() + ","
                        + traced.line().orElseThrow() + "," + traced.effectiveOn() + "," + traced.expiresOn()));
        return new TreeSet<>(lines);
    }

    private static NumberTrace trace(TestExchange exchange, long number, Optional<String> insurer, int most) {
        return exchange.bean(TraceNumber.class)
                .of(
                        new Mobile(number),
                        new TraceFilter(Optional.empty(), Optional.empty(), insurer.map(InsurerCode::new), most),
                        AUDITOR,
                        "the consumer asked");
    }
}
