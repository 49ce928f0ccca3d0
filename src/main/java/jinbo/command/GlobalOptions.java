package jinbo.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command knows, typed before or after it. */
final class GlobalOptions {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${env:JINBO_HOME:-./jinbo-home}",
            scope = ScopeType.INHERIT)
    private Path home = Path.of("jinbo-home");

    @Option(names = "--output", paramLabel = "text|json", defaultValue = "text", scope = ScopeType.INHERIT)
    private OutputForm output = OutputForm.TEXT;

    /** Read before everything else by {@link Language#askedForIn}, because wrong use is told in it, too. */
    @Option(names = "--lang", paramLabel = "en|zh", scope = ScopeType.INHERIT)
    private Language language = Language.EN;

    Path home() {
        return home.toAbsolutePath().normalize();
    }

    Language language() {
        return language;
    }

    OutputForm output() {
        return output;
    }
}
