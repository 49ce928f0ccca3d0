package jinbo.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.phone.Mobile;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallComplaintTest {

    private static final Instant NOW = at("2026-03-02T09:00:00+08:00");

    @ParameterizedTest
    @CsvSource({
        "95519,95519",
        "010-8888 6666,01088886666",
        "+86 (10) 8888.6666,+861088886666",
        "００８６１３９１２３４５６７８,008613912345678",
        "110,110",
        "12345678901234567890,12345678901234567890"
    })
    void theCallersNumberIsKeptAsDigitsAlone(String typed, String kept) {
        assertThat(CallerNumber.typed(typed).digits()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12",
                "123456789012345678901",
                "+1",
                "10086x",
                "1+234",
                "unknown",
                "13912345678;drop",
                "१३९१२३४५६७८"
            })
    void whatIsNoNumberIsRefusedAndNotRepeated(String typed) {
        refused(CallComplaintError.CALLER_NUMBER, () -> CallerNumber.typed(typed))
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("13912345678"));
    }

    @Test
    void limitsWordsToFiveHundredCodePoints() {
        assertThat(complaint("𠮷".repeat(500)).words()).hasSize(1000);
        refused(CallComplaintError.WORDS_TOO_LONG, () -> complaint("话".repeat(501)));
    }

    @Test
    void keepsLineFeeds() {
        assertThat(complaint(" first\r\nsecond\tcell\nthird\n").words()).isEqualTo("first\nsecond cell\nthird");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u202eb", "a\rb", "a\u001b[2Jb", "a\u0085b", "a\ud800b"})
    void whatCannotBeShownIsRefused(String words) {
        refused(CallComplaintError.WORDS_UNREADABLE, () -> complaint(words));
    }

    @Test
    void acceptsCallsOfTheLastTwoYears() {
        for (String within :
                new String[] {"2024-03-02T09:00:00+08:00", "2026-03-02T09:00:00+08:00", "2026-03-02T09:05:00+08:00"}) {
            assertThatCode(() -> complaint(at(within)).requireTimely(NOW))
                    .as(within)
                    .doesNotThrowAnyException();
        }
        refused(
                CallComplaintError.CALL_AHEAD,
                () -> complaint(at("2026-03-02T09:05:01+08:00")).requireTimely(NOW));
        refused(
                CallComplaintError.CALL_LONG_AGO,
                () -> complaint(at("2024-03-02T08:59:59+08:00")).requireTimely(NOW));
    }

    @Test
    void textFormContainsNoData() {
        CallComplaint complaint = new CallComplaint(
                new Mobile(13810001234L),
                Optional.of(new InsurerCode("YUNHE")),
                Optional.empty(),
                Optional.of(CallerNumber.typed("010 8888 6666")),
                NOW,
                CallPurpose.SALES,
                "my other number is 13910005678");

        assertThat(complaint + " " + complaint.caller() + " " + new ReportedCall(complaint.caller(), complaint.words()))
                .doesNotContain("13810001234", "8888", "1391", "other");
    }

    private static ThrowableAssertAlternative<CallComplaintException> refused(
            CallComplaintError fault, ThrowingCallable what) {
        return assertThatExceptionOfType(CallComplaintException.class)
                .isThrownBy(what)
                .satisfies(refusal -> assertThat(refusal.fault()).isEqualTo(fault));
    }

    private static CallComplaint complaint(String words) {
        return new CallComplaint(
                new Mobile(13810001234L),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NOW,
                CallPurpose.SALES,
                words);
    }

    private static CallComplaint complaint(Instant calledAt) {
        return new CallComplaint(
                new Mobile(13810001234L),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                calledAt,
                CallPurpose.OTHER,
                "");
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
