package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jinbo.accesslog.CheckLog;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** While entries get no place, or no checkpoint that covers them, nothing leaves; afterwards the next run makes up for it. */
class UnsignableLogIT {

    @TempDir
    static Path home;

    private static TestExchange exchange;
    private static int files;

    /** What keeps the log from being signed, and what ends that. */
    enum Fault {
        NO_PLACES(
                "revoke insert on access_log_place from jinbo_runtime",
                "grant insert on access_log_place to jinbo_runtime"),
        DISK_FULL("""
                create function no_room() returns trigger language plpgsql as
                $$ begin raise exception 'No space left on device' using errcode = 'disk_full'; end $$;
                create trigger full_ before insert or update on access_log_tile execute function no_room()
                """, "drop function no_room cascade"),
        NO_CHECKPOINT_IN_THE_HOME("", "") {
            @Override
            void begin() throws IOException {
                // stands where the draft would be written; a folder without rights would not stop root
                Files.createDirectories(home.resolve("checkpoints/latest.part/in the way"));
            }

            @Override
            void end() throws IOException {
                Files.delete(home.resolve("checkpoints/latest.part/in the way"));
            }
        },
        NO_KEY("", "") {
            @Override
            void begin() throws IOException {
                Files.move(home.resolve("keys/access-log.key"), home.resolve("keys/elsewhere"));
            }

            @Override
            void end() throws IOException {
                Files.move(home.resolve("keys/elsewhere"), home.resolve("keys/access-log.key"));
            }
        };

        private final String cause;
        private final String cure;

        Fault(String cause, String cure) {
            this.cause = cause;
            this.cure = cure;
        }

        void begin() throws IOException {
            exchange.sql().sql(cause).update();
        }

        void end() throws IOException {
            exchange.sql().sql(cure).update();
        }
    }

    @BeforeAll
    static void start() {
        exchange = TestExchange.start(home, new SettableClock("2012-09-21T09:00:00+08:00"));
        assertThat(exchange.publish().problems()).isEmpty();
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    @ParameterizedTest
    @EnumSource
    void nothingLeavesUntilTheLogCanBeSignedAndThenTheNextRunCompletes(Fault fault) {
        Steps steps = new Steps();
        String name = UploadCsv.name("YUNHE", "20120921", ++files);
        steps.take(
                "an upload arrives",
                () -> exchange.upload("YUNHE", name, UploadCsv.complaints("2012-09-20", 13810700000L + 2 * files)));
        long lists = exchange.count("block_list");
        int delivered = delivered();
        steps.take("the log cannot be signed", () -> fault.begin());
        steps.take("nothing is sealed or delivered", () -> {
            assertThat(exchange.collect().problems()).isNotEmpty();
            assertThat(exchange.publish().delivered()).isEmpty();

            assertThat(delivered()).isEqualTo(delivered);
            assertThat(exchange.count("block_list")).isEqualTo(lists);
            assertThat(exchange.listing("YUNHE", "upload")).containsExactly(name);
        });
        steps.take("with the log back the next runs complete", () -> {
            fault.end();
            assertThat(exchange.collect().problems()).isEmpty();
            assertThat(exchange.publish().problems()).isEmpty();
        });
        steps.take("the upload is answered, and the log verifies", () -> {
            assertThat(exchange.receiptOf("YUNHE", name).status()).isEqualTo(ReceiptStatus.ACCEPTED);
            assertThat(exchange.bean(CheckLog.class).all(index -> {})).isEmpty();
        });
    }

    /** Files that lie on any of the drops for an insurer to fetch. */
    private static int delivered() {
        try (var all = Files.walk(home.resolve("drops"))) {
            return (int) all.filter(Files::isRegularFile)
                    .filter(file -> file.getParent().endsWith("download"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
