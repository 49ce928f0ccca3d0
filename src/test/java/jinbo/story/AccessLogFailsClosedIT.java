package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import jinbo.accesslog.AccessLogUnavailableException;
import jinbo.accesslog.Actor;
import jinbo.accesslog.CheckLog;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.publish.PublishReport;
import jinbo.batch.reconciliation.VerifyRegistry;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No entry, no access: with a log that cannot be written nothing is read, merged, answered or delivered. */
class AccessLogFailsClosedIT {

    /** A full disk is told as one, so that somebody makes room on it. */
    private static final String[] WHY = {"The access log cannot be written", "the disk of the database is full"};

    @TempDir
    static Path home;

    private static TestExchange exchange;
    private static int files;

    @BeforeAll
    static void start() {
        exchange = TestExchange.start(home, new SettableClock("2012-09-21T09:00:00+08:00"));
        exchange.sql().sql("""
                create function log_is_full() returns trigger language plpgsql as
                $$ begin raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$
                """).update();
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            its table is gone          | alter table access_log_entry rename to elsewhere | alter table elsewhere rename to access_log_entry
            its head is gone           | alter table access_log_head rename to elsewhere  | alter table elsewhere rename to access_log_head
            its places are locked out  | alter table access_log_pending rename to elsewhere | alter table elsewhere rename to access_log_pending
            an intent cannot be stored | create trigger full_ before insert on access_log_entry for each row when (new.phase = 'INTENT') execute function log_is_full() | drop trigger full_ on access_log_entry
            a result cannot be stored  | create trigger full_ before insert on access_log_entry for each row when (new.phase = 'RESULT') execute function log_is_full() | drop trigger full_ on access_log_entry
            """)
    void nothingHappensUntilTheLogIsBackAndThenTheNextRunCompletes(String fault, String cause, String cure) {
        Steps steps = new Steps();
        String name = UploadCsv.name("YUNHE", "20120921", ++files);
        steps.take(
                "an upload arrives",
                () -> exchange.upload("YUNHE", name, UploadCsv.complaints("2012-09-20", 13810700000L + 2 * files)));
        long registrations = exchange.count("registration");
        long lists = exchange.count("block_list");
        int downloads = exchange.listing("YUNHE", "download").size();
        steps.take("the log cannot be written", () -> exchange.sql().sql(cause).update());
        CollectReport collected = steps.take("uploads are collected", () -> exchange.collect());
        PublishReport published = steps.take("lists are published", () -> exchange.publish());
        steps.take("nothing is read, merged, answered or delivered", () -> {
            assertThat(collected.problems())
                    .singleElement()
                    .satisfies(problem ->
                            assertThat(problem.what()).containsAnyOf(WHY).contains(name));
            assertThat(published.delivered()).isEmpty();
            assertThat(published.problems())
                    .hasSize(3)
                    .allSatisfy(problem -> assertThat(problem.what()).containsAnyOf(WHY));
            assertThatExceptionOfType(AccessLogUnavailableException.class)
                    .isThrownBy(() -> exchange.bean(VerifyRegistry.class).verify(Actor.commandLine()));
            assertThat(exchange.listing("YUNHE", "upload")).containsExactly(name);
            assertThat(exchange.listing("YUNHE", "download")).hasSize(downloads);
            assertThat(exchange.count("registration")).isEqualTo(registrations);
            assertThat(exchange.count("block_list")).isEqualTo(lists);
        });
        steps.take("the log is back", () -> exchange.sql().sql(cure).update());
        steps.take("the next run completes", () -> {
            assertThat(exchange.collect().problems()).isEmpty();
            assertThat(exchange.receiptOf("YUNHE", name).status()).isEqualTo(ReceiptStatus.ACCEPTED);
            assertThat(exchange.publish().problems()).isEmpty();
            assertThat(exchange.count("registration")).isEqualTo(registrations + 1);
            exchange.assertRegistryAgrees();
            assertThat(exchange.bean(CheckLog.class).all(index -> {})).isEmpty();
        });
    }
}
