package jinbo.cases.sanction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

class SanctionSettingsTest {

    private static final String STEP = "{upheld: 2, within: 1y, sanction: STOP_NEW_CUSTOMERS, lasts: 3m}";

    @Test
    void defaultsAreTheRuleOf2013() throws IOException {
        List<String> ladders = bound(new FileSystemResource(Path.of("jobs/settle-cases.yaml"))).toLadders().stream()
                .map(SanctionSettingsTest::describe)
                .toList();

        assertThat(ladders)
                .containsExactly(
                        "INSURER [MOTOR, PROPERTY] from 2014-01-01: 2 within P1Y STOP_NEW_CUSTOMERS for P3M,"
                                + " 1 within P1Y STOP_ALL until it is lifted",
                        "INSURER [LIFE] from 2014-01-01: 2 within P1Y STOP_NEW_CUSTOMERS for P3M,"
                                + " 1 within P1Y STOP_ALL until it is lifted",
                        "SALESPERSON [LIFE, MOTOR, PROPERTY] from 2014-01-01: 2 within P1Y STOP_NEW_CUSTOMERS for P3M,"
                                + " 1 within P1Y STOP_ALL until it is lifted");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lines: [LIFE], calls-from: 2026-01-01, steps: [STEP] | lacks about or calls-from
            about: INSURER, lines: [LIFE], steps: [STEP] | lacks about or calls-from
            about: INSURER, calls-from: 2026-01-01, steps: [STEP] | has no lines of business (lines), or no steps
            about: INSURER, lines: [LIFE], calls-from: 2026-01-01 | has no lines of business (lines), or no steps
            about: INSURER, lines: [LIFE], calls-from: 2026-01-01, steps: [{upheld: 0, within: 1y, sanction: STOP_ALL}] | upheld is 0
            about: INSURER, lines: [LIFE], calls-from: 2026-01-01, steps: [{upheld: 101, within: 1y, sanction: STOP_ALL}] | upheld is 101
            about: INSURER, lines: [LIFE], calls-from: 2026-01-01, steps: [{upheld: 2, sanction: STOP_ALL}] | within is P0D
            about: INSURER, lines: [LIFE], calls-from: 2026-01-01, steps: [{upheld: 2, within: -1y, sanction: STOP_ALL}] | within is P-1Y
            about: INSURER, lines: [LIFE], calls-from: 2026-01-01, steps: [{upheld: 2, within: 11y, sanction: STOP_ALL}] | within is P11Y
            about: INSURER, lines: [LIFE], calls-from: 2026-01-01, steps: [{upheld: 2, within: 1y, sanction: STOP_ALL, lasts: -3m}] | lasts is P-3M
            about: INSURER, lines: [LIFE], calls-from: 2026-01-01, steps: [{upheld: 2, within: 1y}] | has no sanction
            about: INSURER, lines: [LIFE], calls-from: 2026-01-01, steps: [{upheld: 2, within: 1y, sanction: STOP_ALL}, STEP] | step 1 has no end
            about: INSURER, lines: [LIFE], calls-from: 2026-01-01, steps: [{upheld: 2, within: 1y, sanction: STOP_ALL, lasts: 3m}, STEP] | is milder than the step before
            about: INSURER, lines: [LIFE], calls-from: 2026-01-01, steps: [STEP], until: 2027-01-01 | until
            about: INSURER, lines: [LIFE], sectors: [LIFE], calls-from: 2026-01-01, steps: [STEP] | sectors
            about: INSURER, sectors: [LIFE], calls-from: 2026-01-01, steps: [STEP] | has no lines of business (lines), or no steps
            about: INSURER, lines: [life], calls-from: 2026-01-01, steps: [STEP] | The code of a line of business is 2 to 12 characters
            about: BANK, lines: [LIFE], calls-from: 2026-01-01, steps: [STEP] | BANK
            about: INSURER, lines: [LIFE], calls-from: soon, steps: [STEP] | soon
            """)
    void nonsenseIsRefusedInWords(String ladder, String expected) {
        assertThatThrownBy(() -> bound(yaml("[{" + ladder.replaceAll("STEP(?=])", STEP) + "}]")))
                .satisfies(refusal -> assertThat(messagesOf(refusal)).anyMatch(message -> message.contains(expected)));
    }

    @Test
    void refusesTwoLaddersForTheSameCalls() {
        String ladder = "{about: INSURER, lines: [LIFE], calls-from: 2026-01-01, steps: [" + STEP + "]}";

        assertThatThrownBy(() -> bound(yaml("[" + ladder + ", " + ladder + "]")))
                .satisfies(refusal -> assertThat(messagesOf(refusal))
                        .anyMatch(
                                message -> message.contains("Ladder 2 of jinbo.sanctions.ladders is for the same calls"
                                        + " as one before: about INSURER, LIFE, calls from 2026-01-01")));
    }

    private static SanctionSettings bound(Resource file) throws IOException {
        List<PropertySource<?>> sources = new YamlPropertySourceLoader().load("ladders", file);
        return new Binder(ConfigurationPropertySources.from(sources))
                .bind(
                        "jinbo.sanctions",
                        org.springframework.boot.context.properties.bind.Bindable.of(SanctionSettings.class),
                        new org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler(
                                org.springframework.boot.context.properties.bind.BindHandler.DEFAULT, source -> true))
                .get();
    }

    private static Resource yaml(String ladders) {
        return new ByteArrayResource(
                ("jinbo: {sanctions: {ladders: " + ladders + "}}").getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> messagesOf(Throwable refusal) {
        List<String> messages = new ArrayList<>();
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            messages.add(String.valueOf(cause.getMessage()) + cause);
            if (cause
                    instanceof
                    org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException unbound) {
                messages.add(unbound.getUnboundProperties().toString());
            }
        }
        return messages;
    }

    private static String describe(SanctionLadder ladder) {
        return ladder.about() + " " + ladder.lines().stream().sorted().toList() + " from " + ladder.callsFrom() + ": "
                + ladder.steps().stream()
                        .map(step -> step.upheld() + " within " + step.within() + " " + step.sanction()
                                + step.lasts().map(length -> " for " + length).orElse(" until it is lifted"))
                        .collect(Collectors.joining(", "));
    }
}
