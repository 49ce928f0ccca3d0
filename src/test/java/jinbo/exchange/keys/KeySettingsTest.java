package jinbo.exchange.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class KeySettingsTest {

    private final ApplicationContextRunner program =
            new ApplicationContextRunner().withUserConfiguration(Enabled.class);

    @EnableConfigurationProperties(KeySettings.class)
    static class Enabled {}

    @Test
    void bindsPassphraseFile() {
        program.withPropertyValues("jinbo.keys.passphrase-file=/run/secrets/jinbo")
                .run(started ->
                        assertThat(started.getBean(KeySettings.class).file()).contains(Path.of("/run/secrets/jinbo")));
        program.run(
                started -> assertThat(started.getBean(KeySettings.class).file()).isEmpty());
    }

    /** A misspelt setting would leave the keys unprotected. */
    @Test
    void refusesUnknownSetting() {
        program.withPropertyValues("jinbo.keys.pasphrase-file=/run/secrets/jinbo")
                .run(started -> assertThat(started)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("jinbo.keys.pasphrase-file"));
    }
}
