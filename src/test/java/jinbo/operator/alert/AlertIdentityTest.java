package jinbo.operator.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.operator.alert.Alert.Code;
import jinbo.operator.alert.AlertOccurrences.AlertIdentity;
import jinbo.participant.insurer.InsurerCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The rule of {@code jobs/watch.md}: when an alert is the same as before, another one, or a more pressing one. */
class AlertIdentityTest {

    private static final InsurerCode YUNHE = new InsurerCode("YUNHE");

    @ParameterizedTest
    @EnumSource(
            value = Code.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "LIST_DIFFERS",
                "YEAR_NOT_LOADED",
                "ACCESS_LOG_ALARM",
                "RESTORATION_OPEN",
                "RUNS_FAIL",
                "RUN_TAKES_LONG",
                "GATEWAY_FAILS",
                "LOOK_FAILED"
            })
    void howManyOrWhichMakesNoOtherAlert(Code code) {
        assertThat(of(Alert.about(YUNHE, code, "2"))).isEqualTo(of(Alert.about(YUNHE, code, "3")));
    }

    @ParameterizedTest
    @EnumSource(
            value = Code.class,
            names = {
                "LIST_DIFFERS",
                "YEAR_NOT_LOADED",
                "ACCESS_LOG_ALARM",
                "RESTORATION_OPEN",
                "RUNS_FAIL",
                "RUN_TAKES_LONG",
                "GATEWAY_FAILS",
                "LOOK_FAILED"
            })
    void ofWhatCanStandSideBySideEachIsOne(Code code) {
        assertThat(of(Alert.about(YUNHE, code, "2027"))).isNotEqualTo(of(Alert.about(YUNHE, code, "2028")));
    }

    @Test
    void anotherInsurerOrLevelMakesAnotherAlert() {
        assertThat(of(Alert.about(YUNHE, Code.FILES_HELD)))
                .isNotEqualTo(of(Alert.about(new InsurerCode("BEIDOU"), Code.FILES_HELD)));
        assertThat(ending(60)).isNotEqualTo(ending(30)).isEqualTo(ending(31));
    }

    @ParameterizedTest
    @CsvSource({"60, 30, true", "60, 7, true", "30, 7, true", "7, 30, false", "30, 60, false", "60, 59, false"})
    void aMorePressingNoticeTakesThePlaceOfTheOneBefore(int before, int now, boolean takes) {
        assertThat(ending(now).supersedes(ending(before))).isEqualTo(takes);
    }

    @ParameterizedTest
    @CsvSource({
        "AGREEMENTS_END, AGREEMENTS_LAPSED, true",
        "AGREEMENTS_LAPSED, AGREEMENTS_END, false",
        "CERTIFICATE_EXPIRES, NO_CERTIFICATE, true",
        "CERTIFICATE_EXPIRES, NO_SIGNING_KEY, true",
        "NO_SIGNING_KEY, NO_CERTIFICATE, true",
        "OWN_KEY_ENDS, NO_OWN_KEY, true",
        "LIST_NOT_APPLIED_BY_UNITS, LIST_NOT_APPLIED, true",
        "FILES_HELD, SUSPENDED, true",
        "SUSPENDED, FILES_HELD, false",
        "FILES_HELD, UPLOAD_LATE, false"
    })
    void whatGrowsWorseIsNotOver(Code before, Code now, boolean takes) {
        assertThat(of(Alert.about(YUNHE, now)).supersedes(of(Alert.about(YUNHE, before))))
                .isEqualTo(takes);
        assertThat(of(Alert.about(new InsurerCode("BEIDOU"), now)).supersedes(of(Alert.about(YUNHE, before))))
                .as("of another insurer")
                .isFalse();
    }

    private static AlertIdentity ending(int daysLeft) {
        LocalDate end = LocalDate.of(2012, 10, 31);
        return of(Alert.about(
                Optional.of(YUNHE),
                Code.CERTIFICATE_EXPIRES,
                ExpiryNotice.of(end.minusDays(daysLeft), end).orElseThrow()));
    }

    private static AlertIdentity of(Alert alert) {
        return AlertIdentity.of(alert);
    }
}
