package jinbo.consumer.portal;

import static jinbo.consumer.portal.PortalVisitor.next;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import jinbo.accesslog.CheckLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** With an unavailable database visitors are rejected, nothing is half done, and a retry succeeds. */
class PortalDatabaseUnavailableIT {

    private static final Map<String, String> COMPLAINT =
            Map.of("day", "2026-11-23", "time", "20:15", "purpose", "SALES", "words", "在吃饭");

    @TempDir
    private static Path folder;

    private static TestPortal portal;
    private static int numbers;

    @BeforeAll
    static void open() throws IOException {
        portal = TestPortal.open(folder);
    }

    @AfterAll
    static void close() {
        portal.exchange().assertRegistryAgrees();
        assertThat(portal.exchange().bean(CheckLog.class).all(index -> {})).isEmpty();
        portal.close();
    }

    /** @param before true if the number must be proven before */
    private record Step(String inWords, boolean before, BiFunction<PortalVisitor, String, HttpResponse<String>> does) {
        @Override
        public String toString() {
            return inWords;
        }
    }

    static Stream<Arguments> tablesOnTheWay() {
        Step ask = new Step("asks for a code", false, PortalVisitor::ask);
        Step type = new Step(
                "types it",
                false,
                (visitor, number) -> visitor.type(portal.gateway().codeFor(number)));
        Step look = new Step("looks", true, (visitor, number) -> visitor.get("/mine"));
        Step choose = new Step("registers", true, (visitor, number) -> visitor.post("/choose/confirm", form(number)));
        Step complain = new Step("complains", true, (visitor, number) -> visitor.complain(COMPLAINT));
        return Stream.of(
                Arguments.of("code_challenge", ask),
                Arguments.of("access_log_entry", ask),
                Arguments.of("number_proof", type),
                Arguments.of("access_log_open", look),
                Arguments.of("access_log_entry", choose),
                Arguments.of("registration_batch", choose),
                Arguments.of("registration_row", choose),
                Arguments.of("consumer_registration", choose),
                Arguments.of("access_log_pending", complain),
                Arguments.of("call_case", complain),
                Arguments.of("call_case_number", complain));
    }

    @ParameterizedTest(name = "{0}, who {1}")
    @MethodSource("tablesOnTheWay")
    void whereTheDiskIsFullAVisitorIsAskedToComeBackAndThenServed(String table, Step step) {
        PortalVisitor visitor = new PortalVisitor(portal);
        String number = number();
        if (step.before()) {
            visitor.prove(number);
        } else if (step.inWords().startsWith("types")) {
            visitor.ask(number);
        }
        String before = state();
        try (DiskFullTable full = DiskFullTable.of(portal.exchange().owner(), table)) {
            assertThat(full).isNotNull();
            politely(step.does().apply(visitor, number));
        }
        assertThat(state()).isEqualTo(before);

        HttpResponse<String> again = step.does().apply(visitor, number);

        assertThat(again.statusCode()).as(again.body()).isIn(200, 302);
    }

    @Test
    void rejectsVisitorsIfTheDatabaseIsReadOnly() {
        PortalVisitor visitor = new PortalVisitor(portal).prove(number());
        Map<String, String> form =
                Map.of("_csrf", visitor.token(), "form", UUID.randomUUID().toString());
        String before = state();
        readOnly("on");
        try {
            politely(visitor.get("/mine"));
            politely(visitor.forge("/cancel", form));
            politely(new PortalVisitor(portal).ask(number()));
        } finally {
            readOnly("off");
        }
        assertThat(state()).isEqualTo(before);
        assertThat(next(visitor.forge("/cancel", form))).startsWith("/done/");
    }

    private static void politely(HttpResponse<String> page) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(page.body()).containsAnyOf("Please come back in a few minutes", "Please try again in a few minutes");
    }

    private static void readOnly(String onOrOff) {
        String database = portal.exchange()
                .sql()
                .sql("select current_database()")
                .query(String.class)
                .single();
        portal.exchange()
                .sql()
                .sql("alter role jinbo_runtime in database \"" + database + "\" set default_transaction_read_only = "
                        + onOrOff)
                .update();
        String since = portal.exchange()
                .sql()
                .sql("select clock_timestamp()::text")
                .query(String.class)
                .single();
        // a connection that was being opened meanwhile has the former setting
        do {
            portal.exchange().bean(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
        } while (portal.exchange()
                        .count("pg_stat_activity where usename = 'jinbo_runtime' and datname = current_database()"
                                + " and backend_start < '" + since + "'")
                > 0);
    }

    private static Map<String, String> form(String number) {
        Map<String, String> form = new TreeMap<>(PortalVisitor.choice());
        form.put(
                "form",
                UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.US_ASCII))
                        .toString());
        return form;
    }

    private static String number() {
        numbers++;
        return Long.toString(13810002000L + numbers);
    }

    /** The data that consumers can change. */
    private static String state() {
        return List.of(
                        "consumer_registration",
                        "number_proof",
                        "call_case",
                        "call_case_number",
                        "registration_batch",
                        "access_log_open")
                .stream()
                .map(table -> table + " " + rows(table))
                .toList()
                .toString();
    }

    private static String rows(String table) {
        return portal.exchange()
                .sql()
                .sql("select count(*)::text from " + table)
                .query(String.class)
                .single();
    }
}
