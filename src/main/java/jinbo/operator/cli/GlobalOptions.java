package jinbo.operator.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import jinbo.operator.answer.Language;
import jinbo.participant.staff.IdentityClaim;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has. */
final class GlobalOptions {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${env:JINBO_HOME:-./jinbo-home}",
            scope = ScopeType.INHERIT)
    private Path home = Path.of("jinbo-home");

    @Option(names = "--output", paramLabel = "text|json", defaultValue = "text", scope = ScopeType.INHERIT)
    private OutputForm output = OutputForm.TEXT;

    /** Declared for help only: {@link Language#askedForIn} reads it earlier, because usage errors need the language. */
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

    /** Returns the claimed identity; blank values count as missing. */
    IdentityClaim.ByKey claim() {
        return new IdentityClaim.ByKey(notBlank(person), notBlank(identity).map(Path::of));
    }

    Language language() {
        return language;
    }

    OutputForm output() {
        return output;
    }

    private static Optional<String> notBlank(String text) {
        return Optional.of(text).filter(any -> !any.isBlank());
    }

    enum OutputForm {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
