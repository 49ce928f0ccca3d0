package jinbo.operator.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.cases.CallPurpose;
import jinbo.cases.Case;
import jinbo.cases.CaseAnswer;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseSource;
import jinbo.cases.CaseState;
import jinbo.cases.CaseSummary;
import jinbo.cases.Exemption;
import jinbo.operator.cases.CaseSheet;
import jinbo.participant.insurer.InsurerCode;
import org.junit.jupiter.api.Test;

class CaseSheetTest {

    private static final Instant NOW = Instant.parse("2026-04-01T02:00:00Z");
    private static final InsurerCode YUNHE = new InsurerCode("YUNHE");

    @Test
    void aClaimThatIsNoneCanBeSeenToBeNone() {
        assertThat(told(Language.EN, true, false))
                .contains(
                        "policy from 2026-01-01 until 2026-12-31; sold by telephone: yes; service call: no; proof: P-1");
        assertThat(told(Language.EN, false, true)).contains("sold by telephone: no; service call: yes");
        assertThat(told(Language.ZH, true, false)).contains("保单 2026-01-01 至 2026-12-31；电话销售：是；服务来电：否；凭据：P-1");
    }

    private static String told(Language language, boolean soldByTelephone, boolean serviceCall) {
        Exemption claim = new Exemption(
                LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), soldByTelephone, serviceCall, "P-1");
        Case answered = new Case(
                new CaseSummary(
                        new CaseNumber("C2026-7KQ2M9XW-Y"),
                        Optional.of(YUNHE),
                        Optional.empty(),
                        NOW,
                        CallPurpose.SALES,
                        NOW,
                        CaseState.ANSWERED,
                        NOW,
                        Optional.empty()),
                CaseSource.CONSUMER,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(new CaseAnswer(YUNHE, NOW, new CaseAnswer.Exempt(claim), "")),
                List.of());
        StringWriter told = new StringWriter();
        new ResultRenderer(new Page(Texts.in(language), new PrintWriter(told)))
                .render(CaseSheet.of(answered, List.of(), NOW));
        return told.toString();
    }
}
