package jinbo.exchange.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SanitizedTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13810001234.csv",
                "138-1000-1234",
                "138 1000 1234",
                "+8613810001234",
                "0086138.1000.1234",
                "１３８１０００１２３４",
                "138\u200b10001234",
                "x913810001234",
                "\u0661\u0663\u0668\u0661\u0660\u0660\u0660\u0661\u0662\u0663\u0664"
            })
    void whatCouldBeAMobileNumberIsMasked(String name) {
        assertThat(SanitizedText.of(name)).contains("***").doesNotContain("1234");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "complaints-YUNHE-20131231-001.csv.pgp",
                "receipt-complaints-YUNHE-20131231-001.10.json.pgp",
                "blocklist-YUNHE-00000001-full.csv.pgp",
                "blocklist-YUNHE-13800013-delta.csv.pgp",
                "投诉.csv.pgp"
            })
    void theExchangesOwnNamesStayReadable(String name) {
        assertThat(SanitizedText.of(name)).isEqualTo(name);
    }
}
