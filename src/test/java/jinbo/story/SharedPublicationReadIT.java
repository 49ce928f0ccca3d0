package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.Actor;
import jinbo.registry.RegistrySnapshot;
import jinbo.registry.RegistrySnapshots;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry is read once for all the lists of a run, and the access log says so: all of it, and for whom. */
class SharedPublicationReadIT {

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");
    private TestExchange exchange;

    @BeforeEach
    void threeNumbersAreRegistered() {
        exchange = TestExchange.start(home, clock);
        String name = UploadCsv.name("YUNHE", "20120921", 1);
        exchange.upload("YUNHE", name, UploadCsv.complaints("2012-09-20", 13810700000L, 13810700002L, 13810700004L));
        assertThat(exchange.collect().problems()).isEmpty();
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void fullListsShareOneAccessOfNoInsurerAndEachHasItsOwn() {
        assertThat(exchange.publish().problems()).isEmpty();

        assertThat(told("READ_FOR_LISTS")).containsExactly("INTENT -", "RESULT - READ " + blocks());
        assertThat(told("PUBLISH_LIST"))
                .contains("INTENT YUNHE", "RESULT YUNHE SEALED 3", "INTENT BEIDOU")
                .hasSize(6);
        assertThat(entry("READ_FOR_LISTS", "INTENT")).isGreaterThan(entry("PUBLISH_LIST", "INTENT"));
        assertThat(entry("READ_FOR_LISTS", "INTENT")).isLessThan(entry("PUBLISH_LIST", "RESULT"));
        assertThat(object()).isEqualTo("publication 1");
    }

    @Test
    void whatADeadProcessHadReadIsGivenUpOnceNobodyPublishes() {
        Steps steps = new Steps();
        steps.take(
                "a process dies that has announced a reading",
                () -> exchange.bean(AccessLog.class)
                        .begin(new Access(
                                Actor.batch(),
                                AccessAction.READ_FOR_LISTS,
                                "the registry is read for block lists",
                                Optional.empty(),
                                "publication of the dead")));
        steps.take("while somebody publishes its reading stays open", () -> {
            try (RegistrySnapshot another =
                    exchange.bean(RegistrySnapshots.class).open()) {
                assertThat(another.revision()).isEqualTo(1);
                assertThat(exchange.publishFull().problems()).isEmpty();
            }
            assertThat(told("READ_FOR_LISTS")).doesNotContain("RESULT - ABANDONED 0");
        });
        steps.take("a minute later nobody does", () -> {
            clock.pass(Duration.ofMinutes(1));
            assertThat(exchange.publishFull().problems()).isEmpty();
        });
        steps.take(
                "its reading is given up",
                () -> assertThat(told("READ_FOR_LISTS"))
                        .contains("RESULT - ABANDONED 0")
                        .hasSize(6));
    }

    private List<String> told(String action) {
        return exchange.sql().sql("""
                select phase || ' ' || coalesce(insurer, '-') || coalesce(' ' || outcome || ' ' || numbers, '')
                from access_log_entry where action = ? order by id
                """).param(action).query(String.class).list();
    }

    /** The first of its kind. */
    private long entry(String action, String phase) {
        return exchange.sql()
                .sql("select min(id) from access_log_entry where action = ? and phase = ?")
                .params(action, phase)
                .query(Long.class)
                .single();
    }

    private String object() {
        return exchange.sql()
                .sql("select distinct object from access_log_entry where action = 'READ_FOR_LISTS'")
                .query(String.class)
                .single();
    }

    private long blocks() {
        return exchange.count("block");
    }
}
