package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import jinbo.exchange.keys.PassphraseInput;
import jinbo.operator.SampleKeyUse;
import jinbo.operator.answer.CannotOpenException;
import jinbo.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationIT {

    /** Something that a command uses and no other. */
    private record Part() {}

    @TempDir
    private Path home;

    @Test
    void aPartThatCannotBeMadeIsToldAsIfTheHomeCouldNotBeOpened() {
        try (Installation installation = Installation.openWith(
                home,
                Map.of("spring.datasource.url", TestDatabase.freshUrl(), "spring.profiles.active", "test"),
                PassphraseInput.ofEnvironment(),
                SampleKeyUse.ANYWHERE,
                beans -> beans.registerBean(Part.class, () -> {
                    throw new IllegalArgumentException("the disk is of glass");
                }))) {
            assertThatExceptionOfType(CannotOpenException.class)
                    .isThrownBy(() -> installation.get(Part.class))
                    .withMessage("The home " + home + " cannot be opened: the disk is of glass");
        }
    }
}
