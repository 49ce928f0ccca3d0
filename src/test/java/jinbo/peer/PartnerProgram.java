package jinbo.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jinbo.testing.ExternalProgram;
import jinbo.testing.PartnerTable;
import jinbo.testing.Readme;

/** An OpenPGP program of other people, with the commands that the page of partners tells for it. */
enum PartnerProgram {
    GNUPG("GnuPG 2.4", "gpg"),
    GNUPG_1("GnuPG 1.4", "gpg1"),
    SEQUOIA("Sequoia", "sq"),
    RNP("RNP", "rnp"),
    OPENPGP_JS("OpenPGP.js", "node");

    private static final Path PACKAGES = Path.of("target", "peers", "node_modules");

    private final String heading;
    private final String executable;

    PartnerProgram(String heading, String executable) {
        this.heading = heading;
        this.executable = executable;
    }

    /** Skips the test where the program is missing, or fails it where it must not be. */
    PartnerProgram required() {
        ExternalProgram.required(executable);
        if (this == OPENPGP_JS && !Files.isDirectory(PACKAGES.resolve("openpgp"))) {
            ExternalProgram.missing(
                    "the npm package openpgp is not in target/peers (.ci/run tells how it comes there)");
        }
        return this;
    }

    /** What everybody types first, whatever the program. */
    static String beginning() {
        return Readme.blocksUnder(PartnerTable.PAGE, "Before you begin", "sh");
    }

    /** The block whose first line is a comment that begins with these words; nothing where the program needs no such step. */
    String commands(String step) {
        return Readme.listUnder(PartnerTable.PAGE, heading, "sh").stream()
                .filter(block -> block.startsWith("# " + step))
                .findFirst()
                .orElse("");
    }

    /** Puts what the commands need besides into the folder where they are typed. */
    void prepare(Path folder) {
        try {
            for (String script : Readme.listUnder(PartnerTable.PAGE, heading, "js")) {
                Files.writeString(folder.resolve(firstWord(script)), script);
            }
            if (this == OPENPGP_JS) {
                Files.createSymbolicLink(folder.resolve("node_modules"), PACKAGES.toAbsolutePath());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what the program has left running for a home. */
    Optional<List<String>> cleanUpCommands() {
        return this == GNUPG ? Optional.of(List.of("gpgconf", "--kill", "all")) : Optional.empty();
    }

    private static String firstWord(String script) {
        return script.lines().findFirst().orElseThrow().replace("// ", "");
    }

    @Override
    public String toString() {
        return heading;
    }
}
