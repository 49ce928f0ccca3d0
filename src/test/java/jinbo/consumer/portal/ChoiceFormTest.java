package jinbo.consumer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import jinbo.consumer.OfferedInsurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Sector;
import jinbo.participant.insurer.ServiceNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceFormTest {

    private static final OfferedInsurer CHANGQING = new OfferedInsurer(
            new InsurerCode("CHANGQING"),
            "长青人寿 Changqing Life",
            Sector.LIFE,
            Optional.of(new ServiceNumber("4008123123")));
    private static final OfferedInsurer WITHOUT_NUMBER =
            new OfferedInsurer(new InsurerCode("BEIDOU"), "北斗财险", Sector.PROPERTY, Optional.empty());

    @ParameterizedTest
    @ValueSource(strings = {"", "长青", "qing life", "changQ", "4008123123", "400-812", " 8123 "})
    void anInsurerIsFoundByNameCodeAndServiceNumber(String query) {
        assertThat(lookingFor(query).shows(CHANGQING)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"北京", "95519", "4008"})
    void whatItDoesNotHoldFindsNoInsurer(String query) {
        assertThat(lookingFor(query).shows(WITHOUT_NUMBER)).isFalse();
    }

    @Test
    void whoIsChosenIsShownWhateverIsLookedFor() {
        assertThat(ChoiceForm.of(List.of(), List.of("BEIDOU"), "1Y", "95519").shows(WITHOUT_NUMBER))
                .isTrue();
    }

    private static ChoiceForm lookingFor(String query) {
        return ChoiceForm.of(List.of(), List.of(), "1Y", query);
    }
}
