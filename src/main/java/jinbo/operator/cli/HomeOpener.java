package jinbo.operator.cli;

import java.nio.file.Path;
import java.util.Map;
import jinbo.exchange.keys.PassphraseInput;
import jinbo.operator.SampleKeyUse;
import jinbo.operator.answer.CannotOpenException;
import jinbo.platform.home.StartListener;

/** Opens the home that a command works on; the command closes what it gets. */
@FunctionalInterface
interface HomeOpener {

    /**
     * Opens a home; one that is not there is made.
     *
     * @param settings Spring properties that come before those of the environment; secrets among them are not passed on
     * @throws CannotOpenException if its folder, settings, clock or database are not fit
     */
    Installation open(
            Path home,
            Map<String, String> settings,
            PassphraseInput passphrases,
            SampleKeyUse samples,
            StartListener listener);
}
