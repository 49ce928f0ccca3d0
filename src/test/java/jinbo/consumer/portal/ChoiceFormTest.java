package jinbo.consumer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.consumer.ConsumerRegistration;
import jinbo.consumer.OfferedInsurer;
import jinbo.consumer.RegistrationReference;
import jinbo.consumer.portal.ChoiceForm.OfferedLine;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerLine;
import jinbo.participant.insurer.ServiceNumber;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.business.LineCode;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.Interval;
import jinbo.testing.TestLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceFormTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final OfferedInsurer CHANGQING = new OfferedInsurer(
            new InsurerCode("CHANGQING"),
            "长青人寿 Changqing Life",
            List.of(new LineCode("LIFE")),
            Optional.of(new ServiceNumber("4008123123")));
    private static final OfferedInsurer WITHOUT_NUMBER = new OfferedInsurer(
            new InsurerCode("BEIDOU"),
            "北斗财险",
            List.of(new LineCode("MOTOR"), new LineCode("PROPERTY")),
            Optional.empty());

    /** TRAVEL is closed, and PETS opens tomorrow. */
    private static final List<OfferedLine> OFFER = OfferedLine.on(
            TODAY,
            List.of(
                    line("LIFE", TODAY, Optional.empty()),
                    line("MOTOR", TODAY, Optional.of(TODAY.plusDays(1))),
                    line("PETS", TODAY.plusDays(1), Optional.empty()),
                    line("PROPERTY", TODAY, Optional.empty()),
                    line("TRAVEL", TODAY.minusDays(1), Optional.of(TODAY))),
            List.of(WITHOUT_NUMBER, CHANGQING));

    @ParameterizedTest
    @ValueSource(strings = {"", "长青", "qing life", "changQ", "4008123123", "400-812", " 8123 "})
    void anInsurerIsFoundByNameCodeAndServiceNumber(String query) {
        assertThat(shown(lookingFor(query))).contains("CHANGQING/LIFE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"北京", "95519", "4008"})
    void whatItDoesNotHoldFindsNoInsurer(String query) {
        assertThat(shown(lookingFor(query))).doesNotContain("BEIDOU/MOTOR", "BEIDOU/PROPERTY");
    }

    @Test
    void showsChosenInsurersForAnyQuery() {
        assertThat(shown(form("", "BEIDOU/MOTOR", "95519"))).containsExactly("BEIDOU/MOTOR");
    }

    @Test
    void offersOpenLinesWithTheirInsurers() {
        assertThat(OFFER)
                .extracting(offered -> offered.line().code().value())
                .containsExactly("LIFE", "MOTOR", "PROPERTY");
        assertThat(shown(lookingFor(""))).containsExactly("CHANGQING/LIFE", "BEIDOU/MOTOR", "BEIDOU/PROPERTY");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    LIFE          | BEIDOU/MOTOR                    | LIFE        | BEIDOU/MOTOR
                    MOTOR         | BEIDOU/MOTOR BEIDOU/PROPERTY    | MOTOR       | BEIDOU/PROPERTY
                    LIFE TRAVEL   | CHANGQING/MOTOR NOBODY/LIFE     | LIFE        | ''
                    PETS SAILING  | BEIDOU/PETS BEIDOU beidou/MOTOR | ''          | ''
                    LIFE *        | BEIDOU/MOTOR                    | LIFE MOTOR PROPERTY | ''
                    life ''       | /MOTOR BEIDOU/ CHANGQING/LIFE/  | ''          | ''
                    """, delimiter = '|')
    void choiceOmitsInsurersOfChosenLines(String lines, String insurers, String chosenLines, String chosenInsurers) {
        assertThat(form(lines, insurers, "").choice())
                .isEqualTo(new ConsumerChoice(lines(chosenLines), insurers(chosenInsurers), Term.ONE_YEAR));
    }

    @Test
    void formBeginsWithTheLastChoice() {
        ConsumerRegistration last = new ConsumerRegistration(
                new RegistrationReference("7Q4M-2XKT-9DAP"),
                Instant.EPOCH,
                TestLines.of("LIFE", "TRAVEL"),
                insurers("BEIDOU/MOTOR CHANGQING/MOTOR"),
                Optional.of(new ConsumerRegistration.Block(
                        Term.SIX_MONTHS, new Interval(TODAY, TODAY.plusMonths(6)), "2026-11-lines")));

        assertThat(ChoiceForm.like(Optional.of(last), OFFER))
                .isEqualTo(new ChoiceForm(TestLines.LIFE, insurers("BEIDOU/MOTOR"), Term.SIX_MONTHS, ""));
        assertThat(ChoiceForm.like(Optional.empty(), OFFER).isEmpty()).isTrue();
    }

    private static BusinessLine line(String code, LocalDate since, Optional<LocalDate> closedOn) {
        return new BusinessLine(new LineCode(code), (short) 32_001, code, code, since, closedOn);
    }

    private static ChoiceForm lookingFor(String query) {
        return form("", "", query);
    }

    private static ChoiceForm form(String lines, String insurers, String query) {
        return ChoiceForm.of(words(lines).toList(), words(insurers).toList(), "1Y", query, OFFER);
    }

    private static List<String> shown(ChoiceForm form) {
        return OFFER.stream()
                .flatMap(offered -> offered.insurers().stream()
                        .filter(insurer -> form.shows(offered, insurer))
                        .map(insurer -> offered.nameOf(insurer).toString()))
                .toList();
    }

    private static Set<LineCode> lines(String codes) {
        return words(codes).map(LineCode::new).collect(Collectors.toSet());
    }

    private static Set<InsurerLine> insurers(String names) {
        return words(names).map(InsurerLine::parse).collect(Collectors.toSet());
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty());
    }
}
