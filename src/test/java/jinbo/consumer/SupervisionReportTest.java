package jinbo.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jinbo.consumer.SupervisionReport.Month;
import jinbo.consumer.SupervisionReport.Row;
import org.junit.jupiter.api.Test;

class SupervisionReportTest {

    @Test
    void sumOfAMonthDoesNotRevealHiddenCounts() {
        Month month = report(total("2026-11", "12"), insurer("2026-11", "7", "5"), insurer("2026-11", "<5", "0"))
                .months()
                .get(0);

        assertThat(month.complaints()).isEqualTo("8–11");
        assertThat(month.upheld()).isEqualTo("5");
        assertThat(report(total("2026-11", "12"), insurer("2026-11", "<5", "0"), insurer("2026-11", "<5", "<5"))
                        .months()
                        .get(0)
                        .complaints())
                .isEqualTo("2–8");
    }

    @Test
    void monthsBeginWithTheFirstData() {
        SupervisionReport report = report(
                total("2026-11", "0"),
                insurer("2026-11", "0", "0"),
                total("2026-10", "<5"),
                total("2026-09", "0"),
                insurer("2026-09", "0", "<5"),
                total("2026-08", "0"),
                insurer("2026-08", "0", "0"));

        assertThat(report.months())
                .extracting(month -> month.total().month())
                .containsExactly("2026-11", "2026-10", "2026-09");
        assertThat(report(total("2026-11", "0"), total("2026-10", "0")).months())
                .extracting(month -> month.total().month())
                .containsExactly("2026-11");
    }

    private static SupervisionReport report(Row... rows) {
        return new SupervisionReport(List.of(rows), "", "");
    }

    private static Row total(String month, String registered) {
        return new Row(month, "", "", registered, "", "", "");
    }

    private static Row insurer(String month, String complaints, String upheld) {
        return new Row(month, "YUNHE", "云河人寿", "", complaints, upheld, "–");
    }
}
