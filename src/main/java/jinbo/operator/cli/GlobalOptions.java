package jinbo.operator.cli;

import java.nio.file.Path;
import java.util.Optional;
import jinbo.operator.answer.Language;
import jinbo.participant.staff.IdentityClaim;
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

    /** Read before everything else by {@link Language#askedForIn}, because wrong use is reported in it, too. */
    @Option(names = "--lang", paramLabel = "en|zh", scope = ScopeType.INHERIT)
    private Language language = Language.EN;

    @Option(names = "--as", paramLabel = "PERSON", defaultValue = "${env:JINBO_PERSON:-}", scope = ScopeType.INHERIT)
    private String person = "";

    @Option(
            names = "--identity",
            paramLabel = "KEYFILE",
            defaultValue = "${env:JINBO_PERSON_KEY:-}",
            scope = ScopeType.INHERIT)
    private String identity = "";

    Path home() {
        return home.toAbsolutePath().normalize();
    }

    /** Who is said to registration; what stands in the environment and is empty is not said. */
    IdentityClaim.ByKey claim() {
        return new IdentityClaim.ByKey(said(person), said(identity).map(Path::of));
    }

    Language language() {
        return language;
    }

    OutputForm output() {
        return output;
    }

    private static Optional<String> said(String text) {
        return Optional.of(text).filter(any -> !any.isBlank());
    }
}
