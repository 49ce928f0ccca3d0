package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import jinbo.exchange.keys.PassphraseHashing;
import jinbo.exchange.keys.PassphraseInput;
import jinbo.exchange.openpgp.S2kIterations;
import jinbo.operator.SampleKeyUse;
import jinbo.operator.answer.CannotOpenException;
import jinbo.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.crypto.password.PasswordEncoder;

class InstallationIT {

    /** Something that a command uses and no other. */
    private record Part() {}

    @TempDir
    private Path home;

    @Test
    void hashesPasswordsAsStronglyAsTheirFormatsAllowOrRecommend() {
        try (Installation installation = open(beans -> {})) {
            assertThat(installation.get(PasswordEncoder.class).encode("a password of fifteen"))
                    .startsWith("{bcrypt}$2a$10$");
            assertThat(installation.get(PassphraseHashing.class))
                    .isEqualTo(new PassphraseHashing(new S2kIterations(0xff), 24));
        }
    }

    private Installation open(Consumer<GenericApplicationContext> parts) {
        return Installation.openWith(
                home,
                Map.of("spring.datasource.url", TestDatabase.freshUrl(), "spring.profiles.active", "test"),
                PassphraseInput.ofEnvironment(),
                SampleKeyUse.ANYWHERE,
                parts);
    }

    @Test
    void aPartThatCannotBeMadeIsToldAsIfTheHomeCouldNotBeOpened() {
        try (Installation installation = open(beans -> beans.registerBean(Part.class, () -> {
            throw new IllegalArgumentException("the disk is of glass");
        }))) {
            assertThatExceptionOfType(CannotOpenException.class)
                    .isThrownBy(() -> installation.get(Part.class))
                    .withMessage("The home " + home + " cannot be opened: the disk is of glass");
        }
    }
}
