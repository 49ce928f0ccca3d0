package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.publish.PublishReport;
import jinbo.exchange.format.Receipt;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeCycleIT {

    private static final String HEADER = "mobile,complaint,complained_on,consent,scope,term\r\n";

    @TempDir
    static Path home;

    private static TestExchange exchange;

    @BeforeAll
    static void start() {
        exchange = TestExchange.start(home, new SettableClock("2012-09-21T09:00:00+08:00"));
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    @Test
    void anUploadBecomesBlocksOnTheListsOfItsLineAndOfNobodyElse() {
        Steps steps = new Steps();
        steps.take(
                "an upload arrives",
                () -> exchange.upload(
                        "YUNHE",
                        "complaints-YUNHE-20120921-001.csv.pgp",
                        HEADER
                                + "13810001234,TELEMARKETING,2012-09-20,,,\r\n"
                                + "13810001235,AGENT_COLD_CALL,2012-09-20,Y,SELF,6M\r\n"
                                + "010-65551234,TELEMARKETING,2012-09-20,,,\r\n"));
        CollectReport collected = steps.take("the upload is collected", () -> exchange.collect());
        steps.take("it is answered", () -> {
            assertThat(collected.problems()).isEmpty();
            Receipt receipt = exchange.receiptOf("YUNHE", "complaints-YUNHE-20120921-001");
            assertThat(receipt.status()).isEqualTo(ReceiptStatus.PARTLY_ACCEPTED);
            assertThat(receipt.effectiveOn()).hasValue(java.time.LocalDate.of(2012, 10, 9));
            assertThat(exchange.outcomeOf("YUNHE", "complaints-YUNHE-20120921-001"))
                    .startsWith("line,column,severity,code,message\r\n4,mobile,REFUSED,MOBILE_LANDLINE,");
            assertThat(exchange.listing("YUNHE", "upload")).isEmpty();
            assertThat(exchange.listing("YUNHE", "archive")).containsExactly("complaints-YUNHE-20120921-001.csv.pgp");
        });
        PublishReport published = steps.take("lists are published", () -> exchange.publish());
        steps.take("the lists of the line hold its numbers", () -> {
            assertThat(published.problems()).isEmpty();
            assertThat(published.delivered()).hasSize(3);
            assertThat(exchange.text("YUNHE", "blocklist-YUNHE-00000001-full.csv.pgp"))
                    .isEqualTo("mobile,business_line,effective_on,expires_on\r\n"
                            + "13810001234,LIFE,2012-10-09,2014-10-09\r\n"
                            + "13810001235,LIFE,2012-10-09,2013-04-09\r\n");
            assertThat(exchange.text("CHANGQING", "blocklist-CHANGQING-00000001-full.csv.pgp"))
                    .isEqualTo(
                            "mobile,business_line,effective_on,expires_on\r\n13810001234,LIFE,2012-10-09,2014-10-09\r\n");
            assertThat(exchange.text("BEIDOU", "blocklist-BEIDOU-00000001-full.csv.pgp"))
                    .isEqualTo("mobile,business_line,effective_on,expires_on\r\n");
        });
        steps.take("the registry agrees", () -> exchange.assertRegistryAgrees());
    }

    @Test
    void anOutcomeTellsARowsFindingsInTheOrderOfTheColumnsAndTheReasonForHoldingLast() {
        exchange.upload(
                "CHANGQING",
                "complaints-CHANGQING-20120921-001.csv.pgp",
                HEADER + "010-65551234,NUISANCE,2012-02-30,,EVERYBODY,5Y\r\n".repeat(11));

        exchange.collect();

        assertThat(exchange.outcomeOf("CHANGQING", "complaints-CHANGQING-20120921-001")
                        .lines()
                        .map(line -> line.split(",", -1))
                        .map(fields -> fields[0] + " " + fields[1] + " " + fields[3]))
                .startsWith(
                        "line column code",
                        "2 mobile MOBILE_LANDLINE",
                        "2 complaint COMPLAINT_UNKNOWN",
                        "2 complained_on DATE_INVALID",
                        "2 scope SCOPE_UNKNOWN",
                        "2 term TERM_UNKNOWN",
                        "3 mobile MOBILE_LANDLINE")
                .endsWith("12 term TERM_UNKNOWN", "  TOO_MANY_REFUSED");
    }
}
